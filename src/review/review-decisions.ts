import {
  type EvaluationDifference,
  compareDrivers,
  compareEvaluations,
} from '../evaluation/compare-evaluations.ts'
import { isSameVerdict } from '../evaluation/decision.ts'
import { type TurningReason, turningReasons } from '../evaluation/turning-reasons.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import type { Change } from '../plan/change.ts'
import { planChanges } from '../plan/plan-changes.ts'
import type { ExistingFiles, WantedDecision } from '../plan/wanted-record.ts'
import { type PackChange, comparePacks, isSamePack } from './pack-change.ts'
import { type RecordReview, reviewRecords } from './record-review.ts'

/** The decisions and the files of one side of a change. */
export interface ReviewSide {
  readonly decisions: readonly WantedDecision[]
  /** Null where not all of them can be read; then records are not compared. */
  readonly existing: ExistingFiles | null
}

/** One decision, before and after a change. */
export interface DecisionReview extends DecisionPair {
  /** Null where only one side has the decision. */
  readonly comparison: DecisionChange | null
  readonly records: readonly RecordReview[]
  /** What `generate` would do about the record afterwards. */
  readonly follows: Change | null
  /** Whether it would have done the same before. */
  readonly followedAlike: boolean
}

export interface DecisionChange {
  readonly before: WantedDecision
  readonly after: WantedDecision
  readonly difference: EvaluationDifference
  /** What every driver says that speaks on one side. */
  readonly drivers: EvaluationDifference['drivers']
  readonly reasons: readonly TurningReason[]
  readonly pack: PackChange | null
  /** Keys of the profile that changed beside the facts, as it writes them. */
  readonly keys: readonly string[]
}

/** Only records that are written anew show a date, and a review shows none of these. */
const ANY_DAY = '2000-01-01'

/** Compares the decisions of two sides, and the records that follow from them. */
export function reviewDecisions(before: ReviewSide, after: ReviewSide): readonly DecisionReview[] {
  const [old, now] = [before.existing, after.existing]
  const [changesBefore, changesAfter] = [changesOf(before), changesOf(after)]
  return pairDecisions(before.decisions, after.decisions).map((pair) => {
    const sides = [pair.before, pair.after].filter((side) => side !== null)
    const ids = new Set(sides.map(({ record }) => decisionOfId(record.id)))
    const follows = (pair.after && changesAfter.get(pair.after)) ?? null
    const followed = (pair.before && changesBefore.get(pair.before)) ?? null
    return {
      ...pair,
      comparison: pair.before === null || pair.after === null ? null : compare(pair.before, pair.after),
      records: old === null || now === null ? [] : [...ids].flatMap((id) => reviewRecords(id, old, now)),
      follows,
      followedAlike: follows?.kind === followed?.kind,
    }
  })
}

function changesOf({ decisions, existing }: ReviewSide): ReadonlyMap<WantedDecision, Change> {
  if (existing === null) return new Map()
  const wanted = decisions.map(({ record }) => record)
  const { changes } = planChanges(wanted, existing, ANY_DAY)
  return new Map(changes.flatMap((change, index) => (decisions[index] ? [[decisions[index], change]] : [])))
}

function compare(before: WantedDecision, after: WantedDecision): DecisionChange {
  const difference = compareEvaluations(before.evaluation, after.evaluation)
  return {
    before,
    after,
    difference,
    drivers: compareDrivers(before.evaluation, after.evaluation),
    reasons: isOtherDecision(before, after)
      ? turningReasons(before.evaluation, after.evaluation, difference)
      : [],
    pack: comparePacks(before.evaluation.pack, after.evaluation.pack),
    keys: changedKeys(before, after),
  }
}

const isOtherDecision = (before: WantedDecision, after: WantedDecision): boolean =>
  !isSameVerdict(before.evaluation.verdict.decision, after.evaluation.verdict.decision)

type ShownFields<Whole> = Readonly<Record<keyof Whole, ((whole: Whole) => unknown) | null>>

/** What a record shows of a profile beside its facts; null for what it does not show. No field can be forgotten here. */
const shownOfProfile: ShownFields<Profile> = {
  project: ({ project }) => project,
  summary: ({ summary }) => summary,
  deciders: ({ deciders }) => deciders,
  consulted: ({ consulted }) => consulted,
  informed: ({ informed }) => informed,
  components: ({ divided, components }) =>
    divided && components.map(({ id, name, summary }) => [id, name, summary]),
  readFromRepository: ({ readFromRepository }) => readFromRepository,
  divided: null,
  decisions: null,
  record: null,
  sourcesOlderThan: null,
  apart: null,
}

const shownOfRequest: ShownFields<DecisionRequest> = {
  dominantConstraint: ({ dominantConstraint }) => dominantConstraint,
  revisitBy: ({ revisitBy }) => revisitBy,
  criteria: null,
  sha256: null,
  id: null,
}

/** As a profile writes them. */
const changedKeys = (before: WantedDecision, after: WantedDecision): readonly string[] => [
  ...changedIn(shownOfProfile, before.evaluation.profile, after.evaluation.profile),
  ...changedIn(shownOfRequest, before.request, after.request),
]

const changedIn = <Whole>(shown: ShownFields<Whole>, before: Whole, after: Whole): readonly string[] =>
  Object.entries<((whole: Whole) => unknown) | null>(shown).flatMap(([field, show]) =>
    show !== null && JSON.stringify(show(before)) !== JSON.stringify(show(after))
      ? [field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)]
      : [],
  )

/** Whether a decision comes out otherwise. One that is new or gone has another verdict as well. */
export const isOtherVerdict = ({ before, after }: DecisionPair): boolean =>
  before === null || after === null || isOtherDecision(before, after)

/** Whether a change does anything to a decision, its grounds or its records that somebody should know. */
export function isSubstantial({ comparison, records, follows, followedAlike }: DecisionReview): boolean {
  if (comparison === null || comparison.pack !== null || comparison.keys.length > 0) return true
  const { facts, scope, criteria, vetoes, drivers } = comparison.difference
  const isJudgedAnew = [facts, scope, criteria, vetoes, drivers].some(({ length }) => length > 0)
  return isJudgedAnew || (follows !== null && !followedAlike) || records.some(isRecordChanged)
}

/** Whether a record is another file, stands elsewhere, or has words of people that it had not. */
export const isRecordChanged = ({
  before,
  after,
  edits,
  lost,
  editedAfterAcceptance,
}: RecordReview): boolean =>
  before === null ||
  after === null ||
  before.path !== after.path ||
  before.number !== after.number ||
  before.written !== after.written ||
  edits?.some(({ isNew }) => isNew) === true ||
  lost.length > 0 ||
  editedAfterAcceptance !== null

/** The same decision on both sides; null where one does not have it. */
export interface DecisionPair {
  /** As it is now, or was last. */
  readonly decision: WantedDecision
  readonly before: WantedDecision | null
  readonly after: WantedDecision | null
}

type IsSame = (one: WantedDecision, other: WantedDecision) => boolean

/** A decision keeps its id, even in another profile; where the project or the pack gets another name, it keeps its place. */
const likeness: readonly IsSame[] = [
  (one, other) => one.profile === other.profile && one.record.id === other.record.id,
  (one, other) => one.record.id === other.record.id,
  (one, other) => one.profile === other.profile && isSamePack(one.evaluation.pack, other.evaluation.pack),
]

/** In the order of the later side; what only the earlier one has comes last. */
function pairDecisions(
  before: readonly WantedDecision[],
  after: readonly WantedDecision[],
): readonly DecisionPair[] {
  const partners = new Map<WantedDecision, WantedDecision>()
  const left = new Set(before)
  for (const isSame of likeness)
    for (const decision of after) {
      if (partners.has(decision)) continue
      const partner = [...left].find((candidate) => isSame(candidate, decision))
      if (partner === undefined) continue
      partners.set(decision, partner)
      left.delete(partner)
    }
  return [
    ...after.map((decision) => ({ decision, before: partners.get(decision) ?? null, after: decision })),
    ...[...left].map((decision) => ({ decision, before: decision, after: null })),
  ]
}
