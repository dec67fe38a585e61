import type { Pack } from '../criteria/pack.ts'
import { type Confidence, confidenceOf, voicesOf } from './confidence.ts'
import { type Decision, type Weighing, coveredComponents, decide, decideBalance } from './decision.ts'
import { type ComponentEvidence, levelsOf } from './evidence.ts'
import { type Flips, findFlips } from './flips.ts'
import { type Dominance, type Robustness, dominanceOf, robustnessOf } from './robustness.ts'
import { openOptions, rankAllotments, standingOf } from './outcome.ts'
import { type Question, rankQuestions } from './questions.ts'
import { residualOf } from './residual.ts'
import { type Possibility, isSettled, possibilitiesOf } from './settled.ts'

/** What the evidence amounts to. */
export interface Verdict {
  readonly decision: Decision
  /** Null when nothing was chosen. */
  readonly confidence: Confidence | null
  /** No unanswered fact could change the decision. */
  readonly settled: boolean
}

/** How two options compare over all covered components. */
export interface Contest {
  readonly option: string
  readonly rival: string
  readonly dominance: Dominance
  readonly robustness: Robustness
}

/** What follows from the answers to the facts alone, whoever they are about. No rule tells numbers of one cell apart. */
export interface Judgement {
  readonly verdict: Verdict
  /** What the weighing alone would have decided; given when the dominant constraint decided first. */
  readonly weighingAlone?: Decision
  /** One option for all components would weigh exactly as much as this division, or the reverse. */
  readonly divisionTies: boolean
  /** The leading option against each of the others. */
  readonly contests: readonly Contest[]
  /** For each driver that speaks: the decision without it. */
  readonly withoutDriver: ReadonlyMap<string, Decision>
  readonly possibilities: readonly Possibility[] | null
  readonly flips: Flips
  /** Null when there are too many completions to rank them. */
  readonly questions: readonly Question[] | null
}

export function judge(weighing: Weighing, components: readonly ComponentEvidence[]): Judgement {
  const { pack, dominantConstraint } = weighing
  const covered = coveredComponents(components)
  const decision = decide(weighing, components)
  const residuals = covered.map((component) => residualOf(pack, component, dominantConstraint))
  const possibilities = possibilitiesOf(pack, covered, residuals)
  const settled = isSettled(pack, covered, residuals, decision, possibilities)
  const constrained = covered.some((component) => isConstrained(pack, component, dominantConstraint))
  return {
    verdict: { decision, confidence: confidenceOf(pack, covered, residuals, decision, settled), settled },
    ...(constrained && { weighingAlone: decide({ pack, dominantConstraint: undefined }, components) }),
    divisionTies: hasEqualDivision(pack, covered, dominantConstraint),
    contests: contestsOf(pack, covered, leaderOf(pack, covered, decision)),
    withoutDriver: decisionsWithoutDriver(pack, components, (evidence) => decide(weighing, evidence)),
    possibilities,
    flips: findFlips(weighing, components, (balance) => decideBalance(pack, covered, balance)),
    questions: rankQuestions(pack, residuals),
  }
}

function isConstrained(
  pack: Pack,
  component: ComponentEvidence,
  dominantConstraint: string | undefined,
): boolean {
  const standing = standingOf(pack, component, dominantConstraint)
  return openOptions(standing).length < openOptions({ ...standing, dominant: null }).length
}

function hasEqualDivision(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  dominantConstraint: string | undefined,
): boolean {
  const [best, ...others] = rankAllotments(
    covered.map((component) => standingOf(pack, component, dominantConstraint)),
  )
  return others.some(({ options, total }) => total === best?.total && options.length !== best.options.length)
}

/** The chosen option, or the one that weighs most; the pack's order settles what is equal. */
function leaderOf(pack: Pack, covered: readonly ComponentEvidence[], decision: Decision): string | undefined {
  if (decision.kind === 'chosen') return decision.option
  const single = rankAllotments(covered.map((component) => standingOf(pack, component, undefined))).find(
    ({ options }) => options.length === 1,
  )
  return pack.options[single?.options[0] ?? -1]?.id
}

function contestsOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  leader: string | undefined,
): readonly Contest[] {
  if (leader === undefined) return []
  return pack.options
    .filter(({ id }) => id !== leader)
    .map(({ id: rival }) => {
      const voices = covered.flatMap(({ criteria }) =>
        voicesOf(pack, levelsOf(pack, criteria, 'least'), leader, rival),
      )
      return { option: leader, rival, dominance: dominanceOf(voices), robustness: robustnessOf(voices) }
    })
}

function decisionsWithoutDriver(
  pack: Pack,
  components: readonly ComponentEvidence[],
  decideOn: (evidence: readonly ComponentEvidence[]) => Decision,
): ReadonlyMap<string, Decision> {
  const without = (driver: string): Decision =>
    decideOn(
      components.map((entry) => ({
        ...entry,
        criteria: entry.criteria.filter(({ rule }) => rule.driver !== driver),
      })),
    )
  const speaking = pack.drivers.filter(({ id }) =>
    coveredComponents(components).some(({ criteria }) =>
      criteria.some(({ rule, truth }) => rule.driver === id && truth === 'true'),
    ),
  )
  return new Map(speaking.map(({ id }) => [id, without(id)]))
}
