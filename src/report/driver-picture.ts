import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, toldLevelsOf } from '../evaluation/evidence.ts'
import { columnsOf, cutColumns, padColumns, padColumnsStart } from '../record/column-width.ts'
import { type ToldLevel, weightOf } from '../evaluation/ladder.ts'
import { levelBehind, levelWord } from '../record/words.ts'
import { wrap } from './plain-text.ts'

/**
 * How strongly each driver speaks for each option, or against it: a bar, and beside it the word for it. Two options have a side each of
 * one axis; more have columns, or lines of their own where columns do not fit. Where nothing is said there stands "none",
 * so that whoever hears the picture read aloud can tell the places apart.
 */
export function driverPicture(evaluation: Evaluation, width: number): readonly string[] {
  const { pack, covered, profile } = evaluation
  const room = width - INDENT
  const parts = covered
    .map((entry) => ({ entry, rows: rowsOf(evaluation, entry) }))
    .filter(({ rows }) => rows.length > 0)
  if (parts.length === 0) return []
  const options = pack.options.map(({ name }) => name)
  const inset = profile.divided ? INDENT : 0
  const layout = layoutFor(
    options,
    parts.flatMap(({ rows }) => rows.map(({ name }) => columnsOf(name))),
    room - inset,
  )
  return [
    ...indented(layout.header, INDENT + inset),
    ...parts.flatMap(({ entry, rows }) => [
      ...(profile.divided ? indented(fold(headingOf(evaluation, entry), room), INDENT) : []),
      ...indented(rows.flatMap(layout.linesOf), INDENT + inset),
    ]),
  ]
}

const rowsOf = ({ pack }: Evaluation, { criteria }: ComponentEvidence): readonly DriverRow[] =>
  toldLevelsOf(pack, criteria)
    .map((levels, driver) => ({ name: pack.drivers[driver]?.name ?? '', levels }))
    .filter(({ levels }) => levels.some((level) => level !== 0))

/** "Vehicle gateway", and what it gets where the components differ. */
function headingOf({ pack, verdict }: Evaluation, { component }: ComponentEvidence): string {
  if (verdict.decision.kind !== 'split') return component.name
  const assigned = verdict.decision.assignment.get(component.id)
  return `${component.name}: ${pack.options.find(({ id }) => id === assigned)?.name ?? ''}`
}

const indented = (lines: readonly string[], indent: number): readonly string[] =>
  lines.map((line) => (' '.repeat(indent) + line).trimEnd())

const INDENT = 2
const LONGEST_BAR = weightOf(3)
const LONGEST_WORD = levelWord[2].length
/** "■■   moderate" */
const CELL = LONGEST_BAR + 1 + LONGEST_WORD
const COLUMN = CELL + 3
const LEAST_LABEL = 18
const AXIS = ' │ '

/** What one driver says for each option, in the pack's order. */
interface DriverRow {
  readonly name: string
  readonly levels: readonly ToldLevel[]
}

/** One way to set out rows. Names may be any text; lines are no wider than the layout was made for. */
interface BarLayout {
  readonly header: readonly string[]
  readonly linesOf: (row: DriverRow) => readonly string[]
}

/** @param labels how many columns the names of the rows take */
function layoutFor(options: readonly string[], labels: readonly number[], room: number): BarLayout {
  const [left, right, ...others] = options
  if (left !== undefined && right !== undefined && others.length === 0)
    return twoSides([left, right], labels, room)
  return room - COLUMN * options.length < LEAST_LABEL
    ? ownLines(options, room)
    : columns(options, labels, room)
}

/** Bars grow to both sides of an axis; the first option's to the left. */
function twoSides(names: readonly [string, string], labels: readonly number[], room: number): BarLayout {
  const most = Math.floor((room - LEAST_LABEL - INDENT - AXIS.length) / 2)
  const side = Math.max(CELL, Math.min(most, Math.max(...names.map(columnsOf))))
  const label = Math.min(Math.max(...labels), room - INDENT - 2 * side - AXIS.length)
  const line = (text: string, left: string, right: string): string =>
    `${padColumns(text, label + INDENT)}${padColumnsStart(left, side)}${AXIS}${right}`
  return {
    header: sideBySide(names.map((name) => fold(name, side))).map(([left = '', right = '']) =>
      line('', left, right),
    ),
    linesOf: ({ name, levels: [left = 0, right = 0] }) =>
      labelLines(name, label, (text) => line(text, mirroredBar(left), bar(right))),
  }
}

function columns(names: readonly string[], labels: readonly number[], room: number): BarLayout {
  const label = Math.min(Math.max(...labels) + INDENT, room - COLUMN * names.length)
  const widest = Math.max(...names.map(columnsOf)) + INDENT
  const column = Math.max(COLUMN, Math.min(widest, Math.floor((room - label) / names.length)))
  const line = (text: string, cells: readonly string[]): string =>
    padColumns(text, label) + cells.map((cell) => padColumns(cell, column)).join('')
  return {
    header: sideBySide(names.map((name) => fold(name, column - INDENT))).map((cells) => line('', cells)),
    linesOf: ({ name, levels }) => labelLines(name, label - INDENT, (text) => line(text, levels.map(bar))),
  }
}

/** Each option that a driver speaks for has a line of its own. */
function ownLines(names: readonly string[], room: number): BarLayout {
  const widest = Math.min(Math.max(...names.map(columnsOf)), room - 2 * INDENT - CELL)
  return {
    header: [],
    linesOf: ({ name, levels }) => [
      ...fold(name, room),
      ...levels.flatMap((level, option) => {
        if (level === 0) return []
        return fold(names[option] ?? '', widest).map((text, index) =>
          index === 0 ? `  ${padColumns(text, widest)}  ${bar(level)}` : `  ${text}`,
        )
      }),
    ],
  }
}

const bar = (level: ToldLevel): string =>
  level === 0 ? 'none' : `${barOf(level).padEnd(LONGEST_BAR)} ${wordOf(level)}`

const mirroredBar = (level: ToldLevel): string =>
  level === 0 ? 'none' : `${wordOf(level).padStart(LONGEST_WORD)} ${barOf(level).padStart(LONGEST_BAR)}`

/** What speaks against an option is hollow, and as long. */
const barOf = (level: ToldLevel): string =>
  level < 0 ? '□'.repeat(weightOf(levelBehind(level))) : '■'.repeat(weightOf(levelBehind(level)))

const wordOf = (level: ToldLevel): string => (level < 0 ? 'against' : levelWord[levelBehind(level)])

/** The label in the row's line; what does not fit there stands below, set in. */
function labelLines(name: string, width: number, line: (text: string) => string): readonly string[] {
  const [first = '', ...rest] = columnsOf(name) <= width ? [name] : fold(name, width - INDENT)
  return [line(first), ...rest.map((text) => ' '.repeat(INDENT) + text)]
}

/** A text in lines; a word that is too long for one is cut. */
const fold = (text: string, width: number): readonly string[] =>
  wrap(text, width)
    .split('\n')
    .flatMap((line) => cutColumns(line, width))

/** Blocks of lines side by side, the shorter ones at the bottom. */
function sideBySide(blocks: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const height = Math.max(...blocks.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    blocks.map((block) => block[line - height + block.length] ?? ''),
  )
}
