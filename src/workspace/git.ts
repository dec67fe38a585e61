import process from 'node:process'
import { type SimpleGit, simpleGit } from 'simple-git'

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

/**
 * Git in a folder, to read. The repository may be anybody's, so no program that its configuration names is run: no hook and no
 * file-system monitor. Ask for what needs no other one: `git diff`, `git log -p` and `git show` run filters and drivers,
 * `readObjects` does not.
 *
 * @param input what git reads from its standard input
 */
export const gitIn = (folder: string, input?: string): SimpleGit =>
  simpleGit({
    baseDir: folder,
    config: ['core.fsmonitor=false', 'core.hooksPath=/dev/null'],
    // It refuses to touch these two, even to turn them off.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    allowEnvironment: Object.keys(ownVariables),
    // By default simple-git waits 50 ms after every command for late output.
    completion: { onClose: true, onExit: false },
    ...(input !== undefined && { input: () => input }),
  }).env({ ...ownEnvironment(), ...ownVariables })

const ownEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreignVariable.test(name)))

/** Why git could not do something, in its words. */
export function explainGit(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/not a git repository/i.test(message)) return 'not inside a git repository'
  if (/ENOENT/.test(message)) return 'git was not found'
  return `git says: ${message.trim().split('\n')[0] ?? ''}`
}
