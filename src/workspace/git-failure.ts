/** Git could not do what it was asked, and said why. What it gave until then is not to be used. */
export class GitFailure extends Error {
  /** Null where git was not found, or was stopped from outside. */
  readonly exitCode: number | null
  /** What to do about it, where that is known. */
  readonly help: string | null

  constructor(said: string, exitCode: number | null = null, help = helpFor(said)) {
    super(said)
    this.exitCode = exitCode
    this.help = help
  }
}

const REFETCH =
  'this clone has not all objects: `git fetch --refetch --no-filter` fetches them; in CI, clone without a filter'

/** A failure because of an object that is known and not there, as in a partial clone. */
export const lackOf = (what: string): GitFailure =>
  new GitFailure(`fatal: ${what} is not in this clone`, null, REFETCH)

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /dubious ownership/,
    'git trusts no repository of another owner: `git config --global --add safe.directory <folder>` makes it',
  ],
  [/promisor|lazy fetching|missing (?:blob|tree|commit)|could not fetch/, REFETCH],
  [/must be run in a work tree|bare repository/, 'go to a work tree; `git worktree add` makes one'],
  [/ENOENT/, 'there is a `.git` here: install git, or put it into the PATH'],
]

const helpFor = (said: string): string | null => remedies.find(([sign]) => sign.test(said))?.[1] ?? null

export const NO_REPOSITORY = 'not inside a git repository'

/** Why git could not do something, in its words. */
export function explainGit(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/not a git repository/i.test(message)) return NO_REPOSITORY
  if (/ENOENT/.test(message)) return 'git was not found'
  const lines = message.trim().split('\n')
  // Warnings come first, and do not say what went wrong.
  return `git says: ${lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? ''}`
}
