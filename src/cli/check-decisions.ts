import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { historyOf } from '../plan/decision-history.ts'
import { decisionsApart } from '../plan/decisions-apart.ts'
import type { Finding } from '../check/finding.ts'
import { plannedFindings } from '../check/decision-findings.ts'
import { findLostIds } from '../plan/lost-ids.ts'
import { plannerFor } from '../plan/plan-changes.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { revisitLine } from '../profile/read-decisions.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { evidenceReader } from '../workspace/record-files.ts'
import { readSource } from '../workspace/files.ts'
import type { Repository } from '../workspace/repository.ts'
import { workTree } from '../workspace/work-tree.ts'
import { type PlacedProfile, type WantedOptions, dayOf, placedDecisions } from './placed-profile.ts'
import type { Invocation } from './invocation.ts'

/** One profile after the other: an evaluation is large, and so is evidence, and both are forgotten then. */
export async function checkProfiles(
  invocation: Invocation,
  options: CheckTerms,
  profiles: readonly PlacedProfile[],
  ground: CheckGround,
): Promise<Result<readonly Finding[]>> {
  const check = profileChecker(dayOf(invocation, options), options, ground)
  const onProgress = progressOf(invocation, 'profiles', profiles.length)
  const results: Result<readonly Finding[]>[] = []
  for (const [index, placed] of profiles.entries()) {
    results.push(await check(placed))
    onProgress(index + 1)
  }
  const joined = joinResults(results)
  return joined.ok ? succeed(joined.value.flat()) : joined
}

interface CheckGround extends Repository {
  /** Without the evidence of what the profiles ask for. */
  readonly existing: ExistingFiles
}

interface CheckTerms extends WantedOptions {
  /** In months; goes before what profiles say. */
  readonly sourcesOlderThan?: number
}

/** Compares the records of a profile with what would be written now; or says why its template is none. */
type ProfileChecker = (placed: PlacedProfile) => Promise<Result<readonly Finding[]>>

function profileChecker(
  date: string,
  { sourcesOlderThan }: CheckTerms,
  { existing, ...repository }: CheckGround,
): ProfileChecker {
  const tree = workTree(repository)
  const evidenceOf = evidenceReader(repository.root, existing, tree)
  const plan = plannerFor(existing, date)
  const { files } = findLostIds(existing)
  const filesOf = decisionsApart(recordsAmong(files.records), files)
  return async (placed) => {
    const wanted = placedDecisions(placed)
    if (!wanted.ok) return wanted
    const findings: Finding[] = []
    for (const [index, { record, evaluation, profile }] of wanted.value.entries()) {
      const own = filesOf(record.id)
      const evidence = await evidenceOf(record.id)
      if (!evidence.ok) return evidence
      const change = plan(record, evidence.value)
      const planned = {
        change,
        history: historyOf(record, own.found, { ...own.existing, ...evidence.value }, date),
        evaluation,
        profile,
        revisitLine: change.overdue === undefined ? null : await lineIn(placed.file, index, tree),
        sourcesOlderThan: sourcesOlderThan ?? placed.profile.sourcesOlderThan ?? null,
      }
      findings.push(...plannedFindings(planned, date))
    }
    return succeed(findings)
  }
}

/** Only where somebody is to be told. */
async function lineIn(file: string, decision: number, tree: FileTree): Promise<number | null> {
  const source = await readSource(file, file, tree)
  return source.ok ? revisitLine(source.value, decision) : null
}

/** Fewer are done before anybody wonders. */
const LEAST = 50
const STEP = 10

/** Says on a terminal how many of many things are done; nothing elsewhere, and nothing in the end. */
function progressOf({ stderr }: Invocation, things: string, count: number): (done: number) => void {
  if (!stderr.isTTY || count < LEAST) return () => {}
  return (done) => {
    if (done === count) stderr.write('\r\u001B[K')
    else if (done % STEP === 0) stderr.write(`\r${done} of ${count} ${things}`)
  }
}
