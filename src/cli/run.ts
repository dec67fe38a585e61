import process from 'node:process'
import { today } from '../workspace/clock.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { runProgram } from './program.ts'
import type { StandardStreams } from './standard-streams.ts'

/** What the package says of itself. */
export interface Manifest {
  readonly version: string
  /** Where to report mistakes, once the project has an address. */
  readonly bugs?: { readonly url: string }
}

/** Runs the program in this process, with what a process has. */
export async function run(
  given: readonly string[],
  { version, bugs }: Manifest,
  { stdout, stderr, isAttended }: StandardStreams,
): Promise<ExitCode> {
  const { env } = process
  try {
    return await runProgram(
      {
        arguments: given,
        cwd: process.cwd(),
        environment: env,
        stdout,
        stderr,
        today,
        ...(stdout.isTTY && {
          showLong: async (text) => (await import('./pager.ts')).showInPager(text, env, process.stdout),
        }),
        ...(isAttended && {
          openPrompt: async () =>
            (await import('./open-prompt.ts')).openPrompt(env, process.stdin, process.stderr, process),
        }),
      },
      version,
    )
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const place = bugs === undefined ? '' : ` at ${bugs.url}`
    stderr.write(
      `error: this is a mistake in Madrigal ${version}; please report it${place} with the text below\n${stack}\n`,
    )
    return exitCode.bug
  }
}
