import type { Pack } from '../criteria/pack.ts'
import type { ComponentEvidence } from './evidence.ts'
import { type Outcome, decideOutcome } from './outcome.ts'
import { type Standing, type Weighing, tallyOf, weigh } from './standing.ts'

/** What the known evidence amounts to, in the pack's own names. */
export type Decision =
  | { readonly kind: 'chosen'; readonly option: string }
  /** The option of each component that leads to one; the others can go with any that suits them. */
  | { readonly kind: 'split'; readonly assignment: ReadonlyMap<string, string> }
  /** Nothing decides among these options: they are close, or so little is known that an answer could still decide. */
  | { readonly kind: 'tie' | 'insufficient-evidence'; readonly options: readonly string[] }
  | { readonly kind: 'no-option' | 'out-of-scope' | 'scope-unknown' }

/** The components that the comparison covers; the others take no part in the decision. */
export const coveredComponents = (evidence: readonly ComponentEvidence[]): readonly ComponentEvidence[] =>
  evidence.filter(({ scope }) => scope === 'true')

/** Judges the evidence that holds. What is unknown speaks for nobody here. */
export function decide(weighing: Weighing, evidence: readonly ComponentEvidence[]): Decision {
  if (evidence.some(({ scope }) => scope === 'unknown')) return { kind: 'scope-unknown' }
  const covered = coveredComponents(evidence)
  if (covered.length === 0) return { kind: 'out-of-scope' }
  return decideStandings(weighing.pack, covered, standingsOf(weighing, covered))
}

const standingsOf = (weighing: Weighing, covered: readonly ComponentEvidence[]): readonly Standing[] =>
  covered.map((component) => weigh(weighing, tallyOf(weighing.pack, component)))

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
