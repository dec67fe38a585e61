import { columnsOf, padColumns } from '../record/column-width.ts'
import { wrap } from './plain-text.ts'

type Cells = readonly string[]

const GAP = 2
const INDENT = '  '

/**
 * A head and rows indented below it, as lines. A text that is too long for its column is broken between words. Where not
 * even the longest words have room beside each other, what stands in the last column goes below its row.
 */
export function columnTable(head: Cells, rows: readonly Cells[], width: number): readonly string[] {
  const [first = '', ...others] = head
  const titles = [first.slice(INDENT.length), ...others]
  const room = width - INDENT.length
  const isTight = sumOf(leastWidths([titles, ...rows])) > room + GAP
  const beside = isTight ? rows.map((cells) => [...cells.slice(0, -1), '']) : rows
  const widths = shareWidth([titles, ...beside], room)
  const [firstWidth = 0] = widths
  return [
    padColumns(first, firstWidth + INDENT.length) + lineOf(others, widths.slice(1)),
    ...beside.flatMap((cells, row) => [
      ...linesOf(cells, widths).map((line) => INDENT + line),
      ...(isTight ? linesBelow(rows[row]?.at(-1) ?? '', width) : []),
    ]),
  ]
}

const linesBelow = (text: string, width: number): readonly string[] => {
  const indent = INDENT.repeat(3)
  return text === '' ? [] : `${indent}${wrap(text, width - indent.length, indent)}`.split('\n')
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

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** How wide each column is, at the widest of some texts in it, with the gap behind it. */
const widest = (rows: readonly Cells[], textsIn: (cell: string) => readonly string[]): readonly number[] =>
  (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.flatMap((cells) => textsIn(cells[column] ?? '').map(columnsOf))) + GAP,
  )

/** Words are never broken. */
const leastWidths = (rows: readonly Cells[]): readonly number[] => widest(rows, (cell) => cell.split(' '))

/** Narrow columns get what they need; the others share what is left, and get no less than their longest words need. */
function shareWidth(rows: readonly Cells[], width: number): readonly number[] {
  const needed = widest(rows, (cell) => [cell])
  const least = leastWidths(rows)
  const widths = needed.map(() => 0)
  let left = width + GAP
  let reserved = sumOf(least)
  const narrowestFirst = needed
    .map((_, column) => column)
    .toSorted((a, b) => (needed[a] ?? 0) - (needed[b] ?? 0))
  for (const [done, column] of narrowestFirst.entries()) {
    const own = least[column] ?? 0
    reserved -= own
    const share = Math.min(Math.floor(left / (needed.length - done)), left - reserved)
    widths[column] = Math.max(own, Math.min(needed[column] ?? 0, share))
    left -= widths[column]
  }
  return widths
}
