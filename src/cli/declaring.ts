import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'

/** What carries a command out, given its arguments and its options. */
type Work<Given extends readonly unknown[]> = (
  invocation: Invocation,
  ...given: Given
) => Promise<ExitCode> | ExitCode

/** Makes an action of commander from what carries a command out. */
export type ActionOf = <Given extends readonly unknown[]>(
  work: Work<Given>,
) => (this: Command, ...given: Given) => Promise<void>

/** The file of a command: says what the command takes, and carries it out. */
export interface CommandFile {
  readonly declare: (command: Command, run: ActionOf) => void
}

export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`

export const jsonOption = (what: string): Option => new Option('--json', `print ${what} as JSON`)

export const dryRunOption = (): Option =>
  new Option('-n, --dry-run', 'show what would be written, and write nothing')

export const quietOption = (): Option => new Option('-q, --quiet', 'print nothing but problems')

export const directoryOption = (): Option =>
  new Option(
    '--directory <path>',
    'folder of the records, relative to the root of the repository; with those below it as `docs/adr/**`',
  )

/** Takes an option that can stand several times. */
export const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** Reads a whole number from 1. */
export const wholeNumber =
  (most: number, expected: string) =>
  (text: string): number => {
    if (!/^0*[1-9]\d{0,8}$/.test(text) || Number(text) > most)
      throw new InvalidArgumentError(`expected ${expected}`)
    return Number(text)
  }
