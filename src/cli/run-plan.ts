import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Plan } from '../plan/plan-changes.ts'
import type { ExistingFiles, WantedDecision, WantedRecord } from '../plan/wanted-record.ts'
import { planData } from '../report/plan-report.ts'
import { planNotes, planText } from '../report/plan-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { countOf } from '../record/words.ts'
import { profilesBelow } from '../workspace/git-files.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'
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
  readonly wanted: readonly WantedRecord[]
  readonly existing: ExistingFiles
  readonly date: string
}

/**
 * Judges profiles, plans, writes everything or nothing, and reports. A planner that cannot plan has said why.
 *
 * @param meant the repository, where that is not told by the profiles alone
 */
export async function runPlan(
  invocation: Invocation,
  named: readonly string[],
  options: RunOptions,
  planner: (ground: PlanGround) => Promise<Plan>,
  meant?: Repository,
): Promise<ExitCode> {
  const repository = meant ?? (await repositoryMeant(invocation, named))
  const { root } = repository
  const { placed, decisions } = await readWanted(invocation, named, options, repository)
  await endInterrupted(invocation, root, options.dryRun)
  const wanted = decisions.map(({ record }) => record)
  const directories = wanted.map(({ directory }) => directory)
  const ids = wanted.map(({ id }) => id)
  const existing = await readExisting(root, directories, ids, steadyTree(repository))
  const date = dayOf(invocation, options)
  const ground = {
    ...repository,
    profiles: placed,
    wanted,
    existing: valueToWrite(invocation, existing),
    date,
  }
  const plan = await planner(ground)
  if (!options.dryRun) await writeOrReport(invocation, root, plan.writes)
  const report = { plan, decisions, dryRun: options.dryRun === true }
  if (!options.quiet) noteMissing(invocation, repository)
  answer(invocation, { data: () => planData(report), text: () => (options.quiet ? '' : planText(report)) })
  if (!options.quiet || plan.needsPerson) invocation.stderr.write(planNotes(report))
  return plan.needsPerson ? exitCode.personNeeded : exitCode.done
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

/** The records that all profiles call for, or everything that is wrong with any of them. */
async function readWanted(
  invocation: Invocation,
  named: readonly string[],
  options: RunOptions,
  repository: Repository,
): Promise<{ readonly placed: readonly PlacedProfile[]; readonly decisions: readonly WantedDecision[] }> {
  const { cwd } = invocation
  const found = await profilesMeant(named, cwd, repository, options.all)
  if (!found.ok) await refuseWithoutProfile(invocation, repository)
  const files = valueToWrite(invocation, found)
  const problems: Diagnostic[] = wrongDates(invocation, options)
  const placed: PlacedProfile[] = []
  const decisions: WantedDecision[] = []
  const tree = steadyTree(repository)
  for (const file of files) {
    const profile = await placeProfile(file, options, { root: repository.root, cwd }, tree)
    const wanted = profile.ok ? placedDecisions(profile.value) : profile
    if (profile.ok) placed.push(profile.value)
    if (wanted.ok) decisions.push(...wanted.value)
    else problems.push(...wanted.diagnostics)
  }
  problems.push(...sharedIds(placed))
  return problems.length > 0 ? stopUnwritten(invocation, problems) : { placed, decisions }
}
