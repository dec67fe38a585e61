import { columnsOf, padColumns } from '../record/column-width.ts'
import { wrap } from './plain-text.ts'

type Cells = readonly string[]

const GAP = 2
const INDENT = '  '

/** A head and rows indented below it, as lines. A text that is too long for its column is broken between words. */
export function columnTable(head: Cells, rows: readonly Cells[], width: number): readonly string[] {
  const [first = '', ...others] = head
  const widths = shareWidth([[first.slice(INDENT.length), ...others], ...rows], width - INDENT.length)
  const [firstWidth = 0] = widths
  return [
    padColumns(first, firstWidth + INDENT.length) + lineOf(others, widths.slice(1)),
    ...rows.flatMap((cells) => linesOf(cells, widths).map((line) => INDENT + line)),
  ]
}

/** A row takes as many lines as its highest cell. */
function linesOf(cells: Cells, widths: readonly number[]): readonly string[] {
  const columns = cells.map((cell, column) => wrap(cell, (widths[column] ?? 0) - GAP).split('\n'))
  const height = Math.max(...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    lineOf(
      columns.map((column) => column[line] ?? ''),
      widths,
    ),
  )
}

const lineOf = (cells: Cells, widths: readonly number[]): string =>
  cells
    .map((cell, column) => padColumns(cell, widths[column] ?? 0))
    .join('')
    .trimEnd()

/** Narrow columns get what they need; the others share what is left. */
function shareWidth(rows: readonly Cells[], width: number): readonly number[] {
  const needed = (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((cells) => columnsOf(cells[column] ?? ''))) + GAP,
  )
  const widths = needed.map(() => 0)
  let left = width + GAP
  const narrowestFirst = needed
    .map((_, column) => column)
    .toSorted((a, b) => (needed[a] ?? 0) - (needed[b] ?? 0))
  for (const [done, column] of narrowestFirst.entries()) {
    const share = Math.floor(left / (needed.length - done))
    widths[column] = Math.min(needed[column] ?? 0, share)
    left -= widths[column]
  }
  return widths
}
