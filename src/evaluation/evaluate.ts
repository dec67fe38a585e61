import type { Pack } from '../criteria/pack.ts'
import type { Profile } from '../profile/profile.ts'
import { coveredComponents, decisionKey, isChoice } from './decision.ts'
import { type ComponentEvidence, gatherEvidence } from './evidence.ts'
import { type Judgement, judge } from './judgement.ts'

/** A verdict with everything that it rests on. */
export interface Evaluation extends Judgement {
  readonly pack: Pack
  readonly profile: Profile
  readonly dominantConstraint?: string
  readonly components: readonly ComponentEvidence[]
  /** The components that the comparison covers. */
  readonly covered: readonly ComponentEvidence[]
}

/**
 * Judges a profile against a pack.
 *
 * Three-valued logic after Kleene (1952); cumulative dominance after Kirkwood and Sarin (1985); possible and necessary
 * winners after Konczak and Lang (2005). docs/how-it-decides.md explains the model; the weights are 1, 2 and 4.
 *
 * @param pack from `parsePack`
 * @param profile from `parseProfile`, read against the same pack
 * @param dominantConstraint id of the driver that decides before the others are weighed
 * @returns the verdict with everything that it rests on; equal arguments give equal results, and nothing is thrown
 */
export function evaluate(pack: Pack, profile: Profile, dominantConstraint?: string): Evaluation {
  const components = profile.components.map((component) => gatherEvidence(pack, component))
  return {
    pack,
    profile,
    ...(dominantConstraint !== undefined && { dominantConstraint }),
    components,
    covered: coveredComponents(components),
    ...judge({ pack, dominantConstraint }, components),
  }
}

/** The drivers without which another decision would follow. */
export function driversRestedOn({ verdict, withoutDriver }: Evaluation): readonly string[] {
  if (!isChoice(verdict.decision)) return []
  const now = decisionKey(verdict.decision)
  return [...withoutDriver].filter(([, decision]) => decisionKey(decision) !== now).map(([driver]) => driver)
}
