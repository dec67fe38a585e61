/** What a repository says about where its records live. Texts of configuration files; undefined where there is none. */
export interface DirectoryClues {
  /** From the command line or the profile. */
  readonly configured?: string
  /** The content of `.adr-dir` (adr-tools). */
  readonly adrDir?: string
  /** `adr_dir` of `adrs.toml` (Rust adrs). */
  readonly adrsToml?: string
  /** `project.adrFolder` of `.log4brains.yml`. */
  readonly log4brains?: string
  /** The folder that has records already. */
  readonly found?: string
  /** Which of the usual folders exist. */
  readonly existing: readonly string[]
}

/** Where the directory comes from, for people. */
type DirectoryReason =
  | 'as configured'
  | 'as `.adr-dir` says'
  | 'as `adrs.toml` says'
  | 'as `.log4brains.yml` says'
  | 'where records are already'
  | 'which is there'
  | 'where nothing else is said'

/** The directory, relative to the repository, as written there: the caller checks that it stays inside. */
export interface ChosenDirectory {
  readonly path: string
  readonly reason: DirectoryReason
}

export const usualDirectories: readonly string[] = ['docs/decisions', 'docs/adr', 'doc/adr']

/** The record directory, and why it is this one. */
export function chooseDirectory({
  configured,
  adrDir,
  adrsToml,
  log4brains,
  found,
  existing,
}: DirectoryClues): ChosenDirectory {
  const usual = usualDirectories.find((directory) => existing.includes(directory))
  const ways: readonly (readonly [string | undefined, DirectoryReason])[] = [
    [configured, 'as configured'],
    [adrDir, 'as `.adr-dir` says'],
    [adrsToml, 'as `adrs.toml` says'],
    [log4brains, 'as `.log4brains.yml` says'],
    [found, 'where records are already'],
    [usual, 'which is there'],
  ]
  const [path = 'docs/decisions', reason = 'where nothing else is said'] =
    ways.find(([written = '']) => written.trim() !== '') ?? []
  return { path: tidyPath(path), reason }
}

/** An absolute path stays recognisable as one. */
function tidyPath(path: string): string {
  const parts = path.trim().replaceAll('\\', '/').split('/')
  const start = parts[0] === '' ? '/' : ''
  return start + parts.filter((part) => part !== '' && part !== '.').join('/')
}

/** Whether a text is a record in the form that adr-tools writes and reads: a numbered title first, then a Status section. */
export const isAdrToolsRecord = (text: string): boolean =>
  /^# \d+\. /.test(text) && /^## Status\s*$/m.test(text)
