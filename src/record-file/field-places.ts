import { letterPattern } from '../document/letters.ts'
import { inlineText } from '../record/inline-text.ts'
import { type FieldLabel, labelOf } from './record-labels.ts'
import { isSupersededText, statusWord } from './status-words.ts'
import { dayAtStart } from './written-day.ts'

/** A value at the head of a record, in a line `Label: value` or in a table, without the markup around it. */
export interface FieldPlace {
  readonly label: FieldLabel
  /** Counted from 0. */
  readonly line: number
  readonly start: number
  readonly written: string
}

/** Nobody writes longer ones above a record. */
const LONGEST_LINE = 2000

/** The fields in some lines, whose first one has the number `first`. Text of code and of comments has to be left out. */
export function fieldsIn(lines: readonly string[], first: number): readonly FieldPlace[] {
  const fields: FieldPlace[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').length > LONGEST_LINE ? '' : (lines[index] ?? '')
    if (!/^ {0,3}\|/.test(line)) {
      const found = fieldsInLine(line, first + index)
      fields.push(
        ...found.map((field) => (field.written === '' ? valueBelow(field, lines, index, first) : field)),
      )
      continue
    }
    let end = index + 1
    while (end < lines.length && /^ {0,3}\|/.test(lines[end] ?? '')) end += 1
    for (const field of fieldsInTable(lines.slice(index, end), first + index)) fields.push(field)
    index = end - 1
  }
  return fields
}

/** `* **Status:** accepted`, and several in one line: `Status: accepted | Date: 2021-03-04`. */
export function fieldsInLine(line: string, number: number): readonly FieldPlace[] {
  const mark = /^[ \t]{0,3}(?:>[ \t]?)?(?:(?:[*+-]|\d{1,2}[.)]|#{1,6})[ \t]+)?/.exec(line)?.[0].length ?? 0
  const parts: { label: FieldLabel; value: number; end: number; mark: string }[] = []
  let start = mark
  // What follows a comma belongs to the value, unless it is a field of its own.
  for (const end of [...[...line.matchAll(/[,;|·•]/g)].map(({ index }) => index), line.length]) {
    const part = line.slice(start, end)
    const head = labelAtStart(part)
    const last = parts.at(-1)
    if (head !== null) parts.push({ label: head.label, value: start + head.length, end, mark: head.mark })
    else if (last === undefined) return []
    else last.end = end
    start = end + 1
  }
  return parts.map(({ label, value, end, mark: around }) => ({
    label,
    line: number,
    ...valueIn(line, value, end, around),
  }))
}

interface LabelAtStart {
  readonly label: FieldLabel
  /** With the white space up to the value. */
  readonly length: number
  /** Markup that was opened before the label and is closed after the value. */
  readonly mark: string
}

/** `Status:`, `**Status**:`, `**Status:**`, `**Status:`, and without a colon `**Status**` */
function labelAtStart(part: string): LabelAtStart | null {
  const space = part.length - part.trimStart().length
  const text = part.slice(space, space + 80)
  const [, , bold = ''] = /^(\*\*|__)([^*_:：]{1,60})\1(?=[ \t]*(?:[^:： \t]|$))/.exec(text) ?? []
  if (bold !== '') {
    const label = labelOf(bold)
    const gap = /^[ \t]*(?:[–—-][ \t]+)?/.exec(text.slice(bold.length + 4))?.[0].length ?? 0
    return label === null ? null : { label, length: space + bold.length + 4 + gap, mark: '' }
  }
  const colon = text.search(/[:：]/)
  // A link or a picture is no label.
  const label = colon === -1 || /[[<]/.test(text.slice(0, colon)) ? null : labelOf(text.slice(0, colon))
  if (label === null) return null
  const opened = beforeLabel(text).exec(text)?.[1] ?? ''
  const isClosed = opened === '' || text.slice(opened.length, colon).trimEnd().endsWith(opened)
  const closing = isClosed ? '' : opened
  const after = text.startsWith(closing, colon + 1) ? closing.length : 0
  const gap = /^[ \t]*/.exec(part.slice(space + colon + 1 + after))?.[0].length ?? 0
  return {
    label,
    length: space + colon + 1 + after + gap,
    mark: after > 0 ? '' : closing,
  }
}

/** The value between two places of a line, without the markup around it and the comment after it. */
function valueIn(
  line: string,
  from: number,
  to: number,
  mark: string,
): { readonly start: number; readonly written: string } {
  let text = line.slice(from, to).trimEnd()
  const comment = text.indexOf('<!--')
  if (comment !== -1 && text.endsWith('-->')) text = text.slice(0, comment).trimEnd()
  text = text.replace(/(?:\\|<br ?\/?>)$/, '').trimEnd()
  if (mark !== '' && text.endsWith(mark)) text = text.slice(0, -mark.length).trimEnd()
  return unwrapped(text, from)
}

/** `**Accepted**`, `_Accepted_.` and `` `Accepted` `` without their marks. */
export function unwrapped(text: string, from: number): { readonly start: number; readonly written: string } {
  const [, mark = '', inside = ''] = /^(\*{1,3}|_{1,3}|`)([^*_`]+)\1\.?$/.exec(text) ?? []
  return inside === '' ? { start: from, written: text } : { start: from + mark.length, written: inside }
}

/** `**Status**` or `Status:` alone on a line, with the value on the next one that has words. */
function valueBelow(field: FieldPlace, lines: readonly string[], index: number, first: number): FieldPlace {
  const below = (lines[index + 1] ?? '').trim() === '' ? index + 2 : index + 1
  const line = lines[below] ?? ''
  if (line.trim() === '' || line.length > LONGEST_LINE) return field
  const mark = /^[ \t]{0,4}(?:(?:[*+-]|:)[ \t]+)?/.exec(line)?.[0].length ?? 0
  const value = valueIn(line, mark, line.length, '')
  const isValue =
    field.label === 'status'
      ? statusWord(value.written) !== null || isSupersededText(value.written)
      : dayAtStart(inlineText(value.written)) !== null
  return isValue ? { ...field, line: first + below, ...value } : field
}

interface Cell {
  readonly text: string
  readonly start: number
}

/** A row for each field, or a column for each. Of several rows, the last one counts. */
function fieldsInTable(rows: readonly string[], first: number): readonly FieldPlace[] {
  const cells = rows.map((row) => (row.length > LONGEST_LINE ? [] : cellsOf(row)))
  const [head = [], rule = []] = cells
  const isRule = rule.length > 0 && rule.every(({ text }) => /^:?-+:?$/.test(text))
  const labels = head.map(({ text }) => labelOf(text))
  const isUpright = labels.length !== 2 || labels.every((label) => label !== null)
  if (isRule && isUpright && labels.some((label) => label !== null && label !== 'other')) {
    const last = cells.findLastIndex((row, index) => index > 1 && row.some(({ text }) => text !== ''))
    return last === -1
      ? []
      : labels.flatMap((label, column) => {
          const cell = cells[last]?.[column]
          return label === null || cell === undefined ? [] : [fieldOf(label, cell, first + last)]
        })
  }
  return cells.flatMap((row, index) => {
    const label = labelOf(row[0]?.text ?? '')
    const cell = row[1]
    return label === null || cell === undefined ? [] : [fieldOf(label, cell, first + index)]
  })
}

const fieldOf = (label: FieldLabel, { text, start }: Cell, line: number): FieldPlace => ({
  label,
  line,
  ...unwrapped(text, start),
})

function cellsOf(row: string): readonly Cell[] {
  const bars = [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index)
  return bars.flatMap((bar, column) => {
    const end = bars[column + 1] ?? row.length
    const text = row.slice(bar + 1, end)
    if (column === bars.length - 1 && text.trim() === '') return []
    return [{ text: text.trim(), start: bar + 1 + text.length - text.trimStart().length }]
  })
}

const beforeLabel = letterPattern(String.raw`^[^\p{L}*_\x60]{0,8}([*_\x60]{0,3})`)
