/** One of several things that a person can choose. */
export interface PromptChoice<Value> {
  readonly value: Value
  readonly label: string
  /** What it means. */
  readonly hint?: string
}

/** A way to ask a person who sits at a terminal. Each question is answered with null when they break it off. */
export interface Prompt {
  readonly choose: <Value>(message: string, choices: readonly PromptChoice<Value>[]) => Promise<Value | null>
  /** At least one. */
  readonly chooseSeveral: <Value>(
    message: string,
    choices: readonly PromptChoice<Value>[],
  ) => Promise<readonly Value[] | null>
  /** A text that passes a check, which says what is wrong with others. */
  readonly enter: (message: string, check: (text: string) => string | undefined) => Promise<string | null>
}
