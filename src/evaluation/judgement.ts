import { type Confidence, confidenceOf } from './confidence.ts'
import { type Decision, coveredComponents, decide, decideStandings, decisionKey } from './decision.ts'
import type { ComponentEvidence } from './evidence.ts'
import { type Flips, findFlips } from './flips.ts'
import { type Question, rankQuestions } from './questions.ts'
import { residualOf } from './residual.ts'
import { type Possibility, isSettled, nameUndecided, possibilitiesOf, separatingDrivers } from './settled.ts'
import type { Weighing } from './standing.ts'

/** What the evidence amounts to. */
export interface Verdict {
  readonly decision: Decision
  /** How sure it is on what is known; null when nothing was chosen. */
  readonly confidence: Confidence | null
  /** No unanswered fact could change the decision. */
  readonly settled: boolean
}

/** What follows from the answers to the facts alone, whoever they are about. No rule tells numbers of one cell apart. */
export interface Judgement {
  readonly verdict: Verdict
  /** What each covered component would be by itself. */
  readonly alone: readonly Decision[]
  /** What the weighing alone would have decided; given when the dominant constraint tells options apart. */
  readonly weighingAlone?: Decision
  /** What would have been decided if a second option were no burden; given when that is something else. */
  readonly withoutBurden?: Decision
  /** For each driver that tells options apart: the decision without it. */
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
  const residual = residualOf(weighing, covered)
  const possibilities = possibilitiesOf(pack, covered, residual)
  const separating = separatingDrivers(pack, covered)
  const weighingAlone = decide({ pack, dominantConstraint: undefined }, components)
  const withoutBurden = decide(weighing, components.map(relieved))
  const isPlain = [weighingAlone, withoutBurden].every(
    (other) => decisionKey(other) === decisionKey(decision),
  )
  return {
    verdict: {
      decision: nameUndecided(pack, covered, decision, possibilities),
      confidence: confidenceOf(pack, covered, decision, isPlain),
      settled: isSettled(weighing, covered, decision, possibilities),
    },
    alone: covered.map((component) => decide(weighing, [component])),
    ...(separating.includes(dominantConstraint ?? '') && { weighingAlone }),
    ...(decisionKey(withoutBurden) !== decisionKey(decision) && { withoutBurden }),
    withoutDriver: new Map(
      separating.map((driver) => [driver, decide(weighing, components.map(without(driver)))]),
    ),
    possibilities,
    flips: findFlips(weighing, components, (standings) => decideStandings(pack, covered, standings)),
    questions: rankQuestions(pack, residual),
  }
}

const relieved = (component: ComponentEvidence): ComponentEvidence => ({ ...component, burden: 'false' })

const without =
  (driver: string) =>
  (component: ComponentEvidence): ComponentEvidence => ({
    ...component,
    criteria: component.criteria.filter(({ rule }) => rule.driver !== driver),
  })
