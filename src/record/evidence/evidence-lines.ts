import { comparisonsOf, type Condition } from '../../criteria/condition.ts'
import { rememberedOf } from '../../document/remembered.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../../evaluation/evidence.ts'
import { type Truth } from '../../evaluation/truth.ts'
import { nameOfDriver, namesOfComponents, namesOfOptions, stanceOf } from '../argument.ts'
import { watchAmong } from '../consequences.ts'
import { groundsLine } from '../citation.ts'
import { answerLabel, factSentence } from '../fact-sentence.ts'
import { adjustmentLines, houseAnswer } from '../house.ts'
import { escapeMarkdown, escapeProse, codeOf } from '../markdown.ts'
import { lowerFirst, sentencesOf, clauseOf } from '../words.ts'
import type { Fact, FactState } from '../../profile/fact.ts'
import type { Component } from '../../profile/profile.ts'
import type { Criterion, Grounds, Pack, Veto, WatchPoint } from '../../criteria/pack.ts'

const words: Readonly<Record<Truth, string>> = {
  true: 'holds',
  false: 'does not hold',
  unknown: 'is open',
}

/** What stands below what holds or is open, and below what is to be watched: where it stands. */
export const groundsOfLines = ({ pack, covered }: Evaluation): readonly Grounds[] => [
  ...covered.flatMap(({ vetoes, criteria }) =>
    [...vetoes, ...criteria].flatMap(({ rule, truth }) => (truth === 'false' ? [] : [rule])),
  ),
  ...(covered.length === 0 ? [] : pack.watch),
]

/** Every criterion and veto: whether it holds, because of which answers; what holds or is open also with its claim. */
export function ruleLines(evaluation: Evaluation): readonly string[] {
  const { profile, covered } = evaluation
  return covered.flatMap((component) => [
    ...(profile.divided ? ['', `### ${escapeMarkdown(component.component.name)}`, ''] : []),
    ...linesOf(evaluation, component),
  ])
}

function linesOf({ pack }: Evaluation, component: ComponentEvidence): readonly string[] {
  const answersTo = answersIn(pack, component)
  return [...component.vetoes, ...component.criteria].flatMap(({ rule, truth }) => {
    const { head, claim, adjusted } = rulesToldBy(pack)(rule)
    return [
      `${head} ${words[truth]}: ${answersTo(rule.when)}.`,
      ...(truth === 'false' ? [] : claim),
      ...adjusted,
    ]
  })
}

/** What is said of a rule of a pack whatever the facts. */
const rulesToldBy = rememberedOf((pack: Pack) =>
  rememberedOf((rule: Criterion | Veto) => {
    const what =
      'favours' in rule
        ? `${stanceOf(pack, rule)}, ${lowerFirst(nameOfDriver(pack, rule.driver))}, ${rule.strength}`
        : `rules out ${namesOfOptions(pack, rule.against)}`
    return {
      head: `- **${rule.id}** (${what})`,
      claim: [...proseBelow(rule.claim), `  ${groundsLine(pack, rule)}`],
      adjusted: 'favours' in rule ? adjustmentLines(pack, rule).map((line) => `  ${line}`) : [],
    }
  }),
)

const proseBelow = (text: string): readonly string[] =>
  sentencesOf(text).map((sentence) => `  ${escapeProse(sentence)}`)

/** "`work` is a network component; `runs-on` is not answered": the answers that a condition asks for. */
function answersIn(pack: Pack, { component }: ComponentEvidence): (when: Condition) => string {
  const answers = answersOf(component.facts)
  const clauseOn = rememberedOf((fact: Fact) => {
    const answer = answers(fact.id)
    return `\`${fact.id}\` is ${answer === undefined ? 'not answered' : escapeProse(answerLabel(fact, answer))}`
  })
  return (when) => factsAskedBy(pack)(when).map(clauseOn).join('; ') || 'it always does'
}

const factsAskedBy = rememberedOf(({ facts }: Pack) =>
  rememberedOf((when: Condition): readonly Fact[] => {
    const asked = new Set(comparisonsOf(when).map(({ fact }) => fact))
    return facts.filter(({ id }) => asked.has(id))
  }),
)

/** Every fact that the comparison asks for: what is said of it, and where; of components, what they have of their own. */
export function factLines({ pack, profile }: Evaluation, profilePath: string): readonly string[] {
  const [first] = profile.components
  if (first === undefined) return []
  const isShared = ({ id }: Fact): boolean =>
    !profile.divided || profile.components.every(({ inherited }) => inherited.has(id))
  const lines = (facts: readonly Fact[], { facts: states }: Component): readonly string[] =>
    facts.map((fact) => factLine(pack, fact, states.get(fact.id), profilePath))
  const own = pack.facts.filter((fact) => !isShared(fact))
  return [
    ...lines(pack.facts.filter(isShared), first),
    ...(own.length === 0 ? [] : profile.components).flatMap((component) => [
      '',
      `### ${escapeMarkdown(component.name)}`,
      '',
      ...lines(own, component),
    ]),
  ]
}

function factLine(pack: Pack, fact: Fact, state: FactState | undefined, profilePath: string): string {
  const id = `\`${fact.id}\``
  switch (state?.state) {
    case 'answered': {
      const place = state.line === undefined ? '' : `, ${codeOf(`${profilePath}:${state.line}`)}`
      return `- ${escapeProse(factSentence(fact, state.answer))} (${id}${place})`
    }
    case 'assumed': {
      const answer = houseAnswer(pack, fact.id, state)
      if (answer !== null) return `- ${answer} (${id})`
      return `- Assumed, because nobody has said it: ${escapeProse(clauseOf(factSentence(fact, state.answer)))}. (${id})`
    }
    case 'unknown':
      return `- Nobody knows: ${escapeProse(fact.question)} (${id})`
    default:
      return `- Not answered: ${escapeProse(fact.question)} (${id})`
  }
}

/** What each option asks to be watched, and whether that concerns the project; nothing where the comparison covers none of it. */
export function watchLines(evaluation: Evaluation): readonly string[] {
  const { pack, covered } = evaluation
  return (covered.length === 0 ? [] : pack.watch).flatMap((point) => {
    const { head, below } = watchToldBy(pack)(point)
    return [`${head} ${concernOf(evaluation, point)}`, ...below]
  })
}

/** What a pack says of a point whatever the facts. */
const watchToldBy = rememberedOf((pack: Pack) =>
  rememberedOf((point: WatchPoint) => ({
    head: `- **${namesOfOptions(pack, point.options)}: ${escapeProse(point.title)}**`,
    below: [...proseBelow(point.text), ...proseBelow(point.mitigation), `  ${groundsLine(pack, point)}`],
  })),
)

function concernOf({ covered, profile }: Evaluation, point: WatchPoint): string {
  const { certain, possible } = watchAmong(point, covered)
  if (certain.length + possible.length === 0) return 'Its condition does not hold here.'
  if (!profile.divided)
    return certain.length > 0 ? 'Its condition holds here.' : 'Nobody has said whether its condition holds.'
  return [
    ...(certain.length > 0 ? [`Its condition holds for ${namesOfComponents(certain)}.`] : []),
    ...(possible.length > 0 ? [`Nobody has said whether it holds for ${namesOfComponents(possible)}.`] : []),
  ].join(' ')
}
