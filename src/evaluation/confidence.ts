import type { Pack } from '../criteria/pack.ts'
import type { Decision } from './decision.ts'
import { type ComponentEvidence, type Levels, levelsOf } from './evidence.ts'
import { type Voice, dominanceOf } from './robustness.ts'
import type { Block, Residual } from './residual.ts'

/**
 * `clear`: no weighting that respects the strength order changes the choice, whatever the unanswered facts turn out to be.
 * `lean`: it leads, but that rests on how drivers are weighed. `by-elimination`: every other option is ruled out.
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

export const isVetoed = ({ vetoes }: ComponentEvidence, option: string): boolean =>
  vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(option))

export function confidenceOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  residuals: readonly Residual[],
  decision: Decision,
  settled: boolean,
): Confidence | null {
  if (decision.kind !== 'chosen' && decision.kind !== 'split') return null
  const chosenFor = (component: string): string =>
    decision.kind === 'chosen' ? decision.option : (decision.assignment.get(component) ?? '')
  const rivalsIn = (entry: ComponentEvidence): readonly string[] =>
    pack.options
      .map(({ id }) => id)
      .filter((option) => option !== chosenFor(entry.component.id) && !isVetoed(entry, option))
  if (covered.every((entry) => rivalsIn(entry).length === 0)) return 'by-elimination'
  const contests =
    decision.kind === 'chosen'
      ? [...new Set(covered.flatMap(rivalsIn))].map((rival) => ({
          entries: covered.map((_, index) => index),
          mine: decision.option,
          rival,
        }))
      : covered.flatMap((entry, index) =>
          rivalsIn(entry).map((rival) => ({ entries: [index], mine: chosenFor(entry.component.id), rival })),
        )
  const dominates = contests.every(({ entries, mine, rival }) =>
    dominatesAlways(
      pack,
      entries.flatMap((index) => covered[index] ?? []),
      entries.flatMap((index) => residuals[index] ?? []),
      [mine, rival],
    ),
  )
  return settled && dominates ? 'clear' : 'lean'
}

/** Cumulative dominance in every completion: the counts of independent blocks add up, so their least values do too. */
function dominatesAlways(
  pack: Pack,
  evidence: readonly ComponentEvidence[],
  residuals: readonly Residual[],
  [mine, theirs]: readonly [string, string],
): boolean {
  const known = evidence.flatMap(({ criteria }) =>
    voicesOf(pack, levelsOf(pack, criteria, 'least'), mine, theirs),
  )
  if (!dominanceOf(known).dominates) return false
  const blocks = residuals.flatMap((residual) => residual.blocks)
  if (blocks.some(({ completions }) => completions === null))
    return boundsDominate(pack, evidence, mine, theirs)
  const settled = dominanceOf(
    residuals.flatMap(({ settledLevels }) => voicesOf(pack, settledLevels, mine, theirs)),
  )
  return settled.counts.every((count, level) => {
    const least = blocks.reduce((sum, block) => sum + leastCount(pack, block, level, mine, theirs), 0)
    return count + least >= 0
  })
}

const leastCount = (pack: Pack, block: Block, level: number, mine: string, theirs: string): number =>
  (block.completions ?? []).reduce((least, { levels }) => {
    const count = dominanceOf(voicesOf(pack, levels, mine, theirs)).counts[level] ?? 0
    return Math.min(least, count)
  }, Infinity)

function boundsDominate(
  pack: Pack,
  evidence: readonly ComponentEvidence[],
  mine: string,
  theirs: string,
): boolean {
  const voices = evidence.flatMap(({ criteria }) => {
    const least = voicesOf(pack, levelsOf(pack, criteria, 'least'), mine, theirs)
    const most = voicesOf(pack, levelsOf(pack, criteria, 'most'), mine, theirs)
    return least.map((voice, index) => ({ ...voice, theirs: most[index]?.theirs ?? 0 }))
  })
  return dominanceOf(voices).dominates
}
