import type { TextLayout } from '../report/evaluation-text.ts'
import type { Prompt } from './prompt.ts'

/** What the program gets from outside: all that it may look at and write to besides files. */
export interface Surroundings {
  readonly arguments: readonly string[]
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly today: () => string
  /** Absent where nobody sits at a terminal. */
  readonly openPrompt?: () => Promise<Prompt>
  /** Shows a long text; absent where standard output is no terminal. */
  readonly showLong?: (text: string) => Promise<void>
}

/** One call of a command. */
export interface Invocation extends Surroundings {
  /** As it is called on the command line, such as `criteria list`. */
  readonly command: string
  /** Whether a program reads what is printed. */
  readonly json: boolean
}

export interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** How a text is laid out for an output: standard output where no other one is named. */
export const layoutFor = (invocation: Invocation, output = invocation.stdout): TextLayout => ({
  width: widthOf(output),
  colour: usesColour(invocation, output),
})

/** Colour is for terminals, unless the environment says otherwise (no-color.org, force-color.org). */
export function usesColour({ environment }: Pick<Surroundings, 'environment'>, output: Output): boolean {
  if (environment['NO_COLOR']) return false
  if (environment['FORCE_COLOR']) return environment['FORCE_COLOR'] !== '0'
  return output.isTTY === true && environment['TERM'] !== 'dumb'
}

/** Terminals get lines that fit; anything else gets lines of a fixed width, so that output does not depend on the machine. */
export const widthOf = ({ isTTY, columns }: Output): number =>
  isTTY && columns !== undefined ? Math.max(60, Math.min(columns, 120)) : 100
