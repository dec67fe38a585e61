import { historyOf } from '../plan/decision-history.ts'
import { decisionsApart } from '../plan/decisions-apart.ts'
import type { Finding } from '../plan/findings/finding.ts'
import type { PlannedDecision } from '../plan/findings/planned-decision.ts'
import { plannedFindings } from '../plan/findings/planned-findings.ts'
import { plannerFor } from '../plan/plan-changes.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles, WantedRecord } from '../plan/wanted-record.ts'
import { revisitLine } from '../profile/revisit-line.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath, pathInside, readSource } from '../workspace/files.ts'
import { isPackPath } from '../workspace/packs.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { JudgedProfile } from './judge-profile.ts'
import type { ReadingPlace } from './read-profile.ts'
import type { RecordWishes } from './record-place.ts'
import type { WantedDecision } from './wanted-records.ts'

/** What a check is told beside the profiles. */
export interface Check extends ReadingPlace {
  readonly wishes: RecordWishes
  /** `YYYY-MM-DD` */
  readonly date: string
  /** In months; goes before what profiles say. */
  readonly sourcesOlderThan: number | null
}

type FindingsAbout = (judged: JudgedProfile, wanted: readonly WantedDecision[]) => Promise<readonly Finding[]>

/** Compares the records of some decisions with what would be written now, one profile after the other. */
export function decisionChecker(
  check: Check,
  decisions: readonly { readonly id: string; readonly directory: string }[],
  tree: FileTree,
): FindingsAbout {
  const { root, date } = check
  const directories = decisions.map(({ directory }) => directory)
  const ids = decisions.map(({ id }) => id)
  const readPlans = async (): Promise<PlanOf | null> => {
    const existing = await readExisting(root, directories, ids, tree, true)
    // Whoever looks at all records says what is wrong with them.
    return existing.ok ? plansAmong(existing.value, date) : null
  }
  let plans: Promise<PlanOf | null> | undefined
  return async (judged, wanted) => {
    const findings: Finding[] = []
    for (const [index, { record, evaluation }] of wanted.entries()) {
      plans ??= readPlans()
      const planned = (await plans)?.(record)
      if (planned === undefined) continue
      const decision = await withProfile(planned, check, judged, index, tree)
      findings.push(...plannedFindings({ ...decision, evaluation }, date))
    }
    return findings
  }
}

/** What would become of a record, and those of its decision that are there. */
type PlannedRecord = Pick<PlannedDecision, 'change' | 'history'>

type PlanOf = (record: WantedRecord) => PlannedRecord

function plansAmong(existing: ExistingFiles, date: string): PlanOf {
  const plan = plannerFor(existing, date)
  const filesOf = decisionsApart(recordsAmong(existing.records), existing)
  return (record) => {
    const own = filesOf(record.id)
    return { change: plan(record), history: historyOf(record, own.found, own.existing, date) }
  }
}

/** What the profile says of a decision, by its place there, counted from 0. */
async function withProfile(
  planned: PlannedRecord,
  { cwd, root, sourcesOlderThan }: Check,
  { file, profile, decisions }: JudgedProfile,
  place: number,
  tree: FileTree,
): Promise<Omit<PlannedDecision, 'evaluation'>> {
  return {
    ...planned,
    profile: (await pathInside(file, root, tree)) ?? displayPath(file, cwd),
    revisitLine: planned.change.overdue === undefined ? null : await lineIn(file, place, tree),
    isShipped: !isPackPath(decisions[place]?.request.criteria ?? ''),
    sourcesOlderThan: sourcesOlderThan ?? profile.sourcesOlderThan ?? null,
  }
}

/** Only where somebody is to be told. */
async function lineIn(file: string, decision: number, tree: FileTree): Promise<number | null> {
  const source = await readSource(file, file, tree)
  return source.ok ? revisitLine(source.value, decision) : null
}
