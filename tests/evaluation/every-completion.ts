import type { Fact } from '../../src/profile/fact.ts'
import { type Case, cases } from '../support/arbitraries.ts'
import { type Known, combine, knownOf, openFactsIn, triesOf, truthIn } from './brute-force.ts'

const MOST_COMPLETIONS = 1500

/** One answer that nobody has given: for the components that share the project's, or for one that has its own. */
export interface Gap {
  readonly fact: Fact
  /** Indices among the components that the comparison covers. */
  readonly parts: readonly number[]
}

const coveredOf = ({ pack, profile }: Case) => {
  const known = knownOf(profile)
  return profile.components
    .map((component, index) => ({ component, known: known[index] ?? new Map() }))
    .filter((part) => truthIn(pack.scope.when, part.known) === 1)
}

export function gapsOf(one: Case): readonly Gap[] {
  const parts = coveredOf(one)
  const open = parts.map(({ known }) => openFactsIn(one.pack, known))
  return one.pack.facts.flatMap((fact): readonly Gap[] => {
    const asking = [...parts.keys()].filter((part) => open[part]?.includes(fact))
    const shared = [...parts.keys()].filter((part) => parts[part]?.component.inherited.has(fact.id))
    const own = asking.filter((part) => !shared.includes(part))
    return [
      ...(asking.some((part) => shared.includes(part)) ? [{ fact, parts: shared }] : []),
      ...own.map((part) => ({ fact, parts: [part] })),
    ]
  })
}

/** Cases with few enough completions to try all of them. */
export const smallCases = (size: Parameters<typeof cases>[0]) =>
  cases(size).filter(
    (one) =>
      gapsOf(one).reduce((product, { fact }) => product * triesOf(one.pack, fact).length, 1) <=
      MOST_COMPLETIONS,
  )

/** One completion of all components. */
export interface Joint {
  readonly components: readonly Known[]
  /** How the pack sees the answer to each gap. */
  readonly views: readonly string[]
  readonly weight: number
}

/** Every way to fill the gaps of the components that the comparison covers. */
export function jointCompletions(one: Case): readonly Joint[] {
  const gaps = gapsOf(one)
  const known = coveredOf(one).map((part) => part.known)
  return combine(gaps.map(({ fact }) => triesOf(one.pack, fact))).map((tries) => ({
    components: known.map((part, index) =>
      gaps.reduce<Known>((filled, gap, place) => {
        const answer = tries[place]?.answer
        return gap.parts.includes(index) && answer !== undefined
          ? new Map(filled).set(gap.fact.id, answer)
          : filled
      }, part),
    ),
    views: tries.map(({ view }) => view),
    weight: tries.reduce((product, { weight }) => product * weight, 1),
  }))
}
