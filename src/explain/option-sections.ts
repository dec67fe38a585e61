import type { Evaluation } from '../evaluation/evaluate.ts'
import type { OptionExplanation, OptionInComponent } from './explain-option.ts'
import type { ExplainedCriterion } from './explained-rule.ts'
import { levelOf, weightOf } from '../evaluation/ladder.ts'
import type { Truth } from '../evaluation/truth.ts'
import { flipSentences, flipsIntroduction } from '../record/what-would-change.ts'
import { otherAnswerText } from './other-answer-text.ts'
import { criterionLines, criterionReason, turnText, verdictLines, vetoLines } from './rule-lines.ts'
import {
  type Context,
  type Line,
  type Section,
  about,
  consequenceText,
  isWeighed,
  line,
  namesOf,
  notWeighed,
  sentences,
  shift,
} from './wording.ts'
import type { Option } from '../criteria/pack.ts'
import { optionFor } from '../evaluation/decision.ts'
import { countOf, listOf } from '../record/words.ts'

/** "Why not Python?", and for what is chosen the mirror of it. */
export function optionSections(context: Context, explanation: OptionExplanation): readonly Section[] {
  const { evaluation } = context
  const { components, isChosen } = explanation
  const { name } = explanation.option
  const doIt = isChosen ? `turn it away from ${name}` : `choose ${name}`
  const section = (title: string, linesOf: (standing: OptionInComponent) => readonly Line[]): Section => ({
    title,
    lines: components
      .filter(({ scope }) => scope === 'true')
      .flatMap((standing) => headed(evaluation, standing, linesOf(standing))),
  })
  const ofMine = components.flatMap(({ criteria }) => criteria)
  const ofOthers = components.flatMap(({ against }) => against)
  return [
    {
      title: questionText(evaluation, explanation),
      lines: [
        ...verdictLines(context),
        ...components.flatMap((standing) => standingLines(evaluation, explanation, standing)),
      ],
    },
    section(`What rules ${name} out, or could`, ({ vetoes }) => vetoesInTheWay(context, vetoes)),
    section(`What speaks for ${name}${orAgainst('another', ofMine, 'true')}`, ({ criteria }) =>
      withTruth(criteria, 'true').flatMap((criterion) => criterionLines(context, criterion)),
    ),
    section(`What speaks for another option${orAgainst(name, ofOthers, 'true')}`, ({ against }) =>
      withTruth(against, 'true').map((criterion) => line(criterionReason(context, criterion))),
    ),
    section('What is open', ({ criteria, against }) =>
      withTurn(context, withTruth([...criteria, ...against], 'unknown')),
    ),
    section(`What would speak for ${name}${orAgainst('another', ofMine, 'false')}, and fails`, (standing) =>
      standing.isChosen ? [] : withTurn(context, withTruth(standing.criteria, 'false')),
    ),
    { title: `What would ${doIt}`, lines: changeLines(evaluation, explanation, doIt) },
  ]
}

/** Where a criterion of a section is written against an option, its title says so. */
const orAgainst = (whom: string, criteria: readonly ExplainedCriterion[], truth: Truth): string =>
  withTruth(criteria, truth).some(({ rule }) => rule.against !== undefined) ? ` or against ${whom}` : ''

/** Lines about a component, below its name where there are several. */
const headed = (
  { profile }: Evaluation,
  { component }: OptionInComponent,
  lines: readonly Line[],
): readonly Line[] =>
  profile.divided && lines.length > 0 ? [line(`${component.name}:`), ...shift(lines, 2)] : lines

/** "Why not Python?", or "Why Python for the model, and not for the gateway?" */
function questionText({ profile }: Evaluation, { option, isChosen, components }: OptionExplanation): string {
  const why = `Why ${isChosen ? '' : 'not '}${option.name}`
  const [mine, others] = [true, false].map((isMine) =>
    namesOf(components.filter((standing) => standing.isChosen === isMine).map(({ component }) => component)),
  )
  const isNarrowed = components.length < profile.components.length
  if (!profile.divided || (!isChosen && !isNarrowed)) return `${why}?`
  if (!isChosen) return `${why} for ${others}?`
  return `${why} for ${mine}${others === '' ? '' : `, and not for ${others}`}?`
}

/** The strongest first, else in the pack's order. */
const withTruth = (criteria: readonly ExplainedCriterion[], truth: Truth): readonly ExplainedCriterion[] =>
  criteria
    .filter((criterion) => criterion.truth === truth)
    .toSorted((a, b) => levelOf[b.rule.strength] - levelOf[a.rule.strength])

const withTurn = (context: Context, criteria: readonly ExplainedCriterion[]): readonly Line[] =>
  criteria.flatMap((criterion) => [line(criterionReason(context, criterion)), line(turnText(criterion), 4)])

const vetoesInTheWay = (context: Context, vetoes: OptionInComponent['vetoes']): readonly Line[] =>
  vetoes
    .filter(({ truth }) => truth !== 'false')
    .flatMap((veto) => [...vetoLines(context, veto), line(turnText(veto), 4)])

/** The smallest changes that would choose the option, or turn the decision away from it. */
function changeLines(
  evaluation: Evaluation,
  { components, flips, answers, open }: OptionExplanation,
  doIt: string,
): readonly Line[] {
  if (components.every(({ scope }) => scope === 'false')) return []
  const isScopeOpen = evaluation.verdict.decision.kind === 'scope-unknown'
  return [
    ...(isScopeOpen
      ? []
      : sentences([flipsIntroduction(evaluation, flips, doIt), ...flipSentences(evaluation, flips)])),
    ...(!isScopeOpen && flips.length === 0 && answers.length > 0 ? [line('A missing answer would:')] : []),
    ...answers.map((effect) => {
      const whose = evaluation.profile.divided ? `for ${namesOf(effect.components)} ` : ''
      const now = effect.state.state === 'unknown' ? 'not known' : 'not answered'
      return line(
        `If ${whose}${otherAnswerText(effect.answer)} (${now}), ${consequenceText(evaluation, effect)}.`,
      )
    }),
    ...(open === true && answers.length === 0
      ? [line(`Answers to several open questions together could ${doIt}.`)]
      : []),
  ]
}

/** Where an option stands in one component, and what came before the weighing. */
function standingLines(
  evaluation: Evaluation,
  { option }: OptionExplanation,
  standing: OptionInComponent,
): readonly Line[] {
  const { vetoes, isBehindConstraint, leads, component } = standing
  if (!isWeighed(evaluation, component)) return notWeighed(evaluation, component)
  const holding = vetoes.filter(({ truth }) => truth === 'true')
  return [
    ...holding.map(({ rule }) => `${option.name} is ruled out by ${rule.id}, whatever speaks for it.`),
    ...(isBehindConstraint
      ? [`the dominant constraint speaks more strongly for another option, so ${option.name} is not weighed.`]
      : []),
    ...(holding.length > 0 ? [] : leads).map(({ rival, lead, isRuledOut }) =>
      isRuledOut ? `${rival.name} is ruled out.` : `${leadText(option.name, rival.name, lead)}.`,
    ),
    ...(isKeptFrom(evaluation, option, standing)
      ? ['one option has to serve all components, because a second one would be a burden.']
      : []),
  ].map((text) => line(about(evaluation, component, text)))
}

/** The component would get it if it were decided alone. */
const isKeptFrom = (
  { verdict: { decision }, withoutBurden, alone, covered }: Evaluation,
  option: Option,
  { component }: OptionInComponent,
): boolean => {
  const own = alone[covered.findIndex((entry) => entry.component.id === component.id)]
  const isAlone = own !== undefined && optionFor(own, component.id) === option.id
  return withoutBurden !== undefined && isAlone && optionFor(decision, component.id) !== option.id
}

/** "Go is ahead of Python by as much as one strong driver". */
function leadText(name: string, rival: string, lead: number): string {
  if (lead === 0) return `${name} weighs as much as ${rival}`
  return `${name} is ${lead > 0 ? 'ahead of' : 'behind'} ${rival} by as much as ${weightText(Math.abs(lead))}`
}

/** "two strong drivers and one weak driver": how much a difference of scores is worth. */
function weightText(weight: number): string {
  const [weak, moderate, strong] = [weightOf(1), weightOf(2), weightOf(3)]
  return listOf(
    [
      { count: Math.floor(weight / strong), noun: 'strong driver' },
      { count: Math.floor((weight % strong) / moderate), noun: 'moderate driver' },
      { count: Math.floor(((weight % strong) % moderate) / weak), noun: 'weak driver' },
    ].flatMap(({ count, noun }) => (count === 0 ? [] : [countOf(count, noun)])),
  )
}
