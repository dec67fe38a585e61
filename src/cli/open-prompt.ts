import type { Readable, Writable } from 'node:stream'
import { type Invocation, usesColour } from './invocation.ts'
import type { Prompt } from './prompt.ts'

/** The prompt that fits a terminal, loaded when it is needed. `ACCESSIBLE` asks for one that a screen reader can follow. */
export async function openPrompt(
  environment: Invocation['environment'],
  input: Readable,
  output: Writable,
): Promise<Prompt> {
  const { ACCESSIBLE = '', TERM = '' } = environment
  const isPlain = !['', '0', 'false'].includes(ACCESSIBLE) || TERM === 'dumb'
  if (isPlain) return (await import('./numbered-prompt.ts')).numberedPrompt(input, output)
  const { terminalPrompt } = await import('./terminal-prompt.ts')
  return terminalPrompt({ input, output, colour: usesColour({ environment }, output) })
}
