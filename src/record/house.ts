import {
  type Adjustment,
  type Criterion,
  type Grounds,
  type Pack,
  addedIn,
  adjustmentOf,
} from '../criteria/pack.ts'
import { isSameVerdict } from '../evaluation/decision.ts'
import type { Evaluation, Judgement } from '../evaluation/evaluate.ts'
import type { FactState } from '../profile/fact.ts'
import { namesOfOptions } from './argument.ts'
import { conditionText } from './condition-text.ts'
import { resultClause } from './decision-sentence.ts'
import { factSentence } from './fact-sentence.ts'
import { codeOf, escapeProse } from './markdown.ts'
import { clauseOf, degreeWord, listOf } from './words.ts'

/** "Rule of Acme", for what the house says; empty for what the comparison says. */
export const ruleOf = ({ house }: Pack, grounds: Grounds): string =>
  house !== undefined && grounds.house === true ? `Rule of ${escapeProse(house.title)}` : ''

/** The options that the comparison does not cover. */
export const ownOptions = (pack: Pack): Pack['options'] => addedIn(pack, 'options')

/** Says so where the house added options to the comparison. */
export function addedOptions(pack: Pack): readonly string[] {
  const own = ownOptions(pack)
  const names = listOf(own.map(({ name }) => escapeProse(name)))
  return own.length === 0
    ? []
    : [
        `The comparison does not cover ${names}; all that is said of ${own.length === 1 ? 'it' : 'them'} here comes from the rules of ${escapeProse(pack.house?.title ?? '')}.`,
      ]
}

/** How the house counts a criterion otherwise, and why; nothing where it does not. */
export function adjustmentLines(pack: Pack, { id }: Pick<Criterion, 'id'>): readonly string[] {
  const adjustment = adjustmentOf(pack, id)
  return adjustment === undefined ? [] : [adjustmentLine(pack, adjustment)]
}

/** "Acme counts it moderate instead of weak (Engineering rule 31): Two outages …" */
const adjustmentLine = ({ house }: Pack, adjustment: Adjustment): string =>
  `${escapeProse(house?.title ?? '')} ${changeOf(adjustment)} (${escapeProse(adjustment.by)}): ${escapeProse(adjustment.because)}`

function changeOf({ criterion, strength, onlyWhen }: Adjustment): string {
  const condition = onlyWhen === undefined ? '' : ` only when ${codeOf(conditionText(onlyWhen))}`
  if (strength === undefined) return condition === '' ? 'does not count it' : `counts it${condition}`
  const other =
    strength === criterion.strength ? ', as the comparison does' : ` instead of ${criterion.strength}`
  const counted = `counts it ${strength}${other}`
  return condition === '' ? counted : `${counted}, and${condition}`
}

/** What the comparison says without the house, and which rules of the house make the difference. */
export function comparisonSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, comparisonAlone } = evaluation
  if (pack.house === undefined || comparisonAlone === undefined) return []
  const alone = comparisonAlone.verdict
  const isSameChoice = isSameVerdict(alone.decision, verdict.decision)
  if (isSameChoice && alone.confidence === verdict.confidence)
    return ['The comparison alone, without the house rules, says the same.']
  const degree = alone.confidence === null ? '' : `, ${degreeWord[alone.confidence]} on what is known`
  const result = isSameChoice ? 'the choice would be the same' : clauseAlone(comparisonAlone)
  const rules = rulesAtWork(evaluation)
  const cause =
    rules.length === 0
      ? ''
      : ` What ${escapeProse(pack.house.title)} adds or counts otherwise: ${listOf(rules)}.`
  return [`**By the comparison alone, ${result}${degree}.**${cause}`]
}

function clauseAlone(comparisonAlone: Judgement): string {
  const { decision } = comparisonAlone.verdict
  // The house may be a tie for good, where the comparison only lacks an answer.
  return decision.kind === 'insufficient-evidence'
    ? `too little would be known to tell ${namesOfOptions(comparisonAlone.pack, decision.options)} apart`
    : resultClause(comparisonAlone, decision)
}

/** What the house adds and counts otherwise, where it bears on a component. */
function rulesAtWork({ pack, covered, comparisonAlone }: Evaluation): readonly string[] {
  const own = covered
    .flatMap(({ criteria, vetoes }) => [...criteria, ...vetoes])
    .filter(({ rule, truth }) => truth === 'true' && rule.house === true)
    .map(({ rule }) => `\`${rule.id}\``)
  const held = new Set(
    (comparisonAlone?.covered ?? [])
      .flatMap(({ criteria }) => criteria)
      .filter(({ truth }) => truth === 'true')
      .map(({ rule }) => rule.id),
  )
  const adjusted = (pack.house?.adjustments ?? [])
    .filter((adjustment) => held.has(adjustment.criterion.id) && changes(adjustment))
    .map((adjustment) => `\`${adjustment.criterion.id}\` (${adjustedWord(adjustment)})`)
  return [...new Set([...own, ...adjusted])]
}

/** The comparison may have come to count a criterion as the house does. */
const changes = ({ criterion, strength, onlyWhen }: Adjustment): boolean =>
  strength !== criterion.strength || onlyWhen !== undefined

const adjustedWord = ({ criterion, strength, onlyWhen }: Adjustment): string =>
  strength !== undefined
    ? `${strength}, not ${criterion.strength}`
    : onlyWhen === undefined
      ? 'not counted'
      : 'counted in some cases only'

/** The heading of what the house adds. */
export const houseHeading = ({ house }: Pack): string =>
  house === undefined ? '' : `What ${escapeProse(house.title)} adds to the comparison`

/** Everything that the house counts otherwise and answers, and what the comparison says without it. */
export function houseLines(evaluation: Evaluation): readonly string[] {
  const { pack } = evaluation
  const { house } = pack
  if (house === undefined) return []
  return [
    `Written for version ${house.writtenFor} of the comparison. The criteria and vetoes above say which of them are its own.`,
    ...comparisonSentences(evaluation),
    ...addedOptions(pack),
    '',
    ...house.adjustments.map(
      (adjustment) => `- **${adjustment.criterion.id}**: ${adjustmentLine(pack, adjustment)}`,
    ),
    ...house.answers.map(({ fact, answer, because, by }) => {
      const asked = pack.facts.find(({ id }) => id === fact)
      const says = asked === undefined ? '' : escapeProse(factSentence(asked, answer).replace(/\.$/, ''))
      return `- **${fact}**: ${says} (${escapeProse(by)}): ${escapeProse(because)}`
    }),
  ]
}

/** What the house answers for all of its projects, where a profile does not. The reason may begin with a name, and stays as it is. */
export function houseAnswer({ house, facts }: Pack, id: string, state: FactState | undefined): string | null {
  const answer = state?.state === 'assumed' ? house?.answers.find(({ fact }) => fact === id) : undefined
  const fact = facts.find((one) => one.id === id)
  if (house === undefined || answer === undefined || fact === undefined) return null
  return `${escapeProse(house.title)} says of all its projects that ${escapeProse(clauseOf(factSentence(fact, answer.answer)))} (${escapeProse(answer.by)}): ${escapeProse(answer.because)}`
}
