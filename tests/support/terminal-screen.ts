import { columnsOf } from '../../src/record/column-width.ts'

const ESCAPE = '\u001B'
const sequence = String.raw`${ESCAPE}\[([?\d;]*)([A-Za-z])`

/** What a program writes to have something done, and not shown. */
export const sequences = new RegExp(sequence, 'g')

/** A sequence, the beginning of one, or a character. */
const pieces = new RegExp(String.raw`${sequence}|${ESCAPE}\[?[?\d;]*$|[^]`, 'gu')

export interface ScreenSize {
  readonly columns: number
  readonly rows: number
}

/** What has been shown, from the first line on, those out of sight included. */
export interface Screen {
  readonly lines: readonly string[]
  /** Lines for which there was no room: the terminal broke them wherever they met its edge. */
  readonly broken: readonly string[]
}

/** Draws what a program has written, as a terminal does: as much of one as our prompts and those of Windows ask for. */
export function screenOf(output: string, size: ScreenSize): Screen {
  const drawing = new Drawing(size)
  for (const [character, parameters, command] of output.matchAll(pieces))
    if (command !== undefined) drawing.obey(command, parameters ?? '')
    else if (!character.startsWith(ESCAPE)) drawing.put(character)
  return { lines: drawing.lines.map(textOf), broken: [...drawing.broken].map((row) => textOf(row)) }
}

type Row = string[]

const textOf = (row: Row): string => row.join('').trimEnd()

class Drawing {
  readonly lines: Row[] = [[]]
  readonly broken = new Set<Row>()
  readonly #size: ScreenSize
  #row = 0
  #column = 0

  constructor(size: ScreenSize) {
    this.#size = size
  }

  put(character: string): void {
    if (character === '\r') this.#column = 0
    else if (character === '\b') this.#column = Math.max(0, this.#column - 1)
    else if (character === '\n') this.#goTo(this.#row + 1, this.#column)
    else if (character >= ' ') this.#write(character)
  }

  obey(command: string, parameters: string): void {
    const [first = 0, second = 0] = parameters.split(';').map(Number)
    const count = Math.max(1, first)
    const [row, column] = [this.#row, Math.min(this.#column, this.#size.columns - 1)]
    if (command === 'A') this.#goTo(Math.max(this.#top, row - count), column)
    if (command === 'B') this.#goTo(Math.min(this.#bottom, row + count), column)
    if (command === 'C') this.#goTo(row, Math.min(this.#size.columns - 1, column + count))
    if (command === 'D') this.#goTo(row, Math.max(0, column - count))
    if (command === 'G') this.#goTo(row, count - 1)
    if (command === 'H') this.#goTo(this.#top + count - 1, Math.max(1, second) - 1)
    if (command === 'J' || command === 'K') this.#erase(first === 0 ? column : 0)
    if (command === 'J') this.lines.splice(first === 0 ? row + 1 : this.#top, Infinity)
    if (command === 'J') this.#goTo(row, column)
    if (command === 'X') this.#current.fill(' ', column, column + count)
  }

  get #current(): Row {
    return this.lines[this.#row] ?? []
  }

  /** The first line in sight. Nothing moves the cursor above it. */
  get #top(): number {
    return Math.max(0, this.lines.length - this.#size.rows)
  }

  /** The last line in sight, whether or not anything stands there. Only a line break goes beyond. */
  get #bottom(): number {
    return this.#top + this.#size.rows - 1
  }

  #goTo(row: number, column: number): void {
    while (this.lines.length <= row) this.lines.push([])
    this.#row = row
    this.#column = column
  }

  #erase(from: number): void {
    this.#current.splice(from, Infinity)
  }

  #write(character: string): void {
    const width = columnsOf(character)
    if (this.#column + width > this.#size.columns) {
      this.broken.add(this.#current)
      this.#goTo(this.#row + 1, 0)
    }
    const row = this.#current
    while (row.length < this.#column) row.push(' ')
    row.splice(this.#column, width, character, ...Array<string>(Math.max(0, width - 1)).fill(''))
    this.#column += width
  }
}
