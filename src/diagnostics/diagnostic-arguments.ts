/** The kinds of value that a person can write, or be asked for. */
export type ValueKind =
  | 'nothing'
  | 'text'
  | 'number'
  | 'whole-number'
  | 'true-or-false'
  | 'list'
  | 'map'
  | 'text-or-list'
  | 'text-or-map'
  | 'true-or-false-or-id'
  | 'two-numbers'
  | 'condition'

/** The forms that a text can be held to. */
export const textFormats = [
  'id',
  'date',
  'https-url',
  'one-line',
  'plain-text',
  'sentence',
  'clause',
  'bare-value',
  'dependency',
  'sha256',
] as const

export type TextFormat = (typeof textFormats)[number]

/** What others refer to by id: the lists of a pack (`rule`: several of them), and the components of a profile. */
export type ReferenceKind = 'option' | 'driver' | 'fact' | 'source' | 'criterion' | 'component' | 'rule'

/** What a profile says of a fact; null where it is nothing. */
type Written = string | number | boolean | readonly string[] | null

/** What becomes of an answer to a fact that was replaced. */
type Fate =
  | { readonly kind: 'becomes'; readonly fact: string; readonly answer: Written }
  | { readonly kind: 'asked-anew'; readonly fact: string }
  /** The new fact is there as well. */
  | { readonly kind: 'beside'; readonly fact: string }
  | { readonly kind: 'gone' }

type NoArguments = Readonly<Record<string, never>>

/** What the sentence of each code needs to know. */
export interface ArgumentsByCode {
  'file-missing': NoArguments
  'is-a-directory': NoArguments
  'not-readable': { readonly what: 'file' | 'folder'; readonly reason: string }
  'not-writable': { readonly reason: string }
  'wrong-record': NoArguments
  'profile-missing': Readonly<{ below: readonly string[]; misnamed: string | null }>
  'outside-repository': { readonly path: string }
  'inside-git': { readonly path: string }
  'several-folders': { readonly folders: readonly string[] }
  'special-file': { readonly kind: 'named pipe' | 'socket' | 'device' }
  'wrong-template': { readonly reason: string }
  'wrong-date': { readonly found: string }
  'wrong-assignment': { readonly found: string }
  'file-too-large': { readonly bytes: number; readonly limit: number }
  'wrong-encoding': { readonly encoding: 'UTF-16' | 'UTF-32' }
  'invalid-utf-8': { readonly byte: number }
  'nul-byte': NoArguments
  'control-character': { readonly codePoint: number }
  'empty-document': NoArguments
  'second-document': NoArguments
  'yaml-syntax': Readonly<{ problem: string; unquoted?: Readonly<{ key: string; text: string }> }>
  'tab-indentation': NoArguments
  'duplicate-key': { readonly key: string }
  'unknown-tag': { readonly tag: string }
  'merge-key': NoArguments
  'unknown-anchor': { readonly anchor: string }
  'too-deep': { readonly limit: number }
  'too-many-aliases': { readonly limit: number }
  'unknown-key': {
    readonly key: string
    readonly nearest: string | null
    readonly allowed: readonly string[]
    /** The key that it belongs below. */
    readonly below?: string
    readonly instead?: string
  }
  'missing-key': Readonly<{ key: string; or?: readonly string[] }>
  'wrong-type': Readonly<{ expected: ValueKind; found: ValueKind; written: string; instead?: string }>
  'unknown-value': Readonly<{ value: string; nearest: string | null; allowed: readonly string[] }>
  'empty-text': NoArguments
  'text-too-long': { readonly limit: number }
  'number-out-of-range': Readonly<{ found: number; minimum: number | null; maximum: number | null }>
  'too-few-items': { readonly minimum: number }
  'too-many-items': { readonly maximum: number }
  'too-many-options': { readonly maximum: number }
  'duplicate-item': { readonly item: string }
  'wrong-format': { readonly expected: TextFormat; readonly found: string }
  'wrong-path': { readonly path: string; readonly use: 'directory' | 'template' | 'file' }
  'unknown-pack': Readonly<{ criteria: string; nearest: string | null; known: readonly string[] }>
  /** The hash of the text as it is; null for what has none. */
  'wrong-hash': Readonly<{ criteria: string; found: string | null }>
  'unknown-fact': { readonly fact: string; readonly nearest: string | null }
  'replaced-fact': {
    readonly fact: string
    readonly old: Written
    readonly fate: Fate
    /** The pack's own words about it. */
    readonly says: string | null
  }
  'duplicate-decision': Readonly<{ criteria: string; id: string | null; other: string | null }>
  'not-editable': { readonly fact: string }
  'conflicting-facts': Readonly<{ fact: string; criteria: string; other: string; keys: readonly string[] }>
  'unknown-reference': {
    readonly kind: ReferenceKind
    readonly id: string
    readonly nearest: string | null
    readonly known: readonly string[]
  }
  'duplicate-id': { readonly id: string }
  'extended-id': { readonly id: string; readonly criteria: string; readonly isCriterion: boolean }
  'pack-missing': { readonly criteria: string }
  'extended-house': { readonly criteria: string }
  'wrong-house': { readonly criteria: string }
  'taken-id': { readonly id: string }
  'former-id': Readonly<{ criteria: string; former: string; other: string }>
  'reserved-id': { readonly id: string }
  'wrong-operator': {
    readonly operator: string
    readonly fact: string
    readonly type: string
    readonly fitting: readonly string[]
  }
  'missing-operator': NoArguments
  'conflicting-keys': { readonly key: string; readonly other: string }
  'missing-placeholder': { readonly placeholder: string }
  'missing-source': { readonly basis: string }
  'missing-side': { readonly option: string }
  'against-all': NoArguments
  'unused-source': { readonly source: string }
  'still-there': { readonly kind: 'fact' | 'answer' | 'pack'; readonly id: string }
}
