import { type Result, type SourceText, diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { type PairChange, changePairs } from '../document/change-pairs.ts'
import { commentsIn } from '../document/layout.ts'
import { type DocumentNode, entriesOf, itemsOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { isSame } from '../document/same-value.ts'
import type { OldAnswer } from './replaced-answers.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** How the comment begins that an answer becomes which cannot be carried over. */
const WAS = 'was'

/** What becomes of keys, by the offset at which they begin. */
type Changes = ReadonlyMap<number, PairChange>

/**
 * Carry the old answers of a profile over in its text: keys and values change where they stand, what has no place any more is
 * left as a comment. Comments, order, layout, quotes, line ends and byte order mark stay.
 *
 * @param source the YAML text as it is in the file, byte order mark included
 * @param replaced the old answers that `parseProfile` found in it
 * @returns the new text; or the problem `not-editable` at the first answer that leaves no place for a change; or what is wrong with the YAML
 */
export function carryOver({ name, text }: SourceText, replaced: readonly OldAnswer[]): Result<string> {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const document = readYaml({ name, text: text.slice(mark.length) })
  if (!document.ok) return document
  const { root } = document.value
  const edited = edit(root, replaced)
  if (edited !== null) return succeed(mark + edited)
  const culprit = replaced.find((answer) => edit(root, [answer]) === null) ?? replaced[0]
  return fail(diagnose('not-editable', culprit?.place ?? root.place, { fact: culprit?.arguments.fact ?? '' }))
}

/** Null where the text leaves no place, or would say something else than it is to say. */
function edit(root: DocumentNode, replaced: readonly OldAnswer[]): string | null {
  const { text } = root.place.source
  const byPlace = new Map(replaced.map((answer) => [answer.place?.start ?? -1, answer]))
  const changes = changesIn(root, byPlace)
  const edited = changePairs(text, changes)
  if (edited === null || !keepsComments(text, edited)) return null
  const after = readYaml({ name: '', text: edited })
  const isMeant = after.ok && isSame(valueOf(after.value.root, new Map()), valueOf(root, changes))
  return isMeant && after.value.problems.length === 0 ? edited : null
}

/** The changes that the answers in a tree ask for. An alias leads to the same places as what it stands for. */
function changesIn(node: DocumentNode, replaced: ReadonlyMap<number, OldAnswer>): Changes {
  const keys = new Set(entriesOf(node).map(({ key }) => key))
  const own = entriesOf(node).flatMap(({ keyPlace: { start } }): readonly [number, PairChange][] => {
    const answer = replaced.get(start)?.arguments
    if (answer === undefined) return []
    const { fact, old, fate } = answer
    const isFree = fate.kind === 'becomes' && (fate.fact === fact || !keys.has(fate.fact))
    if (!isFree) return [[start, { kind: 'comment-out', word: WAS }]]
    keys.add(fate.fact)
    const value = isSame(old, fate.answer) ? {} : { value: fate.answer }
    return [[start, { kind: 'rename', key: fate.fact, ...value }]]
  })
  const inner = [...itemsOf(node), ...entriesOf(node).map(({ value }) => value)]
  return new Map([...own, ...inner.flatMap((below) => [...changesIn(below, replaced)])])
}

/** The plain value of a node after changes. What nothing is left of is nothing, unless braces stay. */
function valueOf(node: DocumentNode, changes: Changes): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map((item) => valueOf(item, changes))
  const entries = node.entries.flatMap(({ key, keyPlace, value }): readonly [string, unknown][] => {
    const change = changes.get(keyPlace.start)
    if (change?.kind === 'comment-out') return []
    const isNew = change !== undefined && 'value' in change
    return [[change?.key ?? key, isNew ? change.value : valueOf(value, changes)]]
  })
  const { source, start } = node.place
  return entries.length === 0 && source.text[start] !== '{' ? null : Object.fromEntries(entries)
}

/** Comments stay in their order; some are parts of longer ones now. */
function keepsComments(before: string, after: string): boolean {
  const found = commentsIn(after).map(({ start, end }) => after.slice(start, end))
  return commentsIn(before).every(({ start, end }) => {
    const index = found.findIndex((comment) => comment.includes(before.slice(start, end).trimEnd()))
    found.splice(0, index + 1)
    return index !== -1
  })
}
