import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts'
import { problemsIn } from '../diagnostics/join-results.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { type PlanReport, planData } from '../report/plan-report.ts'
import { planNotes, planText } from '../report/plan-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { countOf } from '../record/words.ts'
import type { RepositoryTree } from '../workspace/file-tree.ts'
import { profilesBelow } from '../workspace/git-files.ts'
import { type EvidenceReader, evidenceReader, readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree, workTree } from '../workspace/work-tree.ts'
import { answer, noteMissing } from './answer.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import {
  type PlacedProfile,
  type WantedOptions,
  dayOf,
  placedDecisions,
  placeProfile,
  sharedIds,
  wrongDates,
} from './placed-profile.ts'
import { profilesMeant } from './meant-profiles.ts'
import { recordsOfGoneProfiles } from './orphaned-records.ts'
import { refuse, stopUnwritten, valueToWrite } from './problems.ts'
import { repositoryMeant } from './repository-meant.ts'
import { endInterrupted, writeOrReport } from './write-or-report.ts'

export interface RunOptions extends WantedOptions {
  readonly dryRun?: boolean
  readonly quiet?: boolean
  /** Every profile of the repository, where none is named. */
  readonly all?: boolean
}

/** What a plan is made from. */
export interface PlanGround extends Repository {
  readonly profiles: readonly PlacedProfile[]
  /** Without the evidence of what the profiles ask for. */
  readonly existing: ExistingFiles
  readonly evidenceOf: EvidenceReader
  readonly date: string
}

export type Planned = Pick<PlanReport, 'plan' | 'verdicts'>

/**
 * Judges profiles, plans, writes everything or nothing, and reports. A planner that cannot plan has said why.
 *
 * @param meant the repository, where that is not told by the profiles alone
 */
export async function runPlan(
  invocation: Invocation,
  named: readonly string[],
  options: RunOptions,
  planner: (ground: PlanGround) => Promise<Planned>,
  meant?: Repository,
): Promise<ExitCode> {
  const repository = meant ?? (await repositoryMeant(invocation, named))
  const { root } = repository
  const { profiles, existing } = await readGround(invocation, named, options, repository)
  const evidenceOf = evidenceReader(root, existing, workTree(repository))
  const date = dayOf(invocation, options)
  const planned = await planner({ ...repository, profiles, existing, evidenceOf, date })
  const { plan } = planned
  if (!options.dryRun) await writeOrReport(invocation, root, plan.writes)
  const report = { ...planned, dryRun: options.dryRun === true }
  if (!options.quiet) noteMissing(invocation, repository)
  answer(invocation, { data: () => planData(report), text: () => (options.quiet ? '' : planText(report)) })
  if (!options.quiet || plan.needsPerson) invocation.stderr.write(planNotes(report))
  return plan.needsPerson ? exitCode.personNeeded : exitCode.done
}

/** The profiles and the files that are there. Both are read from one tree, unless an interrupted run was to be ended in between. */
async function readGround(
  invocation: Invocation,
  named: readonly string[],
  options: RunOptions,
  repository: Repository,
): Promise<Pick<PlanGround, 'profiles' | 'existing'>> {
  const tree = steadyTree(repository)
  const profiles = await readProfiles(invocation, named, options, repository, tree)
  const isOutdated = await endInterrupted(invocation, repository.root, options.dryRun)
  const now = isOutdated ? steadyTree(repository) : tree
  return { profiles, existing: valueToWrite(invocation, await existingFor(profiles, repository, now)) }
}

/** Where there is no profile, it matters more that there was one. */
async function refuseWithoutProfile(invocation: Invocation, repository: Repository): Promise<void> {
  const [first, ...others] = await recordsOfGoneProfiles(repository)
  if (first === undefined) return
  const records = `\`${makeVisible(first.path)}\`${others.length === 0 ? '' : ` and ${countOf(others.length, 'other record')}`}`
  refuse(
    invocation,
    `${records} ${others.length === 0 ? 'was' : 'were'} generated from \`${makeVisible(first.profile ?? '')}\`, which is gone`,
    (await profilesBelow(repository.root)).length === 0
      ? 'put the profile back, or run `madrigal init`'
      : 'put the profile back, or name another one; `madrigal check` says how it keeps the record',
  )
}

/** The profiles, each with the place for its records, or everything that is wrong with any of them. */
async function readProfiles(
  invocation: Invocation,
  named: readonly string[],
  options: RunOptions,
  repository: Repository,
  tree: RepositoryTree,
): Promise<readonly PlacedProfile[]> {
  const { cwd } = invocation
  const found = await profilesMeant(named, cwd, repository, options.all)
  if (!found.ok) await refuseWithoutProfile(invocation, repository)
  const files = valueToWrite(invocation, found)
  const problems: Diagnostic[] = wrongDates(invocation, options)
  const placed: PlacedProfile[] = []
  for (const file of files) {
    const profile = await placeProfile(file, options, { root: repository.root, cwd }, tree)
    if (profile.ok) placed.push(profile.value)
    else problems.push(...profile.diagnostics)
  }
  problems.push(...sharedIds(placed))
  if (problems.length === 0) return placed
  // What is wrong with a template is found when records are made, and is told with the rest.
  return stopUnwritten(invocation, [...problems, ...problemsIn(placed.map(placedDecisions))])
}

function existingFor(
  profiles: readonly PlacedProfile[],
  { root }: Repository,
  tree: RepositoryTree,
): Promise<Result<ExistingFiles>> {
  const directories = profiles.map(({ place }) => place.directory)
  const ids = profiles.flatMap(({ asked }) => asked.map(({ id }) => id))
  const later = new Set(ids.map(decisionOfId))
  return readExisting(root, directories, ids, tree, later)
}
