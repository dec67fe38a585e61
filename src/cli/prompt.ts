import type { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** Where a person sits. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  /** What says `SIGINT` at Ctrl-C where keys are not read one by one. */
  readonly signals: EventEmitter
  /** How many columns a line may have. */
  readonly width: () => number
  readonly colour: boolean
}

/** One of several things that a person can choose. */
export interface PromptChoice<Value> {
  readonly value: Value
  readonly label: string
  /** What it means. */
  readonly hint?: string
  /** A key that chooses it at once. */
  readonly key?: string
}

/** A way to ask a person who sits at a terminal. Each question is answered with null when they break it off. */
export interface Prompt {
  readonly choose: <Value>(message: string, choices: readonly PromptChoice<Value>[]) => Promise<Value | null>
  /** At least one of the choices, put together; or one of the others, alone. */
  readonly chooseSeveral: <Value, Result>(
    message: string,
    choices: readonly PromptChoice<Value>[],
    together: (values: readonly Value[]) => Result,
    others: readonly PromptChoice<Result>[],
  ) => Promise<Result | null>
  /** A text that passes a check, which says what is wrong with others. */
  readonly enter: (message: string, check: (text: string) => string | undefined) => Promise<string | null>
}
