import { isChoice, isSameVerdict } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Level } from '../evaluation/ladder.ts'
import type { TurningReason } from '../evaluation/turning-reasons.ts'
import type { DecisionChange } from './review-decisions.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import { decisionSentence } from '../record/decision-sentence.ts'
import { levelAdverb, levelWord, listOf, lowerFirst, upperFirst } from '../record/words.ts'
import { plainText } from '../report/plain-text.ts'
import { degreeOf, surenessBefore, surenessOf } from '../report/verdict-words.ts'
import type { Phrase } from './block.ts'

const MOST_REASONS = 3

/** "Language for Settlement": what a decision is about. */
export function subjectOf({ evaluation: { pack, profile }, request }: WantedDecision): string {
  const name = request.id === undefined ? profile.project : `${profile.project} (${request.id})`
  return `${upperFirst(pack.topic)} for ${name}`
}

/** "Go", "a tie between Python and Go": what a verdict amounts to. */
function outcomeName({ pack, covered, verdict: { decision } }: Evaluation): string {
  switch (decision.kind) {
    case 'chosen':
      return optionName(pack, decision.option)
    case 'split':
      return listOf(
        covered.map(({ component: { id, name } }) => {
          const option = decision.assignment.get(id)
          return `${option === undefined ? 'no particular option' : optionName(pack, option)} for ${name}`
        }),
      )
    case 'tie':
      return `a tie between ${listOf(decision.options.map((id) => optionName(pack, id)))}`
    case 'insufficient-evidence':
      return 'too little evidence'
    case 'no-option':
      return 'no option, because all are ruled out'
    case 'out-of-scope':
      return 'outside the comparison'
    case 'scope-unknown':
      return 'not known whether the comparison applies'
  }
}

export const optionName = (pack: Evaluation['pack'], id: string): string =>
  pack.options.find((option) => option.id === id)?.name ?? id

/** "Go (leaning, provisional)". */
export const outcomeWithDegree = (evaluation: Evaluation): string =>
  outcomeName(evaluation) + degreeNote(evaluation)

/** " (leaning, provisional)"; nothing where nothing was chosen. */
function degreeNote({ verdict }: Evaluation): string {
  const words = surenessOf(verdict)
  return words === '' ? '' : ` (${words})`
}

/** The verdict before and after, in one sentence. */
export function verdictSentence(
  before: Evaluation,
  after: Evaluation,
  { reasons }: Pick<DecisionChange, 'reasons'>,
): Phrase {
  if (!isSameVerdict(before.verdict.decision, after.verdict.decision)) {
    const because = reasonList(after, reasons.slice(0, MOST_REASONS))
    return [
      { strong: upperFirst(outcomeName(after)) },
      `${degreeNote(after)} instead of ${outcomeWithDegree(before)}${because === '' ? '' : `, because ${because}`}.`,
    ]
  }
  return [
    'Still ',
    { strong: outcomeName(after) },
    `${degreeNote(after)}${confidenceChange(before, after)}.${edgeSentence(before, after)}`,
  ]
}

/** How much nearer the edge a choice came, although it stands. */
function edgeSentence(before: Evaluation, after: Evaluation): string {
  const [was, is] = [changesToTurn(before), changesToTurn(after)]
  if (!isChoice(after.verdict.decision) || is >= was) return ''
  return ` ${is === 1 ? 'One changed answer' : 'Two changed answers'} would turn it now; before, it took ${was === 2 ? 'two' : 'more than two'}.`
}

/** The fewest changed answers that lead to another decision; more than two are not searched. */
const changesToTurn = ({ flips }: Evaluation): number =>
  Math.min(3, ...[...flips.toAnother, ...flips.toNone].map(({ changes }) => changes.length))

function confidenceChange({ verdict: before }: Evaluation, { verdict: after }: Evaluation): string {
  if (degreeOf(before) !== degreeOf(after)) return `, where it was ${surenessBefore(before, after)}`
  if (before.settled === after.settled) return ''
  return after.settled
    ? ', and no missing answer could change that any more'
    : ', but an answer that is missing could change that now'
}

/** The verdict of a decision that is new. */
export const newVerdict = (evaluation: Evaluation): Phrase => [
  'New: ',
  { strong: outcomeName(evaluation) },
  `${degreeNote(evaluation)}. ${plainText(decisionSentence(evaluation))}`,
]

function reasonList(evaluation: Evaluation, reasons: readonly TurningReason[]): string {
  const [first] = reasons
  const words = [...new Set(reasons.map((reason) => reasonWords(evaluation, reason)))]
  if (!evaluation.profile.divided || first === undefined) return listOf(words)
  if (reasons.every(({ component }) => component === first.component))
    return `for ${first.component.name}, ${listOf(words)}`
  return reasons
    .map((reason) => `for ${reason.component.name}, ${reasonWords(evaluation, reason)}`)
    .join('; ')
}

const scopeWords = {
  true: 'the comparison applies now',
  false: 'the comparison does not apply any more',
  unknown: 'nobody knows any more whether the comparison applies',
} as const

function reasonWords({ pack }: Evaluation, reason: TurningReason): string {
  switch (reason.kind) {
    case 'scope':
      return scopeWords[reason.applies]
    case 'veto': {
      const options = listOf(reason.options.map((id) => optionName(pack, id)))
      const verb = reason.options.length === 1 ? 'is' : 'are'
      return `${options} ${verb} ${reason.holds ? 'now' : 'no longer'} ruled out`
    }
    case 'burden':
      return `a second option is ${reason.holds ? 'now' : 'no longer'} a burden`
    case 'driver': {
      const driver = pack.drivers.find(({ id }) => id === reason.driver)?.name ?? reason.driver
      const whom =
        reason.against.length === 0
          ? `for ${optionName(pack, reason.option)}`
          : `against ${listOf(reason.against.map((id) => optionName(pack, id)))}`
      return `${lowerFirst(driver)} ${shiftOf(reason.before, reason.after)} ${whom}`
    }
  }
}

function shiftOf(before: Level, after: Level): string {
  const strength = levelWord[after]
  if (strength === '') return 'no longer speaks'
  if (before === 0) return `now speaks ${levelAdverb[strength]}`
  return `now speaks ${after > before ? 'more strongly' : 'less strongly'}`
}
