import { behindKinds } from './behind-kinds.ts'
import { decisionKinds } from './decision-kinds.ts'
import type { KindOf, Notation, Severity } from './finding-kind.ts'
import { recordKinds } from './record-kinds.ts'
import { repositoryKinds } from './repository-kinds.ts'

/** Every kind of finding, in the order of docs/checking.md. */
export const kinds = { ...behindKinds, ...decisionKinds, ...recordKinds, ...repositoryKinds } as const

export type FindingKind = keyof typeof kinds

/** All kinds, in that order. */
export const findingKinds = Object.keys(kinds).filter((kind): kind is FindingKind => kind in kinds)

/** What the words of each kind need to know. */
type AboutByKind = {
  readonly [Kind in FindingKind]: (typeof kinds)[Kind] extends KindOf<infer About> ? About : never
}

const byKind: { readonly [Kind in FindingKind]: KindOf<AboutByKind[Kind]> } = kinds

export interface FindingOf<Kind extends FindingKind> {
  readonly kind: Kind
  readonly severity: Severity
  /** The record, or the file that comes closest to one; relative to the repository, with `/`. */
  readonly path: string
  /** Counted from 1; null where the file as a whole is meant. */
  readonly line: number | null
  /** The profile that asks for the record, and where it says what the finding is about. */
  readonly profile: { readonly path: string; readonly line: number | null } | null
  readonly about: AboutByKind[Kind]
}

/** One thing that is wrong with one record, as data. Its words are those of its kind. */
export type Finding = { readonly [Kind in FindingKind]: FindingOf<Kind> }[FindingKind]

interface FindingPlace {
  readonly path: string
  readonly line?: number | null
  readonly profile?: FindingOf<FindingKind>['profile']
  /** Another one than the kind has by default. */
  readonly severity?: Severity
}

/** Makes a finding. */
export const found = <Kind extends FindingKind>(
  kind: Kind,
  { path, line = null, profile = null, severity = kinds[kind].severity }: FindingPlace,
  about: AboutByKind[Kind],
): FindingOf<Kind> => ({ kind, severity, path, line, profile, about })

/** The number of the first line, counted from 1, that matches; null where none does. */
export function lineOf(text: string, pattern: RegExp | string): number | null {
  const lines = text.split(/\r\n|\n|\r/)
  const index = lines.findIndex((line) =>
    typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line),
  )
  return index === -1 ? null : index + 1
}

/**
 * Why something is a finding, and what to do.
 *
 * @param pathTo a path as people see it, by the one from the root of the repository
 */
export function describeFinding<Kind extends FindingKind>(
  { kind, about, path, profile }: FindingOf<Kind>,
  words: Notation,
  pathTo = (file: string): string => file,
): { readonly why: string; readonly advice: string } {
  const run = (...parts: readonly string[]): string =>
    words.code(['madrigal', ...parts.map(shellWord)].join(' '))
  const profiles = profile === null ? [] : [shellPath(pathTo(profile.path))]
  const [why, advice] = byKind[kind].words({
    about,
    words,
    at: (other) => words.code(pathTo(other)),
    runHere: (command) => run(command, shellPath(pathTo(path))),
    runOn: (command, other) => run(command, shellPath(pathTo(other))),
    generate: (...options) => run('generate', ...profiles, ...options),
  })
  return { why, advice }
}

/** An argument as a shell takes it for one word. */
const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A name that begins with a hyphen is no option. */
const shellPath = (path: string): string => (path.startsWith('-') ? `./${path}` : path)
