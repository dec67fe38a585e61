import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Change, PlanPolicy } from '../../plan/change.ts'
import { type PlanDecision, planFor, plannerFor } from '../../plan/plan-changes.ts'
import type { BranchFile } from '../../plan/record-numbers.ts'
import { topOf } from '../../plan/relative-path.ts'
import { filesOnBranches } from '../../workspace/branches.ts'
import { areBranchesHere } from '../../workspace/evident-branches.ts'
import type { ExitCode } from '../exit-code.ts'
import { leftBehind } from '../orphaned-records.ts'
import type { Invocation } from '../invocation.ts'
import { refuse } from '../problems.ts'
import { type PlanGround, type RunOptions, runPlan } from '../run-plan.ts'
import {
  type CommandFile,
  type ActionOf,
  directoryOption,
  dryRunOption,
  examples,
  jsonOption,
  quietOption,
} from '../declaring.ts'
import { planProfiles } from '../plan-profiles.ts'
import { askBranches } from '../other-branches.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument(
      '[profile...]',
      'profiles to read, also as patterns such as `services/**/adr-profile.yaml` (default: the nearest adr-profile.yaml, up to the root of the repository)',
    )
    .option('-a, --all', 'read every profile of the repository')
    .addOption(dryRunOption())
    .option('--date <date>', 'date of what is written anew, as YYYY-MM-DD (default: $ADR_DATE, or today)')
    .option('--template <template>', 'madr, nygard, or the path of a Handlebars template')
    .addOption(directoryOption())
    .addOption(
      new Option('--conflict <policy>', 'what to do where edits touch what changes')
        .choices(['stop', 'mine', 'markers'])
        .default('stop'),
    )
    .addOption(jsonOption('the plan'))
    .addOption(quietOption())
    .addHelpText(
      'after',
      examples([
        'madrigal generate',
        'madrigal generate --dry-run',
        'madrigal generate --all',
        "madrigal generate 'services/**/adr-profile.yaml' --date 2026-01-15",
      ]),
    )
    .action(run(generate))
}

export const restore: CommandFile = {
  declare: (command, run) => {
    command
      .argument('[profile...]', 'profiles to read (default: the nearest adr-profile.yaml)')
      .addOption(dryRunOption())
      .addOption(jsonOption('the plan'))
      .addHelpText('after', examples(['madrigal restore']))
      .action(
        run((invocation, profiles: string[], options: { readonly dryRun?: boolean }) =>
          generate(invocation, profiles, { ...options, restore: true }),
        ),
      )
  },
}

export interface GenerateOptions extends RunOptions, PlanPolicy {}

/** Judges profiles and brings their records up to date: all of them, or none. */
export const generate = (
  invocation: Invocation,
  profiles: readonly string[],
  options: GenerateOptions,
): Promise<ExitCode> =>
  options.all === true && profiles.length > 0
    ? refuse(invocation, 'found profiles beside `--all`', 'name profiles, or take all of the repository')
    : runPlan(invocation, profiles, options, async (ground) => {
        const plan = numberedPlanner(invocation, ground, options)
        const { changes, verdicts } = await planProfiles(invocation, ground, plan)
        const orphans = await leftBehind(ground.existing, ground.profiles, ground)
        return { plan: { ...planFor(changes, ground.existing), orphans }, verdicts }
      })

/**
 * Plans; from the first new file on with the numbers that other branches have. Git is asked only then, and not where a first
 * record is made and every branch is here.
 */
function numberedPlanner(
  invocation: Invocation,
  ground: PlanGround,
  policy: PlanPolicy,
): (...decision: Parameters<PlanDecision>) => Promise<Change> {
  const { root, profiles, existing, date } = ground
  let plan = plannerFor(existing, date, policy)
  let isAsked = false
  return async (...decision) => {
    const change = plan(...decision)
    if (isAsked || change.before !== '' || change.after === '') return change
    isAsked = true
    if (existing.records.size === 0 && areBranchesHere(root)) return change
    const directories = profiles.map(({ place }) => place.directory)
    const elsewhere = await askBranches(invocation, ground, (branches) =>
      filesOnBranches(root, branches, directories),
    )
    if (elsewhere === null || areHere(elsewhere, existing)) return change
    // Nothing had taken a number before.
    plan = plannerFor({ ...existing, elsewhere }, date, policy)
    return plan(...decision)
  }
}

/** Whether other branches have no record that is not here as well. */
const areHere = (
  elsewhere: ReadonlyMap<string, readonly BranchFile[]>,
  { records }: PlanGround['existing'],
): boolean =>
  [...elsewhere].every(([directory, files]) =>
    files.every(({ name }) => records.has(path.posix.join(topOf(directory), name))),
  )
