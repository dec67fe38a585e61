import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { ValueKind } from '../diagnostics/diagnostic-arguments.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import { type NamedValue, findMeant, findNearestName } from '../diagnostics/nearest-name.ts'
import type { DocumentNode, MapEntry } from './node.ts'

/** What somebody wrote, in the words of our formats. */
function findKind(node: DocumentNode): ValueKind {
  if (node.kind !== 'scalar') return node.kind
  if (node.value === null) return 'nothing'
  if (typeof node.value === 'boolean') return 'true-or-false'
  return typeof node.value === 'number' && Number.isFinite(node.value) ? 'number' : 'text'
}

/** The words for a scalar in a message: its text, or what stands in the file. */
export function writtenOf(node: DocumentNode): string {
  if (node.kind !== 'scalar') return ''
  return typeof node.value === 'string' ? node.value : node.written
}

/** @param instead what is meant, in the right form */
export function wrongType(node: DocumentNode, expected: ValueKind, instead?: string): Diagnostic {
  const found = findKind(node)
  const written = writtenOf(node)
  return diagnose('wrong-type', node.place, { expected, found, written, ...(instead && { instead }) })
}

export function unknownValue(node: DocumentNode, values: readonly (string | NamedValue)[]): Diagnostic {
  const value = writtenOf(node)
  const named = values.map((one) => (typeof one === 'string' ? { id: one } : one))
  const [nearest, allowed] = [findMeant(value, named), named.map(({ id }) => id)]
  return diagnose('unknown-value', node.place, { value, nearest, allowed })
}

/** @param instead what is meant, in the right form */
export function unknownKey(entry: MapEntry, allowed: readonly string[], instead?: string): Diagnostic {
  const { key, keyPlace } = entry
  const nearest = findNearestName(key, allowed)
  return diagnose('unknown-key', keyPlace, { key, nearest, allowed, ...(instead && { instead }) })
}

/** @param or other keys that would do */
export function missingKey(parent: DocumentNode, key: string, ...or: readonly string[]): Diagnostic {
  const first = parent.kind === 'map' ? parent.entries[0]?.keyPlace : undefined
  return diagnose('missing-key', first ?? parent.place, { key, ...(or.length > 0 && { or }) })
}
