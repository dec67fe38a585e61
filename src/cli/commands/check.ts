import path from 'node:path'
import { type Command, Option } from 'commander'
import { type FindingsFormat, fails, findingsFormats, summarySentence } from '../../check/findings-format.ts'
import { displayPath } from '../../workspace/files.ts'
import { ownManifest } from '../../workspace/shipped.ts'
import { type CheckOptions, checkRepository } from '../check-repository.ts'
import { noteMissing } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour } from '../invocation.ts'
import { profilesMeant } from '../meant-profiles.ts'
import { fixProfiles } from '../open-profile.ts'
import { valueOf } from '../problems.ts'
import { repositoryMeant } from '../repository-meant.ts'
import { type ActionOf, directoryOption, examples, wholeNumber } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument(
      '[profile...]',
      'profiles to check, also as patterns such as `services/**/adr-profile.yaml` (default: all of the repository)',
    )
    .addOption(
      new Option('--format <format>', 'how to print findings')
        .choices(Object.keys(findingsFormats))
        .default('text'),
    )
    .option('--json', 'the same as `--format json`')
    .option('--against <ref>', 'branch or commit whose records may collide with those here')
    .option('--fix', 'first carry answers to what a newer comparison asks otherwise over, in the profiles')
    .option('--strict', 'fail on warnings and notes as well')
    .addOption(
      new Option(
        '--sources-older-than <months>',
        'ask for sources to be verified again after so many months (default: as profiles say)',
      ).argParser(wholeNumber(9999, 'a whole number of months')),
    )
    .option('--date <date>', 'the day of the check, as YYYY-MM-DD (default: $ADR_DATE, or today)')
    .option('--template <template>', 'template that records were generated with')
    .addOption(directoryOption())
    .addHelpText(
      'after',
      examples([
        'madrigal check',
        'madrigal check --format github --against origin/main',
        "madrigal check 'services/**/adr-profile.yaml' --sources-older-than 18",
      ]),
    )
    .action(run(check))
}

export interface CheckCommandOptions extends CheckOptions {
  readonly format: FindingsFormat
  readonly fix?: boolean
}

/** Looks whether every record follows from its profile and pack, and says why one does not. Writes no file but with `--fix`. */
export async function check(
  invocation: Invocation,
  named: readonly string[],
  options: CheckCommandOptions,
): Promise<ExitCode> {
  const { cwd, json, stdout, stderr } = invocation
  const repository = await repositoryMeant(invocation, named)
  const { root } = repository
  if (options.fix) {
    const files = valueOf(invocation, await profilesMeant(named, cwd, repository, true))
    await fixProfiles(invocation, files.toSorted(), repository)
  }
  const report = await checkRepository(invocation, named, options, repository)
  // Findings have paths from the current folder, wherever the repository is.
  if (repository.missing !== null) noteMissing(invocation, repository)
  const pathTo = (file: string): string => displayPath(path.join(root, file), cwd)
  stdout.write(
    findingsFormats[json ? 'json' : options.format](report, {
      colour: usesColour(invocation, stdout),
      pathTo,
      tool: await ownManifest(),
    }),
  )
  stderr.write(`${summarySentence(report)}\n`)
  return fails(report) ? exitCode.found : exitCode.done
}
