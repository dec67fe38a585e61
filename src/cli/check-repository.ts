import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { findFindings } from '../plan/findings/find-findings.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { CheckReport } from '../report/findings/check-report.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyDisk } from '../workspace/steady-disk.ts'
import { journalFile } from '../workspace/write-recovery.ts'
import { type PartResult, checkPart } from './check-part.ts'
import { checkedProfiles } from './checked-profiles.ts'
import { type BranchResult, readBranch } from './compared-branch.ts'
import type { Invocation } from './invocation.ts'
import { progressOf } from './progress.ts'
import { readInParts } from './read-in-parts.ts'
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
  const tree = steadyDisk()
  const files = await checkedProfiles(named, invocation.cwd, repository)
  if (!files.ok) return { ...files, noBranch: null }
  const { decisions, problems, findings } = await checkAll(invocation, files.value, options, root, tree)
  const directories = decisions.map(({ directory }) => directory)
  const ids = decisions.map(({ id }) => id)
  const existing = await readExisting(root, directories, ids, tree)
  const { against } = options
  const branch = against === undefined ? null : await readBranch(root, against, new Set(directories))
  const diagnostics = eachOnce([
    ...wrongDates(invocation, options),
    ...problems,
    ...sharedIds(decisions),
    ...(existing.ok ? [] : existing.diagnostics),
  ])
  if (diagnostics.length > 0 || !existing.ok || branch?.ok === false)
    return { ok: false, diagnostics, noBranch: branch?.ok === false ? branch : null }
  const ours = recordsAmong(existing.value.records)
  const report = {
    findings: findFindings({
      planned: findings,
      existing: existing.value,
      ours,
      isInterrupted: await tree.isFile(journalFile(root)),
      branch: branch?.value ?? null,
    }),
    profiles: files.value.length,
    records: ours.length,
    strict: options.strict ?? false,
  }
  return { ok: true, value: report }
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

async function checkAll(
  invocation: Invocation,
  files: readonly string[],
  options: CheckOptions,
  root: string,
  tree: FileTree,
): Promise<PartResult> {
  const { cwd } = invocation
  const { directory, template, sourcesOlderThan = null } = options
  const check = {
    cwd,
    root,
    wishes: { ...(directory !== undefined && { directory }), ...(template !== undefined && { template }) },
    date: dayOf(invocation, options),
    sourcesOlderThan,
  }
  const onProgress = progressOf(invocation, 'profiles', files.length)
  const results: PartResult[] = []
  let done = 0
  for await (const part of readInParts({ cwd, root, files }, tree)) {
    results.push(await checkPart(check, part, tree))
    done += part.length
    onProgress(done)
  }
  return {
    decisions: results.flatMap(({ decisions }) => decisions),
    problems: results.flatMap(({ problems }) => problems),
    findings: results.flatMap(({ findings }) => findings),
  }
}
