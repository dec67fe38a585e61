import type { ArgumentsByCode, TextFormat, ValueKind } from '../diagnostics/diagnostic-arguments.ts'
import { makeVisible, shorten } from './visible-text.ts'

const LONGEST_NAME = 60
const LONGEST_FORM = 160
const LONGEST_REASON = 300
const LONGEST_QUOTED = 30
const MOST_NAMES = 12
const MOST_PROFILES = 5

export interface DiagnosticMessage {
  /** What was found, then what was expected; lower case, no full stop. */
  readonly sentence: string
  /** What to do about it, in one line. */
  readonly help: string | null
}

export function say(sentence: string, help: string | null = null): DiagnosticMessage {
  return { sentence, help }
}

/** A name in backticks, as far as it can be shown on one line. */
export function quoteName(name: string): string {
  return `\`${shorten(makeVisible(name), LONGEST_NAME)}\``
}

/** What is to be written, in backticks. */
export const quoteForm = (text: string): string => `\`${shorten(makeVisible(text), LONGEST_FORM)}\``

/** The words of another program, on one line. */
export function quoteReason(reason: string): string {
  return shorten(makeVisible(reason.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ')), LONGEST_REASON).replace(
    /\.$/,
    '',
  )
}

/** "`a`, `b` or `c`" */
export function listNames(
  names: readonly string[],
  conjunction: 'and' | 'or' = 'or',
  most = MOST_NAMES,
): string {
  const quoted = names.map(quoteName)
  if (quoted.length > most) {
    return `${quoted.slice(0, most).join(', ')} ${conjunction} ${quoted.length - most} more`
  }
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} ${conjunction} ${quoted.at(-1)}`
}

/** What somebody probably meant, else what there is. */
export function suggest(nearest: string | null, allowed: readonly string[]): string | null {
  if (nearest !== null) return `did you mean ${quoteName(nearest)}?`
  return allowed.length === 0 ? null : `expected ${listNames(allowed)}`
}

/** What a value is called by its kind. */
export const kindNames: Readonly<Record<ValueKind, string>> = {
  nothing: 'nothing',
  text: 'text',
  number: 'a number',
  'whole-number': 'a whole number',
  'true-or-false': 'true or false',
  list: 'a list',
  map: 'a map',
  'text-or-list': 'text or a list of texts',
  'text-or-map': 'text or a map',
  'true-or-false-or-id': 'true, false or an id',
  'two-numbers': 'two numbers, the smaller first, such as `[10, 100]`',
  condition: 'a condition',
}

/** What was found, with the value where there is one. */
export function nameFound(kind: ValueKind, written: string): string {
  if (kind === 'true-or-false') return quoteName(written)
  const isScalar = kind === 'text' || kind === 'number'
  return isScalar && written !== '' ? `the ${kind} ${quoteName(written)}` : kindNames[kind]
}

/** Keys of which a map has one; a condition has one as well, and can be joined with another. */
export const alternatives: ReadonlySet<string> = new Set([
  'favours',
  'against',
  'url',
  'path',
  'where',
  'dependencies',
  'files',
  'language',
  'disable',
])

/** What to write instead of a value of the wrong type. */
export function adviseType(expected: ValueKind, found: ValueKind, written: string): string | null {
  const shown = shorten(makeVisible(written), LONGEST_NAME)
  if (expected === 'true-or-false' && found === 'text') return 'write `true` or `false`'
  if (expected === 'list' && found === 'text') return `write \`[${shown}]\``
  if (expected === 'text' && (found === 'number' || found === 'true-or-false')) return `write \`"${shown}"\``
  return expected === 'condition' ? 'such as `{ fact: work, includes-any: [http-api] }`' : null
}

/** Where a profile may be that was not found. */
export function adviseProfile({ below, misnamed }: ArgumentsByCode['profile-missing']): string {
  if (below.length > 0) return `name one: ${listNames(below, 'or', MOST_PROFILES)}`
  if (misnamed !== null) return `rename ${quoteName(misnamed)} to \`adr-profile.yaml\``
  return '`madrigal init` makes one'
}

/** The same text in quotes, shortened. */
export function adviseQuotes({ key, text }: { readonly key: string; readonly text: string }): string {
  const quote = text.includes('"') ? "'" : '"'
  return `write ${quoteName(`${key}: ${quote}${shorten(text, LONGEST_QUOTED)}${quote}`)}`
}

/** What is wrong with a text that is to have a form. */
export const formatMessages: Readonly<Record<TextFormat, (found: string) => DiagnosticMessage>> = {
  id: (found) =>
    say(`${quoteName(found)} is not an id`, suggest(proposeId(found), []) ?? 'such as `query-api`'),
  date: (found) => say(`${quoteName(found)} is not a day`, 'expected one that exists, as `YYYY-MM-DD`'),
  'https-url': (found) =>
    say(`${quoteName(found)} is not an address`, 'expected one that begins with `https://`'),
  'one-line': () => say('found a line break, expected one line', 'fold a long text with `>-`'),
  'plain-text': () => say('found markup, expected plain text', 'write it without `[`, `]`, `|` and HTML'),
  sentence: () => say('found no full stop at the end, expected a sentence'),
  clause: () => say('found a full stop at the end, expected a part of a sentence'),
  'bare-value': () =>
    say('found a bound before `{value}`', 'a record writes “more than 14” there, so write `{value}` alone'),
  sha256: (found) =>
    say(`${quoteName(found)} is not a SHA-256`, 'expected 64 hexadecimal digits, letters in lower case'),
  dependency: () => say('expected `go:`, `python:` or `npm:` and the name of a package'),
}

/** 1048576 -> "1,048,576" */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

export function formatByte(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

export function describeRange(minimum: number | null, maximum: number | null): string {
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum}`
  return minimum === null ? `${maximum} or less` : `${minimum} or more`
}

/** An id that somebody may have meant. */
function proposeId(text: string): string | null {
  const id = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return id === '' || id.length > LONGEST_NAME ? null : id
}
