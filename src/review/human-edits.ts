import { diffArrays } from 'diff'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type FixedLine, fixedLines } from '../plan/accepted-body.ts'

/** A place where a record differs from what the machine wrote. Its status and blank lines are no edits. */
export interface HumanEdit {
  /** Of the record, counted from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** What people wrote into a record, and took out of it, since the machine wrote its copy. */
export function findEdits(copy: string, record: string): readonly HumanEdit[] {
  const written = fixedLines(copy).map(({ text }) => text)
  const found = fixedLines(record)
  const edits: HumanEdit[] = []
  let open: { line: number; removed: string[]; added: string[] } | null = null
  let position = 0
  for (const { added, removed, value } of diffArrays(
    written,
    found.map(({ text }) => text),
  )) {
    if (!added && !removed) {
      if (open !== null) edits.push(open)
      open = null
      position += value.length
      continue
    }
    open ??= { line: lineAt(found, position, record), removed: [], added: [] }
    if (added) {
      open.added.push(...value)
      position += value.length
    } else open.removed.push(...value)
  }
  return open === null ? edits : [...edits, open]
}

/** The line after the last where nothing is left at the end. */
const lineAt = (lines: readonly FixedLine[], index: number, record: string): number =>
  lines[index]?.number ?? withLineFeeds(record).trimEnd().split('\n').length

/** Whether two edits put the same lines in, or took the same lines out. */
export const isSameEdit = (one: HumanEdit, other: HumanEdit): boolean =>
  one.added.length + other.added.length > 0
    ? one.added.join('\n') === other.added.join('\n')
    : one.removed.join('\n') === other.removed.join('\n')
