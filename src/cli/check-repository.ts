import { type Diagnostic, type Result, succeed } from '../diagnostics/diagnostic.ts'
import { problemsIn } from '../diagnostics/join-results.ts'
import { findFindings } from '../check/find-findings.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { recordsAmong } from '../plan/select-record.ts'
import { problemAlone } from '../report/answer-json.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { CheckReport } from '../check/findings-format.ts'
import type { RepositoryTree } from '../workspace/file-tree.ts'
import { steadyTree } from '../workspace/work-tree.ts'
import { rememberedIds } from '../workspace/record-copies.ts'
import { readExisting } from '../workspace/record-files.ts'
import { findRecordHome } from '../workspace/record-home.ts'
import type { Repository } from '../workspace/repository.ts'
import { journalFile } from '../workspace/write-recovery.ts'
import type { ComparedBranch } from '../check/against-findings.ts'
import { type FoundCommit, findCommit, mergeBase, recordsIn } from '../workspace/branches.ts'
import { checkProfiles } from './check-decisions.ts'
import { missingProfile, profilesMeant } from './meant-profiles.ts'
import type { Invocation } from './invocation.ts'
import { orphanedRecords } from './orphaned-records.ts'
import type { ReadingPlace } from './read-profile.ts'
import { stopFor, valueOf } from './problems.ts'
import {
  type PlacedProfile,
  type WantedOptions,
  placeProfile,
  sharedIds,
  wrongDates,
} from './placed-profile.ts'

export interface CheckOptions extends WantedOptions {
  /** In months; goes before what profiles say. */
  readonly sourcesOlderThan?: number
  readonly strict?: boolean
  /** A branch or commit to compare with. */
  readonly against?: string
}

/** Compares all records with what would be written now, and with each other; or says what is wrong with the input. */
export async function checkRepository(
  invocation: Invocation,
  named: readonly string[],
  options: CheckOptions,
  repository: Repository,
): Promise<CheckReport> {
  const { root } = repository
  const { cwd } = invocation
  const tree = steadyTree(repository)
  const files = valueOf(invocation, await profilesMeant(named, cwd, repository, true)).toSorted()
  const profiles: PlacedProfile[] = []
  const problems: Diagnostic[] = wrongDates(invocation, options)
  for (const file of files) {
    const placed = await placeProfile(file, options, { root, cwd }, tree)
    if (placed.ok) profiles.push(placed.value)
    else problems.push(...placed.diagnostics)
  }
  problems.push(...sharedIds(profiles))
  const all = named.length === 0 && repository.missing === null
  const directories = await recordDirectories(options, files, profiles, { cwd, root, tree })
  const existing = await readRecords(directories, profiles, all, { root, tree })
  // Why the records cannot be read is told by itself.
  const planned = existing.ok
    ? await checkProfiles(invocation, options, profiles, { ...repository, existing: existing.value })
    : existing
  const branch = await readBranch(root, options.against, directories)
  const noBranch = branch?.ok === false ? [problemAlone(makeVisible(branch.reason), branch.help ?? null)] : []
  const diagnostics = eachOnce([...problems, ...problemsIn([planned])])
  if (diagnostics.length > 0 || !directories.ok || !existing.ok || !planned.ok || branch?.ok === false)
    return stopFor(invocation, diagnostics, noBranch)
  const ours = recordsAmong(existing.value.records)
  if (files.length + ours.length === 0) stopFor(invocation, [await missingProfile(cwd, repository)])
  const findings = findFindings({
    planned: planned.value,
    existing: existing.value,
    directories: directories.value,
    ours,
    orphans: all ? await orphanedRecords(existing.value, profiles, root, tree) : [],
    isInterrupted: await tree.isFile(journalFile(root)),
    branch: branch?.value ?? null,
  })
  return { findings, profiles: files.length, records: ours.length, strict: options.strict ?? false }
}

/** Those of the profiles that can be read; where there is no profile, the one that a command would take. */
async function recordDirectories(
  { directory }: CheckOptions,
  files: readonly string[],
  profiles: readonly PlacedProfile[],
  { cwd, root, tree }: ReadingPlace & { readonly tree: RepositoryTree },
): Promise<Result<readonly string[]>> {
  if (files.length > 0) return succeed([...new Set(profiles.map(({ place }) => place.directory))])
  const found = await findRecordHome({ root, folder: cwd, configured: directory, name: 'directory', tree })
  return found.ok ? succeed([found.value.directory]) : found
}

/**
 * The records of some profiles. Where they are all, also those of decisions that none asks for, which may lie where no
 * profile says.
 */
async function readRecords(
  directories: Result<readonly string[]>,
  profiles: readonly PlacedProfile[],
  all: boolean,
  { root, tree }: { readonly root: string; readonly tree: RepositoryTree },
): Promise<Result<ExistingFiles>> {
  if (!directories.ok) return directories
  const ids = profiles.flatMap(({ asked }) => asked.map(({ id }) => id))
  const remembered = all ? await rememberedIds(root, tree) : succeed([])
  if (!remembered.ok) return remembered
  const later = new Set(ids.map(decisionOfId))
  return readExisting(root, directories.value, [...ids, ...remembered.value], tree, later)
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

/** Reads the records of another branch, if one is named, and those of the commit from which it and the one here started. */
async function readBranch(
  root: string,
  name: string | undefined,
  directories: Result<readonly string[]>,
): Promise<BranchResult | null> {
  if (name === undefined || !directories.ok) return null
  const commit = await findCommit(root, name)
  if (!commit.ok) return commit
  const head = await findCommit(root, 'HEAD')
  if (!head.ok) return head
  const start = await mergeBase(root, commit.commit, head.commit)
  if (!start.ok) return start
  const textsAt = async (at: string): Promise<ReadonlyMap<string, string>> => {
    const texts = await Promise.all(directories.value.map((directory) => recordsIn(root, at, directory)))
    return new Map(texts.flatMap((found) => [...found]))
  }
  const there = await textsAt(commit.commit)
  return {
    ok: true,
    value: { name, there, start: start.commit === commit.commit ? there : await textsAt(start.commit) },
  }
}
