import type { FindingKind, FindingOf } from './finding.ts'
import { type Wording, shellWord } from './wording.ts'

/** A finding with what it takes to speak of it. */
export interface Sayable<Kind extends FindingKind> {
  readonly about: FindingOf<Kind>['about']
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

/** Why it is a finding, as a clause without a full stop, and what to do. */
export type Said = readonly [why: string, advice: string]

/** The words for some kinds of finding. */
export type WordsOf<Kinds extends FindingKind> = {
  readonly [Kind in Kinds]: (finding: Sayable<Kind>) => Said
}

/** @param pathTo a path as people see it, by the one from the root of the repository */
export function sayable<Kind extends FindingKind>(
  { about, path, profile }: FindingOf<Kind>,
  words: Wording,
  pathTo: (path: string) => string,
): Sayable<Kind> {
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
