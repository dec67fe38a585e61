import type { Evaluation } from '../evaluation/evaluate.ts'
import type { CriterionExplanation, RuleInComponent, VetoExplanation } from './explain-rules.ts'
import type { ExplainedRule } from './explained-rule.ts'
import type { Consequence } from './what-then.ts'
import { lowerFirst } from '../record/words.ts'
import { conditionLines } from './condition-lines.ts'
import { claimLines, criterionState, turnText } from './rule-lines.ts'
import { type Line, type Section, line, shift } from './sections.ts'
import {
  type Context,
  about,
  consequenceText,
  isWeighed,
  namesOf,
  notWeighed,
  optionNames,
  truthWord,
  voiceText,
} from './wording.ts'

/** A criterion with its condition, what it contributes, and what would be otherwise. */
export function criterionSections(
  context: Context,
  { criterion, inComponents, without }: CriterionExplanation,
): readonly Section[] {
  const { pack } = context.evaluation
  const driver = pack.drivers.find(({ id }) => id === criterion.driver)
  return [
    {
      title: `Criterion ${criterion.id}: ${voiceText(pack, criterion)}, for the driver ${criterion.driver} (${driver?.name ?? ''})`,
      lines: [
        ...ruleLines(context, inComponents, (explained) => criterionState(context, explained, 2)),
        ...claimLines(context, criterion, 2),
      ],
    },
    effectSection(context.evaluation, inComponents, without),
  ]
}

export const vetoSections = (
  context: Context,
  { veto, inComponents, without }: VetoExplanation,
): readonly Section[] => [
  {
    title: `Veto ${veto.id}: against ${optionNames(context.evaluation.pack, veto.against)}`,
    lines: [
      ...ruleLines(context, inComponents, ({ condition }) => conditionLines(context.file, condition, 2)),
      ...claimLines(context, veto, 2),
    ],
  },
  effectSection(context.evaluation, inComponents, without),
]

/** In a divided project each component has its own truth. */
const ruleLines = <Explained extends ExplainedRule<unknown>>(
  { evaluation }: Context,
  inComponents: readonly RuleInComponent<Explained>[],
  linesOf: (explained: Explained) => readonly Line[],
): readonly Line[] =>
  inComponents.flatMap(({ explained }) =>
    evaluation.profile.divided
      ? [line(`${explained.component.name}: ${truthWord[explained.truth]}`), ...shift(linesOf(explained), 2)]
      : linesOf(explained),
  )

function effectSection(
  evaluation: Evaluation,
  inComponents: readonly RuleInComponent<ExplainedRule<unknown>>[],
  without: Consequence,
): Section {
  const holders = inComponents
    .filter(({ explained, ifHeld }) => ifHeld === null && isWeighed(evaluation, explained.component))
    .map(({ explained }) => explained.component)
  const it = evaluation.profile.divided ? `It holds for ${namesOf(holders)}; without it` : 'Without it'
  return {
    title: 'What rests on it',
    lines: [
      ...(holders.length > 0 ? [line(`${it}, ${consequenceText(evaluation, without)}.`)] : []),
      ...inComponents.flatMap(({ explained, ifHeld }) =>
        isWeighed(evaluation, explained.component)
          ? [
              ...(ifHeld === null ? [] : [`if it held, ${consequenceText(evaluation, ifHeld)}.`]),
              lowerFirst(turnText(explained)),
            ].map((text) => line(about(evaluation, explained.component, text)))
          : notWeighed(evaluation, explained.component),
      ),
    ],
  }
}
