import type { Pack } from '../criteria/pack.ts'
import { type ComponentEvidence, type Levels, levelsOf, scoresOf } from './evidence.ts'
import { DECISIVE_LEAD, type Level, SPLIT_COST } from './ladder.ts'

/** Where one component stands: what weighs for each option, and which options are ruled out. Lists are in option order. */
export interface Standing {
  readonly scores: readonly number[]
  readonly vetoed: readonly boolean[]
  /** The levels of the declared dominant constraint, if there is one. */
  readonly dominant: readonly Level[] | null
}

/** What a set of standings amounts to, before anybody asks whether the evidence is enough. Numbers are option indices. */
export type Outcome =
  | { readonly kind: 'chosen'; readonly option: number }
  | { readonly kind: 'split'; readonly assignment: readonly number[] }
  | { readonly kind: 'tie'; readonly options: readonly number[] }
  | { readonly kind: 'no-option' }

/** One way of serving all components with a set of options. */
export interface Allotment {
  readonly options: readonly number[]
  /** Sum over components of the best option's score, less the cost of every option after the first. */
  readonly total: number
  readonly assignment: readonly number[]
}

export const standingOf = (
  pack: Pack,
  { criteria, vetoes }: ComponentEvidence,
  dominantConstraint: string | undefined,
): Standing => standingFrom(pack, levelsOf(pack, criteria, 'least'), vetoes, dominantConstraint)

export function standingFrom(
  pack: Pack,
  levels: Levels,
  vetoes: ComponentEvidence['vetoes'],
  dominantConstraint: string | undefined,
): Standing {
  const dominant = pack.drivers.findIndex(({ id }) => id === dominantConstraint)
  return {
    scores: scoresOf(levels, pack.options.length),
    vetoed: pack.options.map(({ id }) =>
      vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(id)),
    ),
    dominant: levels[dominant] ?? null,
  }
}

/** The options still open to a component: not vetoed, and not behind another in the dominant constraint. */
export function openOptions({ scores, vetoed, dominant }: Standing): readonly number[] {
  const standing = scores.map((_, option) => option).filter((option) => !vetoed[option])
  if (dominant === null) return standing
  const best = Math.max(...standing.map((option) => dominant[option] ?? 0))
  return standing.filter((option) => dominant[option] === best)
}

/** Every feasible allotment, best first; ties go to fewer options, then to the pack's order. */
export function rankAllotments(standings: readonly Standing[]): readonly Allotment[] {
  const open = standings.map(openOptions)
  return subsetsOf(standings[0]?.scores.length ?? 0)
    .flatMap((subset) => allot(subset, standings, open) ?? [])
    .toSorted((a, b) => b.total - a.total || a.options.length - b.options.length)
}

const subsets = new Map<number, readonly (readonly number[])[]>()

/** Every non-empty set of the first `count` options. Remembered, because every completion asks for it again. */
export function subsetsOf(count: number): readonly (readonly number[])[] {
  const known = subsets.get(count)
  if (known !== undefined) return known
  const all = Array.from({ length: 2 ** count - 1 }, (_, index) =>
    Array.from({ length: count }, (_unused, option) => option).filter(
      (option) => ((index + 1) >> option) & 1,
    ),
  )
  subsets.set(count, all)
  return all
}

function allot(
  options: readonly number[],
  standings: readonly Standing[],
  open: readonly (readonly number[])[],
): Allotment | undefined {
  let total = -SPLIT_COST * (options.length - 1)
  const assignment: number[] = []
  for (const [index, { scores }] of standings.entries()) {
    const candidates = options.filter((option) => open[index]?.includes(option))
    const [first] = candidates
    if (first === undefined) return undefined
    const best = candidates.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a), first)
    total += scores[best] ?? 0
    assignment.push(best)
  }
  return { options, total, assignment }
}

/** The option, split or tie that the standings amount to. */
export function decideOutcome(standings: readonly Standing[]): Outcome {
  const ranked = rankAllotments(standings)
  const [best] = ranked
  if (best === undefined) return { kind: 'no-option' }
  if (best.options.length > 1) return { kind: 'split', assignment: best.assignment }
  const close = ranked.filter(
    ({ options, total }) => options.length === 1 && best.total - total < DECISIVE_LEAD,
  )
  const options = close.map(({ assignment }) => assignment[0] ?? 0)
  const [option = 0, ...others] = options
  return others.length === 0
    ? { kind: 'chosen', option }
    : { kind: 'tie', options: options.toSorted((a, b) => a - b) }
}

/** One word for an outcome, equal exactly when the outcomes are the same decision. */
export function labelOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'chosen':
      return `chosen ${outcome.option}`
    case 'split':
      return `split ${outcome.assignment.join(',')}`
    default:
      return outcome.kind
  }
}
