import { type Diagnostic, type Result, diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { type NamedValue, findMeant } from '../diagnostics/nearest-name.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { unknownValue, writtenOf, wrongType } from '../document/describe-value.ts'
import { type DocumentNode, type MapEntry, type ScalarNode, itemsOf } from '../document/node.ts'
import type { Answer, FactState } from './fact.ts'

/** What an answer has to fit; every fact does for one. */
export type AnswerForm =
  | { readonly type: 'boolean' }
  | { readonly type: 'one-of' | 'set-of'; readonly values: readonly NamedValue[] }
  | { readonly type: 'number'; readonly minimum?: number; readonly maximum?: number }

/** The word for "asked, and nobody knows". */
export const UNKNOWN = 'unknown'

/** Read what a profile says of one fact. */
export function readFactState(form: AnswerForm, { value, keyPlace }: MapEntry): Result<FactState> {
  if (value.kind === 'scalar' && value.value === null) return succeed({ state: 'unanswered' })
  const place = locateOffset(keyPlace.source.text, keyPlace.start)
  if (value.kind === 'scalar' && value.value === UNKNOWN) return succeed({ state: 'unknown', ...place })
  const answer = readAnswer(form, value)
  return answer.ok ? succeed({ state: 'answered', answer: answer.value, ...place }) : answer
}

/** Read an answer, or say why it does not fit. */
export function readAnswer(form: AnswerForm, node: DocumentNode): Result<Answer> {
  if (form.type === 'boolean') return readBoolean(node)
  if (form.type === 'number') return readNumber(form, node)
  return form.type === 'one-of' ? readValue(node, form.values) : readSet(node, form.values)
}

function readBoolean(node: DocumentNode): Result<boolean> {
  const value = node.kind === 'scalar' ? node.value : null
  return typeof value === 'boolean' ? succeed(value) : fail(wrongType(node, 'true-or-false'))
}

function readValue(node: DocumentNode, values: readonly NamedValue[]): Result<string> {
  if (!isWritten(node)) return fail(wrongType(node, 'text'))
  const value = writtenOf(node)
  return values.some(({ id }) => id === value) ? succeed(value) : fail(unknownValue(node, values))
}

function readSet(node: DocumentNode, values: readonly NamedValue[]): Result<readonly string[]> {
  if (node.kind !== 'list') {
    const meant = values.some(({ id }) => id === writtenOf(node)) ? null : findMeant(writtenOf(node), values)
    return fail(wrongType(node, 'list', meant === null ? undefined : `[${meant}]`))
  }
  const seen = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const item of itemsOf(node)) {
    const read = readValue(item, values)
    if (!read.ok) diagnostics.push(...read.diagnostics)
    else if (seen.has(read.value)) {
      diagnostics.push(diagnose('duplicate-item', item.place, { item: read.value }))
    } else seen.add(read.value)
  }
  return diagnostics.length === 0 ? succeed([...seen]) : fail(...diagnostics)
}

function readNumber(form: AnswerForm & { type: 'number' }, node: DocumentNode): Result<number> {
  const found = node.kind === 'scalar' ? node.value : null
  if (typeof found !== 'number' || !Number.isFinite(found)) return fail(wrongType(node, 'number'))
  const { minimum = null, maximum = null } = form
  if ((minimum === null || found >= minimum) && (maximum === null || found <= maximum)) return succeed(found)
  return fail(diagnose('number-out-of-range', node.place, { found, minimum, maximum }))
}

function isWritten(node: DocumentNode): node is ScalarNode {
  return node.kind === 'scalar' && node.value !== null
}
