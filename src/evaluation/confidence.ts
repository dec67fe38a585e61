import type { Pack } from '../criteria/pack.ts'
import { type Decision, optionFor } from './decision.ts'
import { type ComponentEvidence, levelsOf } from './evidence.ts'
import { DECISIVE_LEAD, type Level, SUFFICIENT_DRIVERS, weightOf } from './ladder.ts'
import { tallyOf } from './standing.ts'

/**
 * How sure a choice is on what is known. `clear`: it is ahead under every weighting that keeps the order of the strengths,
 * for at least two drivers, and no driver speaks strongly for something else. `lean`: it is ahead, but not so.
 * `by-elimination`: every other option is ruled out.
 */
export type Confidence = 'clear' | 'lean' | 'by-elimination'

/** What one driver says of two options. */
export interface Voice {
  readonly driver: string
  readonly mine: Level
  readonly theirs: Level
}

/** What each driver of one component says of two options. */
export function voicesOf(
  pack: Pack,
  { criteria }: Pick<ComponentEvidence, 'criteria'>,
  mine: string,
  theirs: string,
): readonly Voice[] {
  const levels = levelsOf(pack, criteria, 'least')
  const indexOf = (id: string): number => pack.options.findIndex((option) => option.id === id)
  return pack.drivers.map(({ id }, driver) => ({
    driver: id,
    mine: levels[driver]?.[indexOf(mine)] ?? 0,
    theirs: levels[driver]?.[indexOf(theirs)] ?? 0,
  }))
}

/** How a component takes the option that it is given. */
type Reception = 'unopposed' | 'clear' | 'level' | 'against'

/**
 * @param isPlain neither a dominant constraint nor a burden made the decision what it is
 * @returns null where nothing is chosen
 */
export function confidenceOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  decision: Decision,
  isPlain: boolean,
): Confidence | null {
  if (decision.kind !== 'chosen' && decision.kind !== 'split') return null
  const receptions = covered.flatMap((component): readonly Reception[] => {
    const option = optionFor(decision, component.component.id)
    return option === undefined ? [] : [receptionOf(pack, component, option)]
  })
  const isSplit = decision.kind === 'split'
  if (
    receptions.every((one) => one === 'unopposed' || (one === 'level' && !isSplit)) &&
    receptions.includes('unopposed')
  )
    return 'by-elimination'
  const isCarried = isSplit ? !receptions.includes('level') : receptions.includes('clear')
  return isPlain && isCarried && !receptions.includes('against') ? 'clear' : 'lean'
}

function receptionOf(pack: Pack, component: ComponentEvidence, option: string): Reception {
  const { vetoed } = tallyOf(pack, component)
  const rivals = pack.options.filter(({ id }, index) => id !== option && vetoed[index] === false)
  if (rivals.length === 0) return 'unopposed'
  const contests = rivals.map(({ id }) => voicesOf(pack, component, option, id))
  if (contests.some((voices) => !isNeverBehind(surplusOf(voices)) || voices.some(isStrongAgainst)))
    return 'against'
  return contests.every(
    (voices) => marginOf(voices) >= DECISIVE_LEAD && favouring(voices) >= SUFFICIENT_DRIVERS,
  )
    ? 'clear'
    : 'level'
}

const isStrongAgainst = ({ mine, theirs }: Voice): boolean => theirs === 3 && mine < 3

const favouring = (voices: readonly Voice[]): number =>
  voices.filter(({ mine, theirs }) => mine > theirs).length

/** How many more drivers speak for the first option than for the second at level 1, 2 and 3 or above. */
export type Surplus = readonly [atLeastWeak: number, atLeastModerate: number, atLeastStrong: number]

/**
 * Cumulative dominance (Kirkwood and Sarin 1985): where no surplus is negative, no weighting with
 * 0 < weak <= moderate <= strong puts the second option ahead.
 */
export function surplusOf(voices: readonly Voice[]): Surplus {
  const surplus = (level: number): number =>
    voices.filter(({ mine }) => mine >= level).length - voices.filter(({ theirs }) => theirs >= level).length
  return [surplus(1), surplus(2), surplus(3)]
}

export const isNeverBehind = (surplus: Surplus): boolean => surplus.every((count) => count >= 0)

/** How much more weighs for the first option. */
export const marginOf = (voices: readonly Voice[]): number =>
  voices.reduce((sum, { mine, theirs }) => sum + weightOf(mine) - weightOf(theirs), 0)
