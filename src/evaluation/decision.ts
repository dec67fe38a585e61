import type { Pack } from '../criteria/pack.ts'
import type { ComponentEvidence } from './evidence.ts'
import { DECISIVE_LEAD } from './ladder.ts'
import { type Standing, type Weighing, openOptions, tallyOf, weigh } from './standing.ts'

/** What the known evidence amounts to, in the pack's own names. */
export type Decision =
  | { readonly kind: 'chosen'; readonly option: string }
  /** The option of each component that leads to one; the others can go with any that suits them. */
  | { readonly kind: 'split'; readonly assignment: ReadonlyMap<string, string> }
  /** Nothing decides among these options: they are close, or so little is known that an answer could still decide. */
  | { readonly kind: 'tie' | 'insufficient-evidence'; readonly options: readonly string[] }
  | { readonly kind: 'no-option' | 'out-of-scope' | 'scope-unknown' }

/** What the standings of all components amount to. Numbers are option indices. */
export type Outcome =
  | { readonly kind: 'chosen'; readonly option: number }
  /** For each component the option that it leads to by itself; null where it leads to none in particular. */
  | { readonly kind: 'split'; readonly assignment: readonly (number | null)[] }
  | { readonly kind: 'tie'; readonly options: readonly number[] }
  | { readonly kind: 'no-option' }

/** The components that the comparison covers; the others take no part in the decision. */
export const coveredComponents = (evidence: readonly ComponentEvidence[]): readonly ComponentEvidence[] =>
  evidence.filter(({ scope }) => scope === 'true')

/** Judges the evidence that holds. What is unknown speaks for nobody here. */
export function decide(weighing: Weighing, evidence: readonly ComponentEvidence[]): Decision {
  if (evidence.some(({ scope }) => scope === 'unknown')) return { kind: 'scope-unknown' }
  const covered = coveredComponents(evidence)
  if (covered.length === 0) return { kind: 'out-of-scope' }
  const standings = covered.map((component) => weigh(weighing, tallyOf(weighing.pack, component)))
  return decideStandings(weighing.pack, covered, standings)
}

/** Judges components that are covered. */
export const decideStandings = (
  pack: Pack,
  covered: readonly ComponentEvidence[],
  standings: readonly Standing[],
): Decision => nameOutcome(pack, covered, decideOutcome(standings))

export function nameOutcome(pack: Pack, covered: readonly ComponentEvidence[], outcome: Outcome): Decision {
  const nameOf = (option: number): string => pack.options[option]?.id ?? ''
  switch (outcome.kind) {
    case 'chosen':
      return { kind: 'chosen', option: nameOf(outcome.option) }
    case 'tie':
      return { kind: 'tie', options: outcome.options.map(nameOf) }
    case 'no-option':
      return { kind: 'no-option' }
    case 'split':
      return {
        kind: 'split',
        assignment: new Map(
          covered.flatMap(({ component }, index) => {
            const option = outcome.assignment[index] ?? null
            return option === null ? [] : [[component.id, nameOf(option)] as const]
          }),
        ),
      }
  }
}

/** Equal exactly for equal decisions. Which options are left undecided is part of it; whether answers are missing is not. */
export function decisionKey(decision: Decision): string {
  switch (decision.kind) {
    case 'chosen':
      return `chosen ${decision.option}`
    case 'split':
      return `split ${[...decision.assignment].map((pair) => pair.join('=')).join(' ')}`
    case 'tie':
    case 'insufficient-evidence':
      return `undecided ${decision.options.join(' ')}`
    default:
      return decision.kind
  }
}

/** Whether two verdicts say the same, also about why nothing is chosen. */
export const isSameVerdict = (a: Decision, b: Decision): boolean =>
  a.kind === b.kind && decisionKey(a) === decisionKey(b)

/** Whether an option, or one for each component, was chosen. */
export const isChoice = (decision: Decision): boolean =>
  decision.kind === 'chosen' || decision.kind === 'split'

/** The option that a decision gives to a component. */
export const optionFor = (decision: Decision, component: string): string | undefined =>
  decision.kind === 'chosen'
    ? decision.option
    : decision.kind === 'split'
      ? decision.assignment.get(component)
      : undefined

/**
 * Judges each component alone, and then all together. Whether an option is ahead of another never depends on a third,
 * so that more evidence for an option cannot help another.
 */
export function decideOutcome(standings: readonly Standing[]): Outcome {
  const open = standings.map(openOptions)
  if (open.some(({ length }) => length === 0)) return { kind: 'no-option' }
  const forAll = (open[0] ?? []).filter((option) => open.every((options) => options.includes(option)))
  const isOneForAll = forAll.length > 0 && standings.some(({ burdened }) => burdened)
  const contenders = isOneForAll ? forAll : [...new Set(open.flat())].toSorted((a, b) => a - b)
  const isAhead = (option: number, rival: number): boolean =>
    option !== rival && leads(standings, option, rival, isOneForAll)
  const option = forAll.find((mine) => contenders.every((rival) => rival === mine || isAhead(mine, rival)))
  if (option !== undefined) return { kind: 'chosen', option }
  return (
    (isOneForAll ? null : splitOf(standings, open)) ?? {
      kind: 'tie',
      options: undecided(contenders, isAhead),
    }
  )
}

/**
 * Whether an option is ahead of a rival in some component, and behind in none. Where one option has to serve all and each
 * is ahead somewhere, the regret decides: how far the rival is ahead where it is furthest ahead.
 */
function leads(standings: readonly Standing[], mine: number, rival: number, isOneForAll: boolean): boolean {
  let most = -Infinity
  let least = Infinity
  for (const standing of standings) {
    const lead = leadIn(standing, mine, rival)
    if (lead > most) most = lead
    if (lead < least) least = lead
  }
  if (most < DECISIVE_LEAD) return false
  return least > -DECISIVE_LEAD || (isOneForAll && most + least >= DECISIVE_LEAD)
}

/** How much more weighs for an option than for a rival in one component. What is ruled out is behind by any measure. */
function leadIn({ scores, vetoed }: Standing, mine: number, rival: number): number {
  const [isOut, isRivalOut] = [vetoed[mine] === true, vetoed[rival] === true]
  if (isOut || isRivalOut) return Number(isRivalOut) === Number(isOut) ? 0 : isOut ? -Infinity : Infinity
  return (scores[mine] ?? 0) - (scores[rival] ?? 0)
}

/** The options among which nothing decides: those that no option beats, and those that they do not beat either. */
function undecided(
  options: readonly number[],
  isAhead: (option: number, rival: number) => boolean,
): readonly number[] {
  const best = options.filter((option) => !options.some((rival) => isAhead(rival, option)))
  return options.filter((option) => !best.some((rival) => isAhead(rival, option)))
}

/** A split, where no option is good enough for every component and some component leads to one. */
function splitOf(standings: readonly Standing[], open: readonly (readonly number[])[]): Outcome | null {
  const near = standings.map((standing, index) => {
    const options = open[index] ?? []
    return options.filter((option) =>
      options.every((rival) => leadIn(standing, rival, option) < DECISIVE_LEAD),
    )
  })
  const hasCommon = near[0]?.some((option) => near.every((options) => options.includes(option))) ?? false
  const assignment = near.map(([option, ...others]) => (others.length > 0 ? null : (option ?? null)))
  return hasCommon || assignment.every((option) => option === null) ? null : { kind: 'split', assignment }
}
