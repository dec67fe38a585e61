import { isChoice } from '../evaluation/decision.ts'
import { type Evaluation, driversRestedOn } from '../evaluation/evaluate.ts'
import { namesOfOptions, quotedDriver } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { listOf } from './words.ts'

/** The drivers without which a choice would be gone. */
export function restSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, withoutDriver } = evaluation
  const { decision } = verdict
  if (!isChoice(decision)) return []
  if (verdict.confidence === 'by-elimination') {
    const ids = pack.options.map(({ id }) => id)
    const others = ids.filter((id) => decision.kind === 'chosen' && id !== decision.option)
    const names = namesOfOptions(pack, others) || 'the other options'
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
      const names = drivers.map((driver) => quotedDriver(pack, driver))
      return `Without ${listOf(names, 'or')}, ${result}.`
    }),
  ]
}
