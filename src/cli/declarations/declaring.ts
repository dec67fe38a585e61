import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'

/** What a declaration of a command needs: where it goes, what it is run with, and who wants to know how it ended. */
export interface Declaring {
  readonly program: Command
  readonly invocation: Invocation
  readonly finish: (code: ExitCode) => void
}

export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`

export const dryRunOption = (): Option =>
  new Option('-n, --dry-run', 'show what would be written, and write nothing')

export const quietOption = (): Option => new Option('-q, --quiet', 'print nothing but problems')

export const directoryOption = (): Option =>
  new Option('--directory <path>', 'folder of the records, relative to the root of the repository')
