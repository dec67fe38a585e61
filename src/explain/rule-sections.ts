import type { Criterion, Veto } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type {
  CriterionExplanation,
  DriverExplanation,
  ExplainedDriver,
  RuleEffects,
  VetoExplanation,
} from './explain-decision.ts'
import type { ExplainedRule } from './explained-rule.ts'
import { listOf, lowerFirst, voicePhrase } from '../record/words.ts'
import {
  claimLines,
  conditionLines,
  criterionLines,
  criterionReason,
  criterionState,
  turnText,
} from './rule-lines.ts'
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
  optionNames,
  shift,
  truthWord,
  voiceText,
} from './wording.ts'

/** A criterion with its condition, what it contributes, and what would be otherwise. */
export function criterionSections(context: Context, explanation: CriterionExplanation): readonly Section[] {
  const { pack } = context.evaluation
  const { criterion } = explanation
  const driver = pack.drivers.find(({ id }) => id === criterion.driver)
  const title = `Criterion ${criterion.id}: ${voiceText(pack, criterion)}, for the driver ${criterion.driver} (${driver?.name ?? ''})`
  return ruleSections(context, title, criterion, explanation, (explained) =>
    criterionState(context, explained, 2),
  )
}

export function vetoSections(context: Context, explanation: VetoExplanation): readonly Section[] {
  const { veto } = explanation
  const title = `Veto ${veto.id}: against ${optionNames(context.evaluation.pack, veto.against)}`
  return ruleSections(context, title, veto, explanation, ({ condition }) =>
    conditionLines(context.file, condition, 2),
  )
}

/** In a divided project each component has its own truth. */
function ruleSections<Explained extends ExplainedRule<unknown>>(
  context: Context,
  title: string,
  rule: Criterion | Veto,
  effects: RuleEffects<Explained>,
  linesOf: (explained: Explained) => readonly Line[],
): readonly Section[] {
  const { evaluation } = context
  const states = effects.inComponents.flatMap(({ explained }) =>
    evaluation.profile.divided
      ? [line(`${explained.component.name}: ${truthWord[explained.truth]}`), ...shift(linesOf(explained), 2)]
      : linesOf(explained),
  )
  return [
    { title, lines: [...states, ...claimLines(context, rule, 2)] },
    { title: 'What rests on it', lines: effectLines(evaluation, effects) },
  ]
}

function effectLines(
  evaluation: Evaluation,
  { inComponents, without }: RuleEffects<ExplainedRule<unknown>>,
): readonly Line[] {
  const holders = inComponents
    .filter(({ explained, ifHeld }) => ifHeld === null && isWeighed(evaluation, explained.component))
    .map(({ explained }) => explained.component)
  const it = evaluation.profile.divided ? `It holds for ${namesOf(holders)}; without it` : 'Without it'
  return [
    ...(holders.length > 0 ? [line(`${it}, ${consequenceText(evaluation, without)}.`)] : []),
    ...inComponents.flatMap(({ explained, ifHeld }) =>
      isWeighed(evaluation, explained.component)
        ? [
            ...(ifHeld === null ? [] : [`if it held, ${consequenceText(evaluation, ifHeld)}.`]),
            lowerFirst(turnText(explained)),
          ].map((text) => line(about(evaluation, explained.component, text)))
        : notWeighed(evaluation, explained.component),
    ),
  ]
}

/** A driver with all that it says, and what the decision would be without it. */
export const driverSections = (
  context: Context,
  { inComponents, without }: DriverExplanation,
): readonly Section[] => {
  const { evaluation } = context
  return [
    ...inComponents.map((explained) => driverSection(context, explained)),
    {
      title: 'What rests on it',
      lines: [line(`Without it, ${consequenceText(evaluation, without)}.`)],
    },
  ]
}

/** What a driver says, criterion by criterion: in full what holds, then what is open, then what fails. */
export function driverSection(context: Context, explained: ExplainedDriver): Section {
  const { evaluation } = context
  const { component, driver, criteria } = explained
  const prefix = evaluation.profile.divided ? `${component.name}: ` : ''
  return {
    title: `${prefix}${driver.name} (driver ${driver.id})`,
    lines: isWeighed(evaluation, component)
      ? [
          line(driverSentence(context, explained)),
          ...(['true', 'unknown'] as const).flatMap((truth) =>
            criteria
              .filter((criterion) => criterion.truth === truth)
              .flatMap((criterion) => criterionLines(context, criterion)),
          ),
          ...criteria
            .filter(({ truth }) => truth === 'false')
            .map((criterion) => line(criterionReason(context, criterion))),
        ]
      : notWeighed(evaluation, component),
  }
}

/** "It speaks moderately for Go." */
function driverSentence({ evaluation: { pack } }: Context, { levels, told }: ExplainedDriver): string {
  const voices = pack.options.flatMap(({ name }, option) => voicePhrase(told[option] ?? 0, name) || [])
  if (voices.length === 0) return 'It says nothing.'
  const isEven = levels.every((level) => level === levels[0])
  return `It speaks ${listOf(voices)}${isEven ? ', so it separates nothing' : ''}.`
}
