import { type Diagnostic, type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults, problemsIn } from '../diagnostics/join-results.ts'
import type { Finding } from '../check/finding.ts'
import { findFindings } from '../check/find-findings.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import type { CheckReport } from '../check/check-report.ts'
import { type FileTree, steadyDisk } from '../workspace/file-tree.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { journalFile } from '../workspace/write-recovery.ts'
import type { ComparedBranch } from '../check/against-findings.ts'
import { type FoundCommit, findCommit, mergeBase, recordsIn } from '../workspace/branches.ts'
import { profileChecker, progressOf } from './check-decisions.ts'
import { checkedProfiles } from './checked-profiles.ts'
import type { Invocation } from './invocation.ts'
import { type PlacedProfile, placeProfile } from './placed-profile.ts'
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

/** A branch to compare with, or why there is none. */
type BranchResult =
  | { readonly ok: true; readonly value: ComparedBranch }
  | Extract<FoundCommit, { readonly ok: false }>

/** Reads the records of another branch, and those of the commit from which it and the one here started. */
async function readBranch(
  root: string,
  name: string,
  directories: ReadonlySet<string>,
): Promise<BranchResult> {
  const commit = await findCommit(root, name)
  if (!commit.ok) return commit
  const head = await findCommit(root, 'HEAD')
  if (!head.ok) return head
  const start = await mergeBase(root, commit.commit, head.commit)
  if (!start.ok) return start
  const textsAt = async (at: string): Promise<ReadonlyMap<string, string>> => {
    const texts = await Promise.all([...directories].map((directory) => recordsIn(root, at, directory)))
    return new Map(texts.flatMap((found) => [...found]))
  }
  const there = await textsAt(commit.commit)
  return {
    ok: true,
    value: { name, there, start: start.commit === commit.commit ? there : await textsAt(start.commit) },
  }
}
