import type { Readable, Writable } from 'node:stream'
import type { Invocation } from './invocation.ts'
import type { Prompt } from './prompt.ts'

/** The prompt that fits a terminal, loaded when it is needed. `ACCESSIBLE` asks for one that a screen reader can follow. */
export async function openPrompt(
  { ACCESSIBLE = '', TERM = '' }: Invocation['environment'],
  input: Readable,
  output: Writable,
): Promise<Prompt> {
  const isPlain = !['', '0', 'false'].includes(ACCESSIBLE) || TERM === 'dumb'
  if (isPlain) return (await import('./numbered-prompt.ts')).numberedPrompt(input, output)
  return (await import('./terminal-prompt.ts')).terminalPrompt(input, output)
}
