import { type Wording, shellWord } from './wording.ts'

/** How much a finding matters. An error fails the check; the others do so only where everything is to. */
export type Severity = 'error' | 'warning' | 'note'

/** All that is said of one kind of finding. `About` is what its words need to know; paths are relative to the repository, with `/`. */
export interface KindOf<About> {
  /** By default. */
  readonly severity: Severity
  /** What it means, in one sentence. docs/checking.md says the same. */
  readonly rule: string
  readonly words: (finding: Sayable<About>) => Said
}

/** Names what the words of a kind need to know. */
export const kindOf = <About>(kind: KindOf<About>): KindOf<About> => kind

/** Why it is a finding, as a clause without a full stop, and what to do. */
export type Said = readonly [why: string, advice: string]

/** A finding with what it takes to speak of it. */
export interface Sayable<About> {
  readonly about: About
  readonly words: Wording
  /** A path as people see it, as code. */
  readonly at: (path: string) => string
  /** A command of ours on the record of the finding, as code. */
  readonly runHere: (command: string, ...options: readonly string[]) => string
  /** A command of ours on another record, as code. */
  readonly runOn: (command: string, path: string) => string
  /** `generate` for the profile, as code. */
  readonly generate: (...options: readonly string[]) => string
}

interface Placed<About> {
  readonly about: About
  readonly path: string
  readonly profile: { readonly path: string } | null
}

/** @param pathTo a path as people see it, by the one from the root of the repository */
export function sayable<About>(
  { about, path, profile }: Placed<About>,
  words: Wording,
  pathTo: (path: string) => string,
): Sayable<About> {
  const run = (...parts: readonly string[]): string =>
    words.code(['madrigal', ...parts.map(shellWord)].join(' '))
  const profiles = profile === null ? [] : [shellPath(pathTo(profile.path))]
  return {
    about,
    words,
    at: (other) => words.code(pathTo(other)),
    runHere: (command, ...options) => run(command, shellPath(pathTo(path)), ...options),
    runOn: (command, other) => run(command, shellPath(pathTo(other))),
    generate: (...options) => run('generate', ...profiles, ...options),
  }
}

/** A name that begins with a hyphen is no option. */
const shellPath = (path: string): string => (path.startsWith('-') ? `./${path}` : path)
