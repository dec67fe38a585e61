import type { Readable, Writable } from 'node:stream'
import { type Invocation, usesColour, widthOf } from './invocation.ts'
import type { Prompt } from './prompt.ts'

/** The prompt that fits a terminal, loaded when it is needed. `ACCESSIBLE` asks for one that a screen reader can follow. */
export async function openPrompt(
  environment: Invocation['environment'],
  input: Readable,
  output: Writable,
): Promise<Prompt> {
  const { ACCESSIBLE = '', TERM = '' } = environment
  const isPlain = !['', '0', 'false'].includes(ACCESSIBLE) || TERM === 'dumb'
  // The last column stays free: some terminals go to the next line there.
  const width = (): number => widthOf(output) - 1
  const terminal = { input, output, width, colour: usesColour({ environment }, output) }
  if (isPlain) return (await import('./numbered-prompt.ts')).numberedPrompt(terminal)
  return (await import('./terminal-prompt.ts')).terminalPrompt(terminal)
}
