import type { Pack, Veto } from '../criteria/pack.ts'
import { type Levels, type Rules, levelsOf, scoresOf } from './evidence.ts'
import { DECISIVE_LEAD, type Level, SPLIT_COST } from './ladder.ts'
import { type Answers, truthOf } from './truth.ts'

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

/** What speaks for each option of one component, and which are ruled out. Lists are in the pack's order. */
export interface Tally {
  readonly levels: Levels
  readonly vetoed: readonly boolean[]
}

/** What is unknown speaks for nobody here, and rules nothing out. */
export const tallyOf = (pack: Pack, { criteria, vetoes }: Rules): Tally => ({
  levels: levelsOf(pack, criteria, 'least'),
  vetoed: vetoedBy(
    pack,
    vetoes.filter(({ truth }) => truth === 'true').map(({ rule }) => rule),
  ),
})

/** Which options some vetoes rule out when they hold. */
export const vetoedBy = (pack: Pack, vetoes: readonly Veto[]): readonly boolean[] =>
  pack.options.map(({ id }) => vetoes.some(({ against }) => against.includes(id)))

/** Which options the vetoes rule out with these answers. */
export const vetoedUnder = (pack: Pack, vetoes: readonly Veto[], answers: Answers): readonly boolean[] =>
  vetoedBy(
    pack,
    vetoes.filter(({ when }) => truthOf(when, answers) === 'true'),
  )

export const standingOf = (pack: Pack, evidence: Rules, dominantConstraint: string | undefined): Standing =>
  standingFrom(pack, tallyOf(pack, evidence), dominantConstraint)

export const standingFrom = (
  pack: Pack,
  { levels, vetoed }: Tally,
  dominantConstraint: string | undefined,
): Standing => ({
  scores: scoresOf(levels, pack.options.length),
  vetoed,
  dominant: levels[pack.drivers.findIndex(({ id }) => id === dominantConstraint)] ?? null,
})

/** The options still open to a component: not vetoed, and not behind another in the dominant constraint. */
export function openOptions({ scores, vetoed, dominant }: Standing): readonly number[] {
  const standing = scores.map((_, option) => option).filter((option) => !vetoed[option])
  if (dominant === null) return standing
  const best = Math.max(...standing.map((option) => dominant[option] ?? 0))
  return standing.filter((option) => dominant[option] === best)
}

/** Every feasible allotment, best first; ties go to fewer options, then to the pack's order. */
export function rankAllotments(standings: readonly Standing[]): readonly Allotment[] {
  const count = standings[0]?.scores.length ?? 0
  return allotmentsOf(standings, standings.map(openOptions), subsetsOf(count)).toSorted(compareAllotments)
}

const compareAllotments = (a: Allotment, b: Allotment): number =>
  b.total - a.total || a.options.length - b.options.length

const allotmentsOf = (
  standings: readonly Standing[],
  open: readonly (readonly number[])[],
  subsets: readonly (readonly number[])[],
): readonly Allotment[] =>
  subsets.map((subset) => allot(subset, standings, open)).filter((allotment) => allotment !== undefined)

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
    let best = -1
    for (const option of options)
      if (open[index]?.includes(option) && (best < 0 || (scores[option] ?? 0) > (scores[best] ?? 0)))
        best = option
    if (best < 0) return undefined
    total += scores[best] ?? 0
    assignment.push(best)
  }
  return { options, total, assignment }
}

/** The option, split or tie that the standings amount to. */
export function decideOutcome(
  standings: readonly Standing[],
  open: readonly (readonly number[])[] = standings.map(openOptions),
): Outcome {
  // An option that serves nobody only costs.
  const useful = subsetsOf(standings[0]?.scores.length ?? 0).filter(
    ({ length }) => length <= standings.length,
  )
  const allotments = allotmentsOf(standings, open, useful)
  const [first] = allotments
  if (first === undefined) return { kind: 'no-option' }
  const best = allotments.reduce((a, b) => (compareAllotments(a, b) <= 0 ? a : b), first)
  if (best.options.length > 1) return { kind: 'split', assignment: best.assignment }
  const close = allotments.filter(
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
