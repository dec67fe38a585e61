import { type Decision, decide } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { separatingDrivers } from '../evaluation/settled.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { listOf, lowerFirst } from './words.ts'

/** Asks for the constraint that dominates, where nothing is chosen: what each driver would choose if it came first. */
export function dominantSentences({
  pack,
  components,
  covered,
  verdict,
  dominantConstraint,
}: Evaluation): readonly string[] {
  if (verdict.decision.kind !== 'tie' || dominantConstraint !== undefined) return []
  const choices = separatingDrivers(pack, covered).flatMap((driver) => {
    const decision: Decision = decide({ pack, dominantConstraint: driver }, components)
    return decision.kind === 'chosen' ? [{ driver, option: decision.option }] : []
  })
  const clauses = pack.options.flatMap(({ id }) => {
    const drivers = choices
      .filter(({ option }) => option === id)
      .map(({ driver }) => `\`${driver}\` (${lowerFirst(nameOfDriver(pack, driver))})`)
    return drivers.length === 0 ? [] : [`${listOf(drivers, 'or')} would choose ${nameOfOption(pack, id)}`]
  })
  return clauses.length === 0
    ? []
    : [
        `Does one constraint decide before all others? Name it in the profile as \`dominant-constraint\`: ${listOf(clauses)}.`,
      ]
}
