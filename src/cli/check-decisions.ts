import { remembered } from '../document/remembered.ts'
import type { Change } from '../plan/change.ts'
import { historyOf } from '../plan/decision-history.ts'
import { decisionsApart } from '../plan/decisions-apart.ts'
import type { Finding } from '../plan/findings/finding.ts'
import type { PlannedDecision } from '../plan/findings/planned-decision.ts'
import { plannedFindings } from '../plan/findings/planned-findings.ts'
import { planChanges } from '../plan/plan-changes.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import type { DecisionRequest } from '../profile/profile.ts'
import { revisitLine } from '../profile/revisit-line.ts'
import { decisionOfId } from '../record/record-name.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath, pathInside, readSource } from '../workspace/files.ts'
import { isPackPath } from '../workspace/packs.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { RecordWishes, WantedDecision } from './wanted-records.ts'

/** Some of the profiles to check. All of it can be sent to another thread. */
export interface CheckPart {
  /** Full paths. */
  readonly files: readonly string[]
  readonly cwd: string
  readonly root: string
  readonly wishes: RecordWishes
  /** `YYYY-MM-DD` */
  readonly date: string
  /** In months; goes before what profiles say. */
  readonly sourcesOlderThan: number | null
}

/** A decision with what it takes to look at it. */
export interface JudgedDecision extends WantedDecision {
  readonly request: DecisionRequest
  /** Its place in the profile, counted from 0. */
  readonly place: number
  readonly file: string
  /** In months, as the profile says. */
  readonly sourcesOlderThan: number | null
}

/** Compares the records of some decisions with what would be written now. */
export async function findingsAbout(
  part: CheckPart,
  judged: readonly JudgedDecision[],
  tree: FileTree,
): Promise<readonly Finding[]> {
  const { root, date } = part
  const wanted = judged.map(({ record }) => record)
  const directories = wanted.map(({ directory }) => directory)
  const ids = wanted.map(({ id }) => id)
  const planFrom = async (isMeant?: (text: string) => boolean): Promise<PlannedFiles | null> => {
    const existing = await readExisting(root, directories, ids, tree, isMeant)
    // Whoever looks at all records says what is wrong with them.
    return existing.ok ? { existing: existing.value, ...planChanges(wanted, existing.value, date) } : null
  }
  const own = await planFrom(showsOneOf(ids))
  // A record that is not found so may show its id in an unusual way.
  const planned = own?.changes.some(({ before }) => before === '') ? await planFrom() : own
  return planned === null ? [] : findingsIn(part, judged, planned, tree)
}

/** Tells without reading a text as a record whether it may be one of some decisions. */
function showsOneOf(ids: readonly string[]): (text: string) => boolean {
  const decisions = new Set(ids.map(decisionOfId))
  return (text) => decisionsShown(text).some((decision) => decisions.has(decision))
}

/** More than most repositories have records. */
const MOST_TEXTS = 5000

/** Every part of a check looks for its own among all texts. */
const decisionsShown = remembered(MOST_TEXTS, (text): readonly string[] =>
  [...text.matchAll(/^(?:<!-- )?id: (\S+?)(?: -->)?[ \t]*\r?$/gm)].map(([, id = '']) => decisionOfId(id)),
)

/** What there is, and what would become of it. */
interface PlannedFiles {
  readonly existing: ExistingFiles
  readonly changes: readonly Change[]
}

async function findingsIn(
  { cwd, root, date, sourcesOlderThan }: CheckPart,
  judged: readonly JudgedDecision[],
  { existing, changes }: PlannedFiles,
  tree: FileTree,
): Promise<readonly Finding[]> {
  const filesOf = decisionsApart(recordsAmong(existing.records), existing)
  const findings: Finding[] = []
  for (const [index, change] of changes.entries()) {
    const decision = judged[index]
    if (decision === undefined) continue
    const { record, evaluation, request, file, place } = decision
    const own = filesOf(record.id)
    const planned: PlannedDecision = {
      change,
      history: historyOf(record, own.found, own.existing, date),
      evaluation,
      profile: (await pathInside(file, root, tree)) ?? displayPath(file, cwd),
      revisitLine: change.overdue === undefined ? null : await lineIn(file, place, tree),
      isShipped: !isPackPath(request.criteria),
      sourcesOlderThan: sourcesOlderThan ?? decision.sourcesOlderThan,
    }
    findings.push(...plannedFindings(planned, date))
  }
  return findings
}

/** Only where somebody is to be told. */
async function lineIn(file: string, decision: number, tree: FileTree): Promise<number | null> {
  const source = await readSource(file, file, tree)
  return source.ok ? revisitLine(source.value, decision) : null
}
