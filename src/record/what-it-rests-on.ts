import { isChoice } from '../evaluation/decision.ts'
import { type Evaluation, driversRestedOn } from '../evaluation/evaluate.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { listOf, lowerFirst } from './words.ts'

/** The drivers without which a choice would be gone. */
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
  // What weighing alone would choose has been said.
  const said = evaluation.weighingAlone && resultClause(evaluation, evaluation.weighingAlone)
  const results = [...new Set(rests.map(resultWithout))].filter((result) => result !== said)
  return [
    ...(rests.length === 0
      ? ['It rests on no single driver: without any one of them the decision is the same.']
      : []),
    ...results.map((result) => {
      const drivers = rests.filter((driver) => resultWithout(driver) === result)
      return `Without ${quoted(evaluation, drivers)}, ${result}.`
    }),
  ]
}

const quoted = ({ pack }: Evaluation, drivers: readonly string[]): string =>
  listOf(
    drivers.map((driver) => `"${lowerFirst(nameOfDriver(pack, driver))}"`),
    'or',
  )
