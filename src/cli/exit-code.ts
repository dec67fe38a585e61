/** What a command tells the shell; the same everywhere. */
export const exitCode = {
  done: 0,
  /** `check`, or a check of a pack, found something. */
  found: 1,
  /** Wrong input or usage, or the machine lets us not read or write; nothing was written, or the next run finishes it. */
  wrongInput: 2,
  /** A person must decide; nothing was written. */
  personNeeded: 3,
  /** Another run is under way. */
  busy: 4,
  /** A person pressed Ctrl-C at a question; what they had answered before is written. */
  interrupted: 130,
  /** A mistake of ours. */
  bug: 70,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Ends a command that has said why it goes no further. */
export class Stop extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode) {
    super('the command has ended')
    this.code = code
  }
}
