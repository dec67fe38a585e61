import { Command, CommanderError } from 'commander'
import { addCheck } from './declarations/checking.ts'
import { examples } from './declarations/declaring.ts'
import { addAdopt, addGenerate, addResolve, addRestore } from './declarations/generating.ts'
import { addAsk, addEvaluate, addExplain, addWhatIf } from './declarations/judging.ts'
import { addStatusCommands } from './declarations/life-cycle.ts'
import { addRenumber } from './declarations/numbering.ts'
import { addIndex, addList } from './declarations/overviews.ts'
import { addCriteria, addSchema } from './declarations/packs.ts'
import { addReview } from './declarations/reviewing.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { harmless } from '../report/plain-text.ts'
import type { Invocation, Output } from './invocation.ts'

/** In the order in which `--help` lists them. */
const declarations = [
  addGenerate,
  addCheck,
  addReview,
  addAdopt,
  addRestore,
  addResolve,
  addStatusCommands,
  addRenumber,
  addEvaluate,
  addExplain,
  addWhatIf,
  addAsk,
  addList,
  addIndex,
  addCriteria,
  addSchema,
]

/** Reads the command line and runs the command that it names. Commands are imported when they are chosen. */
export async function runProgram(given: Invocation, version: string): Promise<ExitCode> {
  const invocation = { ...given, stderr: forLogs(given.stderr) }
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

/** Messages repeat what files and arguments say, and some runners look for commands in them. */
function forLogs(output: Output): Output {
  const write = (text: string): unknown => output.write(harmless(text))
  // All else is that of the output, also what changes, such as its width.
  const safe: Output = Object.create(output, { write: { value: write } })
  return safe
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
  for (const declare of declarations) declare({ program, invocation, finish })
  return program
}
