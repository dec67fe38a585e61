import { Command, CommanderError } from 'commander'
import { harmless } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { GitFailure, explainGit } from '../workspace/git-failure.ts'
import { commandList } from './command-list.ts'
import { type ActionOf, examples } from './declaring.ts'
import { type ExitCode, Stop, exitCode } from './exit-code.ts'
import type { Invocation, Output, Surroundings } from './invocation.ts'
import { refuse } from './problems.ts'

/** Reads the command line and runs the command that it names. */
export async function runProgram(given: Surroundings, version: string): Promise<ExitCode> {
  const surroundings = { ...given, stderr: forLogs(given.stderr) }
  let code: ExitCode = exitCode.done
  const run: ActionOf = (work) =>
    async function (this: Command, ...taken) {
      const invocation = { ...surroundings, ...calledAs(this) }
      code = await orRefuse(invocation, async () => work(invocation, ...taken))
    }
  const program = buildProgram(surroundings, version)
  // Whoever names no command is told where they are, and what comes next.
  const words = given.arguments.length === 0 ? ['doctor'] : usualWords(given.arguments)
  const chosen = chosenIn(words)
  const typed = chosen === 'completion' ? chosenIn(words.slice(words.indexOf('--') + 1)) : undefined
  const meant = commandList.find(({ also }) => also?.includes(chosen ?? ''))
  for (const { name, description, load } of commandList) {
    const command = program.command(name).description(description)
    if (name === chosen || name === typed) (await load()).declare(command, run)
  }
  try {
    if (meant !== undefined)
      program.error(`error: unknown command '${chosen}'\n(Did you mean ${meant.name}?)`)
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof Stop) return error.code
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCode.done : exitCode.wrongInput
  }
  return code
}

const chosenIn = (words: readonly string[]): string | undefined =>
  words.find((word) => !word.startsWith('-') && word !== 'help')

/** `-V` is `-v`, and help for a command that there is not is a call of it, which says so. */
function usualWords(given: readonly string[]): readonly string[] {
  if (given[0] === '-V') return ['-v', ...given.slice(1)]
  const chosen = chosenIn(given)
  const isKnown = commandList.some(({ name }) => name === chosen)
  return given[0] === 'help' && chosen !== undefined && !isKnown ? given.slice(1) : given
}

/** What git cannot answer is no mistake of ours, and nothing may be said without it. */
async function orRefuse(invocation: Invocation, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    return refuse(invocation, makeVisible(explainGit(error)), error.help)
  }
}

function calledAs(command: Command): Pick<Invocation, 'command' | 'json'> {
  const { json, format }: { readonly json?: boolean; readonly format?: string } = command.opts()
  const name = command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name()
  return { command: name, json: json === true || format === 'json' }
}

/** Messages repeat what files and arguments say, and some runners look for commands in them. */
function forLogs(output: Output): Output {
  const write = (text: string): unknown => output.write(harmless(text))
  // All else is that of the output, also what changes, such as its width.
  const safe: Output = Object.create(output, { write: { value: write } })
  return safe
}

const buildProgram = ({ stdout, stderr }: Surroundings, version: string): Command =>
  new Command('madrigal')
    .description('Writes architecture decision records from evidence.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureHelp({ subcommandTerm: termOf })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(text.replace(/'([^'\n]+)'/g, '`$1`')),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .addHelpText(
      'after',
      examples(['madrigal generate', 'madrigal evaluate', 'madrigal criteria show python-vs-go']),
    )

/** The others have said nothing of their arguments and options when `--help` lists them. */
const termOf = (command: Command): string =>
  [
    command.name(),
    ...command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`)),
  ].join(' ')
