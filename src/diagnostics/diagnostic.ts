import type { ArgumentsByCode } from './diagnostic-arguments.ts'

/** A named text. The name is what people see: a path with `/`, relative to where they stand. */
export interface SourceText {
  readonly name: string
  readonly text: string
}

/** A span of a text, in UTF-16 code units; `end` is exclusive. */
export interface Place {
  readonly source: SourceText
  readonly start: number
  readonly end: number
}

/** Every kind of problem that a person can be told about; each has a row in docs/diagnostics.md. */
export const diagnosticCodes = [
  'file-missing',
  'is-a-directory',
  'not-readable',
  'not-writable',
  'wrong-record',
  'profile-missing',
  'outside-repository',
  'inside-git',
  'several-folders',
  'special-file',
  'wrong-template',
  'wrong-date',
  'wrong-assignment',
  'file-too-large',
  'wrong-encoding',
  'invalid-utf-8',
  'nul-byte',
  'control-character',
  'empty-document',
  'second-document',
  'yaml-syntax',
  'tab-indentation',
  'duplicate-key',
  'unknown-tag',
  'merge-key',
  'unknown-anchor',
  'too-deep',
  'too-many-aliases',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-value',
  'empty-text',
  'text-too-long',
  'number-out-of-range',
  'too-few-items',
  'too-many-items',
  'too-many-options',
  'duplicate-item',
  'wrong-format',
  'wrong-path',
  'unknown-pack',
  'wrong-hash',
  'unknown-fact',
  'replaced-fact',
  'duplicate-decision',
  'not-editable',
  'conflicting-facts',
  'unknown-reference',
  'duplicate-id',
  'extended-id',
  'pack-missing',
  'extended-house',
  'wrong-house',
  'taken-id',
  'former-id',
  'reserved-id',
  'wrong-operator',
  'missing-operator',
  'conflicting-keys',
  'missing-placeholder',
  'missing-source',
  'missing-side',
  'against-all',
  'unused-source',
  'still-there',
] as const

export type DiagnosticCode = (typeof diagnosticCodes)[number]

/** A problem of one kind. */
export interface DiagnosticOf<Code extends DiagnosticCode> {
  readonly code: Code
  readonly arguments: ArgumentsByCode[Code]
  /** Null where no text stands behind the problem, such as a file that is missing. */
  readonly place: Place | null
  /** The name of the text, as people see it. */
  readonly file: string
}

/** One problem as data. The words for it are in src/report. */
export type Diagnostic = { readonly [Code in DiagnosticCode]: DiagnosticOf<Code> }[DiagnosticCode]

/** A value, or everything that is wrong with the text it was to come from. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Make the diagnostic for a problem in a text. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  place: Place,
  details: ArgumentsByCode[Code],
): DiagnosticOf<Code> {
  return { code, arguments: details, place, file: place.source.name }
}

/** Make the diagnostic for a problem with a file as a whole. */
export function diagnoseFile<Code extends DiagnosticCode>(
  code: Code,
  file: string,
  details: ArgumentsByCode[Code],
): DiagnosticOf<Code> {
  return { code, arguments: details, place: null, file }
}

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (...diagnostics: readonly Diagnostic[]): Result<never> => ({ ok: false, diagnostics })
