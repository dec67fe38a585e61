import { type Diagnostic, type Result, diagnose, succeed } from '../diagnostics/diagnostic.ts'
import { missingKey } from '../document/describe-value.ts'
import { type DocumentNode, type MapEntry, entriesOf, findChild, textOf } from '../document/node.ts'
import { checkIds } from '../document/schema.ts'
import type { Answer } from '../profile/fact.ts'
import { type AnswerForm, readAnswer } from '../profile/read-answer.ts'
import { checkReference } from './check-references.ts'
import type { PackTree } from './pack-tree.ts'

/** What was replaced is gone, and what took its place is there and takes the new answers. */
export function checkReplaced(pack: PackTree): readonly Diagnostic[] {
  const replaced = findChild(pack.root, 'replaced')
  return [
    ...checkIds(replaced, 0),
    ...entriesOf(replaced).flatMap((entry) => [
      ...checkIds(findChild(entry.value, 'values'), 1),
      ...checkSuccessor(pack, entry),
      ...checkGone(pack, entry),
      ...checkNewAnswers(pack, entry),
    ]),
  ]
}

function checkSuccessor({ facts }: PackTree, { value }: MapEntry): readonly Diagnostic[] {
  const by = findChild(value, 'by')
  if (by !== undefined) return checkReference('fact', by, [...facts.keys()])
  const isAdviceAlone = findChild(value, 'says') !== undefined && findChild(value, 'values') === undefined
  return isAdviceAlone || value.kind !== 'map' ? [] : [missingKey(value, 'by')]
}

function checkGone({ facts }: PackTree, { key, keyPlace, value }: MapEntry): readonly Diagnostic[] {
  const form = facts.get(key)
  if (form === undefined) return []
  if (textOf(findChild(value, 'by')) !== key) {
    return [diagnose('still-there', keyPlace, { kind: 'fact', id: key })]
  }
  const values = findChild(value, 'values')
  if (values === undefined) return [missingKey(value, 'values')]
  const answers = form === null ? [] : answersOf(form)
  return entriesOf(values)
    .filter((old) => answers.includes(old.key))
    .map((old) => diagnose('still-there', old.keyPlace, { kind: 'answer', id: old.key }))
}

/** Those that can be listed. */
export function answersOf(form: AnswerForm): readonly string[] {
  if (form.type === 'number') return []
  return form.type === 'boolean' ? ['true', 'false'] : form.values.map(({ id }) => id)
}

function checkNewAnswers({ facts }: PackTree, { value }: MapEntry): readonly Diagnostic[] {
  const form = facts.get(textOf(findChild(value, 'by')) ?? '') ?? null
  if (form === null) return []
  return entriesOf(findChild(value, 'values')).flatMap((entry) => {
    const read = readNewAnswer(form, entry.value)
    return read.ok ? [] : read.diagnostics
  })
}

/** One value of a set stands for a list of one. */
export function readNewAnswer(form: AnswerForm, node: DocumentNode): Result<Answer> {
  if (form.type !== 'set-of' || node.kind !== 'scalar') return readAnswer(form, node)
  const read = readAnswer({ ...form, type: 'one-of' }, node)
  return read.ok ? succeed([String(read.value)]) : read
}
