import { rememberedOfText } from '../document/remembered.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ChoiceArguments, nameOfOption } from './argument.ts'
import { sourcesIn } from './citation.ts'
import { boundaryLines, gainLines, lossLines, sharedLine, watchLines } from './consequences.ts'
import { driverTable } from './driver-table.ts'
import { ownOptions } from './house.ts'
import { visibleWords } from './inline-text.ts'
import type { PageLimits } from './page-limits.ts'
import { leadingArguments, opposingPoints, reasonPoints, sidePoints } from './reasons.ts'
import { turningLines } from './turning-changes.ts'
import { nextQuestions } from './what-is-open.ts'

/** What a page says in one place. */
interface Told<Value> {
  readonly value: Value
  /** How many words a reader sees. */
  readonly words: number
  /** The ids of the sources that it cites. */
  readonly cited: readonly string[]
}

export function told<Value>(value: Value): Told<Value> {
  const texts = textsIn(value).map(textMeasured)
  return {
    value,
    words: texts.reduce((sum, { words }) => sum + words, 0),
    cited: texts.flatMap(({ cited }) => cited),
  }
}

const textMeasured = rememberedOfText((text) => ({
  words: visibleWords(text).length,
  cited: sourcesIn(text).cited,
}))

/** Every text in a value, whatever it is made of. */
function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) textsIn(part, found)
  return found
}

/** A part of a page, which depends on some limits: of pages that differ in others, it is made once. */
function limited<Name extends keyof PageLimits, Value>(
  names: readonly Name[],
  make: (limits: Pick<PageLimits, Name>) => Value,
): (limits: PageLimits) => Told<Value> {
  const made = new Map<string, Told<Value>>()
  return (limits) => {
    const key = names.map((name) => limits[name]).join()
    const part = made.get(key) ?? told(make(limits))
    made.set(key, part)
    return part
  }
}

/** The parts of a page that show more or less. */
export function limitedParts(evaluation: Evaluation, choice: ChoiceArguments) {
  const leading = leadingArguments(evaluation, choice)
  const watching = watchLines(evaluation, choice)
  const losing = lossLines(evaluation, choice)
  const turning = turningLines(evaluation)
  const asking = nextQuestions(evaluation)
  return {
    table: limited(['facts'], ({ facts }) => driverTable(evaluation, facts)),
    why: limited(['reasons', 'sources'], ({ reasons, sources }) =>
      reasonPoints(evaluation, leading(reasons), sources),
    ),
    against: limited(['against', 'sources'], (limits) => opposingPoints(evaluation, choice, limits)),
    sides: limited(['against', 'sources'], (limits) => sidesOf(evaluation, choice, limits)),
    shared: limited(['advice'], ({ advice }) => sharedLines(evaluation, advice)),
    gains: limited(['reasons', 'gains'], ({ reasons, gains }) =>
      gainLines(evaluation, leading(reasons)).slice(0, gains),
    ),
    losses: limited(['losses'], ({ losses }) => losing.slice(0, losses)),
    boundary: limited(['advice'], ({ advice }) => boundaryLines(evaluation, advice)),
    watch: limited(['watch'], ({ watch }) => watching(watch)),
    changes: limited(['changes'], ({ changes }) => turning.slice(0, changes)),
    questions: limited(['questions'], ({ questions }) => asking.slice(0, questions)),
  }
}

/** What speaks for each option and against it, where none is chosen. */
const sidesOf = (
  evaluation: Evaluation,
  choice: ChoiceArguments,
  limits: Pick<PageLimits, 'against' | 'sources'>,
) =>
  (choice.isMade ? [] : evaluation.pack.options).flatMap(({ id }) =>
    [false, true].flatMap((opposed) => {
      const points = sidePoints(evaluation, id, opposed, choice, limits)
      return points.length === 0 ? [] : [{ option: nameOfOption(evaluation.pack, id), opposed, points }]
    }),
  )

function sharedLines({ pack, verdict: { decision } }: Evaluation, advice: number): readonly string[] {
  const hasNoChoice = decision.kind === 'tie' || decision.kind === 'insufficient-evidence'
  return hasNoChoice && ownOptions(pack).length === 0
    ? pack.shared.slice(0, advice).map((ground) => sharedLine(pack, ground))
    : []
}
