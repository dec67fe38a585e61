import type { House, Pack } from '../criteria/pack.ts'
import { profileFor } from '../profile/facts-of-pack.ts'
import type { Profile } from '../profile/profile.ts'
import { type Confidence, confidenceOf } from './confidence.ts'
import {
  type Decision,
  coveredComponents,
  decide,
  decideStandings,
  decisionKey,
  isChoice,
} from './decision.ts'
import { type ComponentEvidence, gatherEvidence } from './evidence.ts'
import { type Flips, findFlips } from './flips.ts'
import { type Question, rankQuestions } from './questions.ts'
import { type Possibility, outlookOf, separatingDrivers } from './settled.ts'

/** What the evidence amounts to. */
export interface Verdict {
  readonly decision: Decision
  /** How sure it is on what is known; null when nothing was chosen. */
  readonly confidence: Confidence | null
  /** No unanswered fact could change the decision. */
  readonly settled: boolean
}

/** A verdict with the evidence that it follows from. */
export interface Judgement {
  readonly pack: Pack
  readonly profile: Profile
  readonly dominantConstraint?: string
  readonly components: readonly ComponentEvidence[]
  /** The components that the comparison covers. */
  readonly covered: readonly ComponentEvidence[]
  readonly verdict: Verdict
}

/** A verdict with everything that it rests on. */
export interface Evaluation extends Judgement {
  /** What each covered component would be by itself. */
  readonly alone: readonly Decision[]
  /** What the weighing alone would have decided; given when the dominant constraint tells options apart. */
  readonly weighingAlone?: Decision
  /** What would have been decided if a second option were no burden; given when that is something else. */
  readonly withoutBurden?: Decision
  /** What the comparison says without the house that extends it; given where there is one. */
  readonly comparisonAlone?: Judgement
  /** For each driver that tells options apart: the decision without it. */
  readonly withoutDriver: ReadonlyMap<string, Decision>
  readonly possibilities: readonly Possibility[] | null
  readonly flips: Flips
  /** Null when there are too many completions to rank them. */
  readonly questions: readonly Question[] | null
}

/**
 * Judges a profile against a pack.
 *
 * Three-valued logic after Kleene (1952); cumulative dominance after Kirkwood and Sarin (1985); possible and necessary
 * winners after Konczak and Lang (2005). docs/how-it-decides.md explains the model; the weights are 1, 2 and 4.
 *
 * @param pack from `parsePack`
 * @param asWritten from `parseProfile`, read against the same pack
 * @param dominantConstraint id of the driver that decides before the others are weighed
 * @returns the verdict with everything that it rests on; equal arguments give equal results, and nothing is thrown
 */
export function evaluate(pack: Pack, asWritten: Profile, dominantConstraint?: string): Evaluation {
  const { judgement, outlook, separating, weighingAlone, withoutBurden } = judge(
    pack,
    asWritten,
    dominantConstraint,
  )
  const { profile, components, covered } = judgement
  const { known, possibilities, residual } = outlook
  return {
    ...judgement,
    alone: covered.map((component) => decide(judgement, [component])),
    ...(separating.includes(dominantConstraint ?? '') && { weighingAlone }),
    ...(decisionKey(withoutBurden) !== decisionKey(known) && { withoutBurden }),
    ...(pack.house && { comparisonAlone: judgeAlone(pack.house, profile, dominantConstraint) }),
    withoutDriver: new Map(
      separating.map((driver) => [driver, decide({ ...judgement, without: [driver] }, components)]),
    ),
    possibilities,
    flips: findFlips(judgement, components, (standings) => decideStandings(pack, covered, standings)),
    // Where every completion leads to the same decision, no answer matters.
    questions: possibilities?.length === 1 ? [] : rankQuestions(pack, covered, residual),
  }
}

/** The verdict, and what was found on the way. */
function judge(pack: Pack, asWritten: Profile, dominantConstraint: string | undefined) {
  const profile = profileFor(pack, asWritten)
  const weighing = { pack, ...(dominantConstraint !== undefined && { dominantConstraint }) }
  const components = profile.components.map((component) => gatherEvidence(pack, component))
  const covered = coveredComponents(components)
  const outlook = outlookOf(weighing, components)
  const { known, decision, settled } = outlook
  const weighingAlone = dominantConstraint === undefined ? known : decide({ pack }, components)
  const withoutBurden = covered.some(isBurdened) ? decide(weighing, components.map(relieved)) : known
  const isPlain = [weighingAlone, withoutBurden].every((other) => decisionKey(other) === decisionKey(known))
  const verdict: Verdict = { decision, confidence: confidenceOf(pack, covered, known, isPlain), settled }
  const judgement: Judgement = { ...weighing, profile, components, covered, verdict }
  return { judgement, outlook, separating: separatingDrivers(pack, covered), weighingAlone, withoutBurden }
}

/** A driver of the house cannot decide without it. The answers of the house stay: they are facts. */
function judgeAlone({ base }: House, profile: Profile, dominantConstraint: string | undefined): Judgement {
  const isKnown = base.drivers.some(({ id }) => id === dominantConstraint)
  return judge(base, profile, isKnown ? dominantConstraint : undefined).judgement
}

const isBurdened = ({ burden }: ComponentEvidence): boolean => burden === 'true'

const relieved = (component: ComponentEvidence): ComponentEvidence => ({ ...component, burden: 'false' })

/** The drivers without which another decision would follow. */
export function driversRestedOn({ verdict, withoutDriver }: Evaluation): readonly string[] {
  if (!isChoice(verdict.decision)) return []
  const now = decisionKey(verdict.decision)
  return [...withoutDriver].filter(([, decision]) => decisionKey(decision) !== now).map(([driver]) => driver)
}
