import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf } from '../document/node.ts'
import type { AnswerForm } from '../profile/read-answer.ts'
import { checkReference } from './check-references.ts'
import { readNewAnswer } from './check-replaced.ts'
import type { PackTree } from './pack-tree.ts'

/** What a rule looks for; exactly one of these. */
const grounds = new Set(['dependencies', 'files', 'language'])

/** What says more of files. */
const ofFiles = new Set(['lines', 'key', 'numbers'])

/** A rule of detection looks for one thing, tells an answer that fits its fact, and names facts that exist. */
export const checkDetection = ({ root, facts }: PackTree): readonly Diagnostic[] =>
  entriesOf(findChild(root, 'facts')).flatMap(({ key, value }) =>
    itemsOf(findChild(value, 'detect')).flatMap((rule) => [
      ...checkGrounds(rule),
      ...checkAnswer(facts.get(key) ?? null, rule),
      ...['with', 'unless'].flatMap((name) => checkOthers(facts, findChild(rule, name))),
    ]),
  )

function checkGrounds(rule: DocumentNode): readonly Diagnostic[] {
  const entries = entriesOf(rule)
  const [first, second] = entries.filter(({ key }) => grounds.has(key))
  if (first === undefined) return rule.kind === 'map' ? [missingKey(rule, 'files')] : []
  if (second !== undefined)
    return [diagnose('conflicting-keys', second.keyPlace, { key: second.key, other: first.key })]
  const stray = entries.filter(({ key }) => ofFiles.has(key) && first.key !== 'files')
  return stray.map(({ key, keyPlace }) => diagnose('conflicting-keys', keyPlace, { key, other: first.key }))
}

function checkAnswer(form: AnswerForm | null, rule: DocumentNode): readonly Diagnostic[] {
  const answer = findChild(rule, 'answer')
  const isNumber = form?.type === 'number' && findChild(rule, 'numbers') !== undefined
  if (answer === undefined) return rule.kind !== 'map' || isNumber ? [] : [missingKey(rule, 'answer')]
  const read = form === null ? null : readNewAnswer(form, answer)
  return read === null || read.ok ? [] : read.diagnostics
}

function checkOthers(facts: PackTree['facts'], others: DocumentNode | undefined): readonly Diagnostic[] {
  return entriesOf(others).flatMap(({ key, keyPlace, value }) => {
    const form = facts.get(key)
    if (form === undefined)
      return checkReference('fact', { kind: 'scalar', value: key, written: key, place: keyPlace }, [
        ...facts.keys(),
      ])
    return itemsOf(value).flatMap((answer) => {
      const read = form === null ? null : readNewAnswer(form, answer)
      return read === null || read.ok ? [] : read.diagnostics
    })
  })
}
