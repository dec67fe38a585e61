import type { Pack } from '../criteria/pack.ts'
import type { Decision } from './decision.ts'
import { type ComponentEvidence, type Levels, levelsOf } from './evidence.ts'
import { rankAllotments, standingOf } from './outcome.ts'
import type { Block, Residual } from './residual.ts'
import { type Voice, dominanceOf } from './robustness.ts'

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

const isVetoed = ({ vetoes }: ComponentEvidence, option: string): boolean =>
  vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(option))

/** One component in which the choice and a rival course of action differ. */
interface Bout {
  readonly evidence: ComponentEvidence
  readonly residual: Residual
  readonly mine: string
  readonly theirs: string
}

/** The choice against one rival course; `cost` is how many options fewer the rival needs. */
interface Challenge {
  readonly bouts: readonly Bout[]
  readonly cost: number
}

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
  const boutsOf = (rival: (index: number) => string): readonly Bout[] =>
    covered.flatMap((evidence, index) => {
      const [residual, mine, theirs] = [residuals[index], chosenFor(evidence.component.id), rival(index)]
      return residual === undefined || theirs === mine || isVetoed(evidence, theirs)
        ? []
        : [{ evidence, residual, mine, theirs }]
    })
  const rivals = pack.options.map(({ id }) => boutsOf(() => id))
  if (rivals.every((bouts) => bouts.length === 0)) return 'by-elimination'
  const challenges: readonly Challenge[] =
    decision.kind === 'chosen'
      ? rivals.map((bouts) => ({ bouts, cost: 0 }))
      : [
          ...rivals.flatMap((bouts) => bouts.map((bout) => ({ bouts: [bout], cost: 0 }))),
          ...simplerAllotments(pack, covered, new Set(decision.assignment.values()).size).map(
            ({ assignment, cost }) => ({
              bouts: boutsOf((index) => assignment[index] ?? ''),
              cost,
            }),
          ),
        ]
  const withstands = challenges.every(
    (challenge) => challenge.bouts.length === 0 || dominatesAlways(pack, challenge),
  )
  return settled && withstands ? 'clear' : 'lean'
}

/** The ways of serving all components with fewer options than a division has. */
function simplerAllotments(pack: Pack, covered: readonly ComponentEvidence[], options: number) {
  return rankAllotments(covered.map((component) => standingOf(pack, component, undefined)))
    .filter((allotment) => allotment.options.length < options)
    .map(({ options: fewer, assignment }) => ({
      cost: options - fewer.length,
      assignment: assignment.map((option) => pack.options[option]?.id ?? ''),
    }))
}

/** An option more costs one strong driver, in every weighting. */
const costVoices = (cost: number): readonly Voice[] =>
  Array.from({ length: cost }, () => ({ driver: '', mine: 0 as const, theirs: 3 as const }))

/** Cumulative dominance in every completion: the counts of independent blocks add up, so their least values do too. */
function dominatesAlways(pack: Pack, { bouts, cost }: Challenge): boolean {
  const voices = (levels: (bout: Bout) => Levels): readonly Voice[] => [
    ...bouts.flatMap((bout) => voicesOf(pack, levels(bout), bout.mine, bout.theirs)),
    ...costVoices(cost),
  ]
  const known = dominanceOf(voices(({ evidence }) => levelsOf(pack, evidence.criteria, 'least')))
  if (!known.dominates) return false
  if (bouts.some(({ residual }) => residual.blocks.some(({ completions }) => completions === null)))
    return dominanceOf([...bouts.flatMap((bout) => worstVoices(pack, bout)), ...costVoices(cost)]).dominates
  const settled = dominanceOf(voices(({ residual }) => residual.settledLevels))
  return settled.counts.every((count, level) => {
    const least = bouts.flatMap((bout) =>
      bout.residual.blocks.map((block) => leastCount(pack, block, level, bout)),
    )
    return least.reduce((sum, value) => sum + value, count) >= 0
  })
}

const leastCount = (pack: Pack, { completions }: Block, level: number, { mine, theirs }: Bout): number =>
  Math.min(
    ...(completions ?? []).map(
      ({ levels }) => dominanceOf(voicesOf(pack, levels, mine, theirs)).counts[level] ?? 0,
    ),
  )

/** Everything that is open speaks against the choice. Sound, but more than any one completion can do. */
function worstVoices(pack: Pack, { evidence, mine, theirs }: Bout): readonly Voice[] {
  const least = voicesOf(pack, levelsOf(pack, evidence.criteria, 'least'), mine, theirs)
  const most = voicesOf(pack, levelsOf(pack, evidence.criteria, 'most'), mine, theirs)
  return least.map((voice, index) => ({ ...voice, theirs: most[index]?.theirs ?? 0 }))
}
