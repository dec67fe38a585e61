import type { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Invocation, usesColour, widthOf } from './invocation.ts'
import { numberedPrompt } from './numbered-prompt.ts'
import type { Prompt } from './prompt.ts'
import { terminalPrompt } from './terminal-prompt.ts'

/** The prompt that fits a terminal. `ACCESSIBLE` asks for one that a screen reader can follow. */
export function openPrompt(
  environment: Invocation['environment'],
  input: Readable,
  output: Writable,
  signals: EventEmitter,
): Prompt {
  const { ACCESSIBLE = '', TERM = '' } = environment
  const isPlain = !['', '0', 'false'].includes(ACCESSIBLE) || TERM === 'dumb'
  // The last column stays free: some terminals go to the next line there.
  const width = (): number => widthOf(output) - 1
  const terminal = { input, output, signals, width, colour: usesColour({ environment }, output) }
  return isPlain ? numberedPrompt(terminal) : terminalPrompt(terminal)
}
