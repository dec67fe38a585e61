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

export const usualDirectories: readonly string[] = ['docs/decisions', 'docs/adr', 'doc/adr']

/** The record directory, relative to the repository, as written there: the caller checks that it stays inside. */
export function chooseDirectory({
  configured,
  adrDir,
  adrsToml,
  log4brains,
  found,
  existing,
}: DirectoryClues): string {
  const usual = usualDirectories.find((directory) => existing.includes(directory))
  const chosen = [configured, adrDir, adrsToml, log4brains, found, usual].find(
    (path) => path !== undefined && path.trim() !== '',
  )
  return tidyPath(chosen ?? 'docs/decisions')
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
