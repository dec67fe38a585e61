import { Command, CommanderError, Option } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { exitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'

/** Reads the command line and runs the command that it names. Commands are imported when they are chosen. */
export async function runProgram(invocation: Invocation, version: string): Promise<ExitCode> {
  let code: ExitCode = exitCode.done
  const program = buildProgram(invocation, version, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...invocation.arguments], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCode.done : exitCode.wrongInput
  }
  return code
}

function buildProgram(invocation: Invocation, version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('madrigal')
    .description('Writes architecture decision records from evidence.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => invocation.stdout.write(text),
      writeErr: (text) => invocation.stderr.write(text),
      outputError: (text, write) => write(text.replace(/'([^'\n]+)'/g, '`$1`')),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .addHelpText(
      'after',
      examples(['madrigal generate', 'madrigal evaluate', 'madrigal criteria show python-vs-go']),
    )
  addGenerate(program, invocation, finish)
  addRepairs(program, invocation, finish)
  addResolve(program, invocation, finish)
  addStatusCommands(program, invocation, finish)
  addEvaluate(program, invocation, finish)
  addList(program, invocation, finish)
  addIndex(program, invocation, finish)
  addCriteria(program, invocation, finish)
  addSchema(program, invocation, finish)
  return program
}

const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`

function addGenerate(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('generate')
    .description('Write the record of each decision that a profile asks for, or bring it up to date.')
    .argument(
      '[profile...]',
      'profiles to read (default: the nearest adr-profile.yaml, up to the root of the repository)',
    )
    .addOption(new Option('-n, --dry-run', 'show what would be written, and write nothing'))
    .addOption(
      new Option(
        '--date <date>',
        'date of what is written anew, as YYYY-MM-DD (default: $ADR_DATE, or today)',
      ),
    )
    .addOption(new Option('--template <template>', 'madr, nygard, or the path of a Handlebars template'))
    .addOption(
      new Option('--directory <path>', 'folder of the records, relative to the root of the repository'),
    )
    .addOption(
      new Option('--conflict <policy>', 'what to do when edits contradict the new text')
        .choices(['stop', 'mine', 'markers'])
        .default('stop'),
    )
    .addOption(new Option('--json', 'print the plan as JSON'))
    .addOption(new Option('-q, --quiet', 'print nothing but problems'))
    .addHelpText(
      'after',
      examples([
        'madrigal generate',
        'madrigal generate --dry-run',
        'madrigal generate services/*/adr-profile.yaml --date 2026-01-15',
      ]),
    )
    .action(async (profiles: string[], options) => {
      const { generate } = await import('./commands/generate.ts')
      finish(await generate(invocation, profiles, options))
    })
}

const repairs = {
  adopt:
    'Take records whose base copy is missing under care; what differs from the profile counts as written by people.',
  restore: 'Write records again that were deleted.',
} as const

function addRepairs(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  for (const repair of ['adopt', 'restore'] as const)
    program
      .command(repair)
      .description(repairs[repair])
      .argument('[profile...]', 'profiles to read (default: the nearest adr-profile.yaml)')
      .addOption(new Option('-n, --dry-run', 'show what would be written, and write nothing'))
      .addOption(new Option('--json', 'print the plan as JSON'))
      .addHelpText('after', examples([`madrigal ${repair}`]))
      .action(async (profiles: string[], options) => {
        const { generate } = await import('./commands/generate.ts')
        finish(await generate(invocation, profiles, { ...options, [repair]: true }))
      })
}

function addResolve(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('resolve')
    .description('End a conflict whose markers you have removed from a record.')
    .argument('<record>', 'path of the record')
    .addHelpText('after', examples(['madrigal resolve docs/decisions/0001-language-for-settlement.md']))
    .action(async (record: string) => {
      const { resolveConflict } = await import('./commands/resolve.ts')
      finish(await resolveConflict(invocation, record))
    })
}

const statusCommands = {
  accept: 'Set a proposed record to accepted, and the one that it supersedes to superseded.',
  reject: 'Set a proposed record to rejected.',
  deprecate: 'Set an accepted record to deprecated.',
} as const

function addStatusCommands(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  for (const action of ['accept', 'reject', 'deprecate'] as const)
    program
      .command(action)
      .description(statusCommands[action])
      .argument('<record>', 'number, id or path of the record')
      .addOption(new Option('-n, --dry-run', 'show what would be written, and write nothing'))
      .addOption(
        new Option('--directory <path>', 'folder of the records, relative to the root of the repository'),
      )
      .addOption(new Option('--json', 'print the plan as JSON'))
      .addOption(new Option('-q, --quiet', 'print nothing but problems'))
      .addHelpText(
        'after',
        examples([`madrigal ${action} 1`, `madrigal ${action} python-vs-go/edge-proxy@1 --dry-run`]),
      )
      .action(async (record: string, options) => {
        const { changeStatus } = await import('./commands/status.ts')
        finish(await changeStatus(invocation, action, record, options))
      })
}

function addEvaluate(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('evaluate')
    .description('Show the verdict and what it rests on. Writes no file.')
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(new Option('--json', 'print the full trace as JSON (see `madrigal schema evaluation`)'))
    .addHelpText(
      'after',
      examples(['madrigal evaluate', 'madrigal evaluate services/gateway/adr-profile.yaml --json']),
    )
    .action(async (profile: string | undefined, options) => {
      const { evaluateProfile } = await import('./commands/evaluate.ts')
      finish(await evaluateProfile(invocation, profile, options))
    })
}

function addList(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('list')
    .description('List the records of the repository, whichever tool wrote them. Writes no file.')
    .addOption(
      new Option('--directory <path>', 'folder of the records, relative to the root of the repository'),
    )
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText('after', examples(['madrigal list', 'madrigal list --directory doc/adr --json']))
    .action(async (options) => {
      const { listRepository } = await import('./commands/list.ts')
      finish(await listRepository(invocation, options))
    })
}

function addIndex(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('index')
    .description('Print the records as a Markdown list with links, or keep that list in a file up to date.')
    .addOption(
      new Option('--into <file>', 'file with lines `<!-- madrigal index -->` and `<!-- /madrigal index -->`'),
    )
    .addOption(
      new Option('--directory <path>', 'folder of the records, relative to the root of the repository'),
    )
    .addHelpText('after', examples(['madrigal index', 'madrigal index --into docs/decisions/README.md']))
    .action(async (options) => {
      const { indexRecords } = await import('./commands/index-records.ts')
      finish(await indexRecords(invocation, options))
    })
}

function addCriteria(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  const criteria = program
    .command('criteria')
    .description('Look at criteria packs.')
    .addHelpText('after', examples(['madrigal criteria list', 'madrigal criteria show python-vs-go']))
  criteria
    .command('list')
    .description('List the packs that come with Madrigal.')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText('after', examples(['madrigal criteria list']))
    .action(async (options) => {
      const { listCriteria } = await import('./commands/criteria.ts')
      finish(await listCriteria(invocation, options))
    })
  criteria
    .command('show')
    .description('Show what a pack asks, weighs and cites.')
    .argument('<pack>', 'id of a shipped pack, or path of a pack')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText(
      'after',
      examples(['madrigal criteria show python-vs-go', 'madrigal criteria show ./criteria.yaml']),
    )
    .action(async (pack: string, options) => {
      const { showCriteria } = await import('./commands/criteria.ts')
      finish(await showCriteria(invocation, pack, options))
    })
}

function addSchema(program: Command, invocation: Invocation, finish: (code: ExitCode) => void): void {
  program
    .command('schema')
    .description('Print a JSON Schema, for editors and other tools.')
    .argument('<name>', 'profile, criteria or evaluation')
    .addHelpText('after', examples(['madrigal schema profile > adr-profile.schema.json']))
    .action(async (name: string) => {
      const { printSchema } = await import('./commands/schema.ts')
      finish(await printSchema(invocation, name))
    })
}
