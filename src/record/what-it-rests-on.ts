import { isChoice } from '../evaluation/decision.ts'
import { type Evaluation, driversRestedOn } from '../evaluation/evaluate.ts'
import { compareFractions, fraction } from '../evaluation/fraction.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { optionsRuledOut } from './exclusions.ts'
import { listOf, lowerFirst } from './words.ts'

/** The drivers without which a choice would be gone, and those that would undo it if they counted twice. */
export function restSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, withoutDriver } = evaluation
  const { decision } = verdict
  if (!isChoice(decision)) return []
  if (verdict.confidence === 'by-elimination') {
    const others = pack.options.filter(({ id }) => decision.kind === 'chosen' && id !== decision.option)
    const names = listOf(others.map(({ id }) => nameOfOption(pack, id))) || 'the other options'
    return [`It rests on what rules out ${names}, not on any driver.`]
  }
  const rests = driversRestedOn(evaluation)
  const resultWithout = (driver: string): string =>
    resultClause(evaluation, withoutDriver.get(driver) ?? decision)
  const results = [...new Set(rests.map(resultWithout))]
  const doubled = driversThatWouldUndo(evaluation)
  return [
    ...(rests.length === 0
      ? ['It rests on no single driver: without any one of them the decision is the same.']
      : []),
    ...results.map((result) => {
      const drivers = rests.filter((driver) => resultWithout(driver) === result)
      return `Without ${quoted(evaluation, drivers)}, ${result}.`
    }),
    ...(doubled.length === 0 ? [] : [`Counting ${quoted(evaluation, doubled)} twice would use up the lead.`]),
  ]
}

const quoted = ({ pack }: Evaluation, drivers: readonly string[]): string =>
  listOf(
    drivers.map((driver) => `"${lowerFirst(nameOfDriver(pack, driver))}"`),
    'or',
  )

/** Drivers for a rival that would draw level if they counted twice. What is decided before the weighing cannot be undone by it. */
function driversThatWouldUndo({ verdict, contests, covered, weighingAlone }: Evaluation): readonly string[] {
  if (verdict.decision.kind !== 'chosen' || weighingAlone !== undefined) return []
  const out = optionsRuledOut(covered)
  const drivers = contests
    .filter(({ rival, robustness }) => robustness.margin > 0 && !out.has(rival))
    .flatMap(({ robustness }) => [...robustness.vanishesAt])
    .filter(([, factor]) => isWithinDouble(factor))
    .map(([driver]) => driver)
  return [...new Set(drivers)]
}

const isWithinDouble = (factor: ReturnType<typeof fraction>): boolean =>
  compareFractions(factor, fraction(1, 1)) > 0 && compareFractions(factor, fraction(2, 1)) <= 0
