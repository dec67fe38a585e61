import process from 'node:process'
import { GitError, type SimpleGit, simpleGit } from 'simple-git'
import { GitFailure } from './git-failure.ts'

/** What git is told whatever the repository says: take no locks, ask nothing, fetch nothing, speak English. */
const ownVariables = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Objects that a partial clone lacks are fetched over one of these protocols: none.
  GIT_ALLOW_PROTOCOL: '',
  LC_ALL: 'C',
} as const

/** Variables by which the caller's environment would lead git elsewhere, or to another program. */
const foreignVariable = /^(?:git_.*|editor|pager|prefix|ssh_askpass|visual)$/i

/** Git ended with another exit code than 0. */
class ExitError extends GitError {
  readonly exitCode: number | null

  constructor(said: string, exitCode: number | null) {
    super(undefined, said === '' ? 'it ended before it was done' : said)
    this.exitCode = exitCode
  }
}

/** What git answers in a folder. */
export const askGit = (folder: string, ...words: readonly string[]): Promise<string> =>
  orFail(gitIn(folder).raw(...words))

/** What git knows about the objects whose names it reads from its standard input. */
export async function catFile(folder: string, input: string, ...words: readonly string[]): Promise<Buffer> {
  const output: unknown = await orFail(gitIn(folder, input).binaryCatFile([...words]))
  return Buffer.isBuffer(output) ? output : Buffer.alloc(0)
}

async function orFail<Answer>(answer: PromiseLike<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new GitFailure(said, error instanceof ExitError ? error.exitCode : null)
  }
}

/**
 * Git in a folder, to read. The repository may be anybody's, so no program that its configuration names is run: no hook and no
 * file-system monitor. Ask for what needs no other one: `git diff`, `git log -p` and `git show` run filters and drivers,
 * `readObjects` does not.
 *
 * @param input what git reads from its standard input
 */
const gitIn = (folder: string, input?: string): SimpleGit =>
  simpleGit({
    baseDir: folder,
    config: ['core.fsmonitor=false', 'core.hooksPath=/dev/null'],
    // It refuses to touch these two, even to turn them off.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    allowEnvironment: Object.keys(ownVariables),
    // By default it takes a git that was killed, or that says nothing, for one that is done.
    errors: (error, { exitCode, stdErr }) =>
      exitCode === 0 ? error : new ExitError(Buffer.concat(stdErr).toString('utf8'), exitCode),
    // By default simple-git waits 50 ms after every command for late output.
    completion: { onClose: true, onExit: false },
    ...(input !== undefined && { input: () => input }),
  })
    .outputHandler((_, stdout) => endSilence(stdout))
    .env({ ...ownEnvironment(), ...ownVariables })

/** simple-git waits as long for a command that has said nothing when it ends. An answer of no bytes is one, too. */
const endSilence = (output: NodeJS.ReadableStream): unknown =>
  output.once('end', () => output.emit('data', Buffer.alloc(0)))

const ownEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreignVariable.test(name)))
