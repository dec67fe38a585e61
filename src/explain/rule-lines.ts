import type { Grounds, Veto } from '../criteria/pack.ts'
import type { ExplainedCriterion, ExplainedRule } from './explained-rule.ts'
import { favoursAll } from '../evaluation/evidence.ts'
import { conditionLines, reasonText } from './condition-lines.ts'
import { waysText } from './other-answer-text.ts'
import { type Line, line } from './sections.ts'
import { type Context, optionNames, truthWord, voiceText } from './wording.ts'

const truthClause = { true: 'holds', false: 'fails', unknown: 'is unknown' } as const

/** "Documented in [1] and [2]." */
export function groundsText({ cite }: Context, { basis, sources }: Grounds): string {
  const marks = cite(sources)
  switch (basis) {
    case 'documented':
      return `Documented in ${marks}.`
    case 'partial':
      return `Documented in part in ${marks}.`
    case 'judgement':
      return marks === ''
        ? 'Judgement of the comparison.'
        : `Judgement of the comparison; background in ${marks}.`
  }
}

/** The reason for a rule, and where that stands. */
export const claimLines = (
  context: Context,
  rule: Grounds & { readonly claim: string },
  indent: number,
): readonly Line[] => [line(rule.claim, indent), line(groundsText(context, rule), indent)]

/** A criterion with its condition; where it holds, with what it contributes and the reason. */
export const criterionLines = (context: Context, explained: ExplainedCriterion): readonly Line[] => {
  const { rule, truth } = explained
  return [
    line(`${rule.id}, ${voiceText(context.evaluation.pack, rule)}: ${truthWord[truth]}`),
    ...(truth === 'true'
      ? [...criterionState(context, explained, 4), ...claimLines(context, rule, 4)]
      : conditionLines(context.file, explained.condition, 4)),
  ]
}

/** The condition of a criterion, and what it contributes. */
export const criterionState = (
  context: Context,
  explained: ExplainedCriterion,
  indent: number,
): readonly Line[] => [
  ...conditionLines(context.file, explained.condition, indent),
  ...contribution(context, explained).map((text) => line(text, indent)),
]

/** What a criterion adds to the verdict, where that is less than it says. */
function contribution(
  { evaluation: { pack } }: Context,
  { rule, truth, outspoken }: ExplainedCriterion,
): readonly string[] {
  if (truth !== 'true') return truth === 'unknown' ? ['What is unknown speaks for nobody.'] : []
  return [
    ...(favoursAll(pack, rule) ? ['It speaks for every option alike, so it counts for none.'] : []),
    ...[...outspoken].map(([option, other]) => {
      const degree = other.strength === rule.strength ? 'as strongly' : 'more strongly'
      return `It adds nothing for ${optionNames(pack, [option])}: ${other.id} speaks ${degree}, and a driver speaks once, with its strongest voice.`
    }),
  ]
}

/** "data-work, moderate for Python, fails: work is network-component (adr-profile.yaml:10:3)." */
export const criterionReason = (
  { evaluation: { pack }, file }: Context,
  { rule, truth, condition }: ExplainedCriterion,
): string => `${rule.id}, ${voiceText(pack, rule)}, ${truthClause[truth]}: ${reasonText(file, condition)}.`

/** A veto that holds or is open in full, and one that fails in one line. */
export function vetoLines(
  context: Context,
  { rule, truth, condition }: ExplainedRule<Veto>,
): readonly Line[] {
  const name = `${rule.id}, against ${optionNames(context.evaluation.pack, rule.against)}`
  return truth === 'false'
    ? [line(`${name}, fails: ${reasonText(context.file, condition)}.`)]
    : [
        line(`${name}: ${truthWord[truth]}`),
        ...conditionLines(context.file, condition, 4),
        ...claimLines(context, rule, 4),
      ]
}

/** What would turn a rule round. */
export const turnText = ({ truth, ways }: ExplainedRule<unknown>): string =>
  waysText(truth === 'true' ? 'fail' : 'hold', ways)
