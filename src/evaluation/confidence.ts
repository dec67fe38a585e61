import type { Pack } from '../criteria/pack.ts'
import type { Decision } from './decision.ts'
import { type ComponentEvidence, type Levels, levelsOf } from './evidence.ts'
import { subsetsOf } from './outcome.ts'
import type { Residual } from './residual.ts'
import { type Voice, dominanceOf } from './robustness.ts'

/**
 * `clear`: no weighting that respects the strength order puts anything else ahead, whatever the unanswered facts turn out
 * to be. `lean`: it leads, but that rests on how drivers are weighed. `by-elimination`: every other option is ruled out.
 */
export type Confidence = 'clear' | 'lean' | 'by-elimination'

/** What each driver of one component says of two options. */
export const voicesOf = (pack: Pack, levels: Levels, mine: string, theirs: string): readonly Voice[] => {
  const indexOf = (id: string): number => pack.options.findIndex((option) => option.id === id)
  return pack.drivers.map(({ id }, driver) => ({
    driver: id,
    mine: levels[driver]?.[indexOf(mine)] ?? 0,
    theirs: levels[driver]?.[indexOf(theirs)] ?? 0,
  }))
}

/** How far the chosen option of a component is ahead of each option, at each level, in its worst completion. */
type Leads = ReadonlyMap<string, readonly number[]>

export function confidenceOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  residuals: readonly Residual[],
  decision: Decision,
  settled: boolean,
): Confidence | null {
  if (decision.kind !== 'chosen' && decision.kind !== 'split') return null
  const chosen = covered.map(({ component }) =>
    decision.kind === 'chosen' ? decision.option : (decision.assignment.get(component.id) ?? ''),
  )
  const leads = covered.flatMap((evidence, index): readonly Leads[] => {
    const residual = residuals[index]
    return residual === undefined ? [] : [leadsOf(pack, evidence, residual, chosen[index] ?? '')]
  })
  if (leads.every(({ size }) => size === 1)) return 'by-elimination'
  return settled && isNeverBehind(pack, leads, new Set(chosen).size) ? 'clear' : 'lean'
}

/** The leads over all options that no veto rules out, the chosen one included, over which the lead is nothing. */
function leadsOf(pack: Pack, evidence: ComponentEvidence, residual: Residual, chosen: string): Leads {
  const isVetoed = (option: string): boolean =>
    evidence.vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(option))
  return new Map(
    pack.options
      .filter(({ id }) => id === chosen || !isVetoed(id))
      .map(({ id }) => [id, id === chosen ? [0, 0, 0] : worstCounts(pack, evidence, residual, [chosen, id])]),
  )
}

/**
 * Cumulative dominance against every way of serving all components with any set of options, where an option more costs
 * one strong driver. The worst assignment at each level can be put together component by component.
 */
function isNeverBehind(pack: Pack, leads: readonly Leads[], optionsUsed: number): boolean {
  return subsetsOf(pack.options.length).every((subset) => {
    const options = subset.map((option) => pack.options[option]?.id ?? '')
    const feasible = leads.every((component) => options.some((option) => component.has(option)))
    if (!feasible) return true
    return [0, 1, 2].every((level) => {
      const worst = leads.map((component) =>
        Math.min(...options.flatMap((option) => component.get(option)?.[level] ?? [])),
      )
      return worst.reduce((sum, count) => sum + count, options.length - optionsUsed) >= 0
    })
  })
}

/** The surplus of drivers at each level in the worst completion: independent blocks add up, so their least values do too. */
function worstCounts(
  pack: Pack,
  evidence: ComponentEvidence,
  { settledLevels, blocks }: Residual,
  [mine, theirs]: readonly [string, string],
): readonly number[] {
  const countsOf = (levels: Levels): readonly number[] =>
    dominanceOf(voicesOf(pack, levels, mine, theirs)).counts
  if (blocks.some(({ completions }) => completions === null))
    return boundCounts(pack, evidence, [mine, theirs])
  const least = blocks.map(({ completions }) => {
    const counts = (completions ?? []).map(({ levels }) => countsOf(levels))
    return [0, 1, 2].map((level) => Math.min(...counts.map((count) => count[level] ?? 0)))
  })
  return countsOf(settledLevels).map((count, level) =>
    least.reduce((sum, block) => sum + (block[level] ?? 0), count),
  )
}

/** Everything that is open speaks against the choice: sound, but more than any one completion can do. */
function boundCounts(
  pack: Pack,
  { criteria }: ComponentEvidence,
  [mine, theirs]: readonly [string, string],
): readonly number[] {
  const least = voicesOf(pack, levelsOf(pack, criteria, 'least'), mine, theirs)
  const most = voicesOf(pack, levelsOf(pack, criteria, 'most'), mine, theirs)
  return dominanceOf(least.map((voice, index) => ({ ...voice, theirs: most[index]?.theirs ?? 0 }))).counts
}
