import type { Evaluation } from '../evaluation/evaluate.ts'
import type { OptionExplanation, OptionInComponent } from './explain-option.ts'
import type { ExplainedCriterion } from './explained-rule.ts'
import { levelOf } from '../evaluation/ladder.ts'
import type { Truth } from '../evaluation/truth.ts'
import { confidenceSentences } from '../record/confidence-sentences.ts'
import { decisionSentence } from '../record/decision-sentence.ts'
import { flipSentences, flipsIntroduction } from '../record/what-would-change.ts'
import { standingLines } from './option-standing.ts'
import { otherAnswerText } from './other-answer-text.ts'
import { criterionLines, criterionReason, turnText, vetoLines } from './rule-lines.ts'
import { type Line, type Section, line, shift } from './sections.ts'
import { type Context, consequenceText, namesOf, sentences } from './wording.ts'

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
  return [
    {
      title: questionText(evaluation, explanation),
      lines: [
        ...sentences([decisionSentence(evaluation), ...confidenceSentences(evaluation)]),
        ...components.flatMap((standing) => standingLines(evaluation, explanation, standing)),
      ],
    },
    section(`What rules ${name} out, or could`, ({ vetoes }) => vetoesInTheWay(context, vetoes)),
    section(`What speaks for ${name}`, ({ criteria }) =>
      withTruth(criteria, 'true').flatMap((criterion) => criterionLines(context, criterion)),
    ),
    section('What speaks for another option', ({ against }) =>
      withTruth(against, 'true').map((criterion) => line(criterionReason(context, criterion))),
    ),
    section('What is open', ({ criteria, against }) =>
      withTurn(context, withTruth([...criteria, ...against], 'unknown')),
    ),
    section(`What would speak for ${name}, and fails`, (standing) =>
      standing.isChosen ? [] : withTurn(context, withTruth(standing.criteria, 'false')),
    ),
    { title: `What would ${doIt}`, lines: changeLines(evaluation, explanation, doIt) },
  ]
}

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
