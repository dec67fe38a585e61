import { type Diagnostic, type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults, problemsIn } from '../diagnostics/join-results.ts'
import type { Finding } from '../check/finding.ts'
import { findFindings } from '../check/find-findings.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import type { CheckReport } from '../check/findings-format.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyDisk } from '../workspace/steady-disk.ts'
import { journalFile } from '../workspace/write-recovery.ts'
import { profileChecker } from './check-decisions.ts'
import { checkedProfiles } from './checked-profiles.ts'
import { type BranchResult, readBranch } from './compared-branch.ts'
import type { Invocation } from './invocation.ts'
import { type PlacedProfile, placeProfile } from './placed-profile.ts'
import { progressOf } from './progress.ts'
import { type WantedOptions, dayOf, sharedIds, wrongDates } from './read-wanted.ts'

export interface CheckOptions extends WantedOptions {
  /** In months; goes before what profiles say. */
  readonly sourcesOlderThan?: number
  readonly strict?: boolean
  /** A branch or commit to compare with. */
  readonly against?: string
}

/** What was found, or everything that is wrong with the input. */
export type CheckResult =
  | { readonly ok: true; readonly value: CheckReport }
  | {
      readonly ok: false
      readonly diagnostics: readonly Diagnostic[]
      /** Why there is no branch to compare with. */
      readonly noBranch: Extract<BranchResult, { readonly ok: false }> | null
    }

/** Compares all records with what would be written now, and with each other; or says what is wrong with the input. */
export async function checkRepository(
  invocation: Invocation,
  named: readonly string[],
  options: CheckOptions,
  repository: Repository,
): Promise<CheckResult> {
  const { root } = repository
  const { cwd } = invocation
  const tree = steadyDisk()
  const files = await checkedProfiles(named, cwd, repository)
  if (!files.ok) return { ...files, noBranch: null }
  const profiles: PlacedProfile[] = []
  const problems: Diagnostic[] = wrongDates(invocation, options)
  for (const file of files.value) {
    const placed = await placeProfile(file, options, { root, cwd }, tree)
    if (placed.ok) profiles.push(placed.value)
    else problems.push(...placed.diagnostics)
  }
  problems.push(...sharedIds(profiles))
  const directories = new Set(profiles.map(({ place }) => place.directory))
  const ids = profiles.flatMap(({ asked }) => asked.map(({ id }) => id))
  const existing = await readExisting(root, [...directories], ids, tree)
  const planned = await checkProfiles(invocation, options, profiles, existing, tree)
  const branch = options.against === undefined ? null : await readBranch(root, options.against, directories)
  const diagnostics = eachOnce([...problems, ...problemsIn([planned, existing])])
  if (diagnostics.length > 0 || !existing.ok || !planned.ok || branch?.ok === false)
    return { ok: false, diagnostics, noBranch: branch?.ok === false ? branch : null }
  const ours = recordsAmong(existing.value.records)
  const findings = findFindings({
    planned: planned.value,
    existing: existing.value,
    ours,
    isInterrupted: await tree.isFile(journalFile(root)),
    branch: branch?.value ?? null,
  })
  const { strict = false } = options
  return { ok: true, value: { findings, profiles: files.value.length, records: ours.length, strict } }
}

/** One profile after the other: an evaluation is large, and is forgotten before the next one is made. */
async function checkProfiles(
  invocation: Invocation,
  options: CheckOptions,
  profiles: readonly PlacedProfile[],
  existing: Result<ExistingFiles>,
  tree: FileTree,
): Promise<Result<readonly Finding[]>> {
  // Why the records cannot be read is told by itself.
  if (!existing.ok) return succeed([])
  const terms = { date: dayOf(invocation, options), sourcesOlderThan: options.sourcesOlderThan ?? null }
  const check = profileChecker(terms, existing.value, tree)
  const onProgress = progressOf(invocation, 'profiles', profiles.length)
  const results: Result<readonly Finding[]>[] = []
  for (const [index, placed] of profiles.entries()) {
    results.push(await check(placed))
    onProgress(index + 1)
  }
  const joined = joinResults(results)
  return joined.ok ? succeed(joined.value.flat()) : joined
}

/** Many profiles may ask for one broken pack. */
const eachOnce = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(
    diagnostics.map((problem) => {
      const { code, file, place, arguments: given } = problem
      return [JSON.stringify([code, file, place?.start, given]), problem]
    }),
  ).values(),
]
