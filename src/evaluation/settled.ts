import type { Pack } from '../criteria/pack.ts'
import { type Decision, decisionKey, nameOutcome, speakingDrivers } from './decision.ts'
import { areTooMany, outcomesOf } from './distribution.ts'
import { type ComponentEvidence, levelsOf, scoresOf } from './evidence.ts'
import { DECISIVE_LEAD, SUFFICIENT_DRIVERS } from './ladder.ts'
import { openOptions } from './outcome.ts'
import type { Residual } from './residual.ts'

/** One decision that some completion of the unanswered facts leads to. */
export interface Possibility {
  readonly decision: Decision
  readonly completions: bigint
}

/** What every completion of the unanswered facts leads to; null when there are too many to try and only bounds are known. */
export function possibilitiesOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  residuals: readonly Residual[],
): readonly Possibility[] | null {
  const distributions = residuals.map(({ distribution }) => distribution)
  if (!distributions.every((distribution) => distribution !== null) || areTooMany(distributions)) return null
  return [...outcomesOf(distributions).values()].map(({ outcome, count }) => ({
    decision: nameOutcome(pack, covered, outcome),
    completions: count,
  }))
}

/** Whether no unanswered fact can change the decision. Where completions are too many to try, only what bounds prove counts. */
export function isSettled(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  residuals: readonly Residual[],
  decision: Decision,
  possibilities: readonly Possibility[] | null,
): boolean {
  switch (decision.kind) {
    case 'out-of-scope':
    case 'no-option':
      return true
    case 'scope-unknown':
      return false
    case 'insufficient-evidence':
      return hasNothingToAdd(covered) && residuals.some((residual) => isForced(residual) === 'never')
    default:
      return possibilities === null
        ? boundsProve(pack, covered, decision)
        : possibilities.every((possibility) => decisionKey(possibility.decision) === decisionKey(decision)) &&
            staysSufficient(covered, residuals)
  }
}

/** Answers only add evidence; what is decided on less than enough has to stay without an alternative. */
const staysSufficient = (covered: readonly ComponentEvidence[], residuals: readonly Residual[]): boolean =>
  speakingDrivers(covered).size >= SUFFICIENT_DRIVERS ||
  residuals.every((residual) => isForced(residual) === 'always')

/** In which completions vetoes and the dominant constraint leave a component one option only. */
function isForced({ distribution }: Residual): 'always' | 'never' | 'sometimes' {
  const standings = [...(distribution?.values() ?? [])]
  const forced = standings.filter(({ standing }) => openOptions(standing).length === 1).length
  if (standings.length === 0 || (forced > 0 && forced < standings.length)) return 'sometimes'
  return forced === 0 ? 'never' : 'always'
}

function hasNothingToAdd(covered: readonly ComponentEvidence[]): boolean {
  const possible = covered.flatMap(({ criteria }) =>
    criteria.filter(({ truth }) => truth !== 'false').map(({ rule }) => rule.driver),
  )
  const isOpen = covered.some(({ vetoes }) => vetoes.some(({ truth }) => truth === 'unknown'))
  return !isOpen && new Set(possible).size < SUFFICIENT_DRIVERS
}

/** Sound but not complete: the lead of the chosen option survives even if every open criterion speaks against it. */
function boundsProve(pack: Pack, covered: readonly ComponentEvidence[], decision: Decision): boolean {
  const [only, ...others] = covered
  if (decision.kind !== 'chosen' || only === undefined || others.length > 0) return false
  if (only.vetoes.some(({ truth }) => truth === 'unknown')) return false
  const mine = pack.options.findIndex(({ id }) => id === decision.option)
  const least = scoresOf(levelsOf(pack, only.criteria, 'least'), pack.options.length)
  const most = scoresOf(levelsOf(pack, only.criteria, 'most'), pack.options.length)
  return most.every((score, option) => option === mine || (least[mine] ?? 0) - score >= DECISIVE_LEAD)
}
