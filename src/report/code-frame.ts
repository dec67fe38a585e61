import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { countCodePoints, locateOffset } from '../diagnostics/line-column.ts'
import { describeDiagnostic } from './diagnostic-message.ts'
import { makeVisible } from './visible-text.ts'

const WIDTH = 80
/** What is always kept before the mark. */
const CONTEXT = 12

interface FrameOptions {
  /** Whether to mark the parts with ANSI escapes. */
  readonly colour: boolean
}

/**
 * Tell a person about a problem: what it is, where it is, the line, and what to do.
 *
 * @param diagnostic one problem, as the parsers answer it
 * @param options whether to mark the parts with ANSI escapes
 * @returns a few lines without a final line feed; nothing in them can control a terminal
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FrameOptions): string {
  const { file, place } = diagnostic
  return formatFramed({ label: 'error', ...describeDiagnostic(diagnostic), file, place }, options)
}

/** Something to tell about a text. */
export interface Framed {
  /** What kind of thing it is. */
  readonly label: string
  readonly sentence: string
  readonly help: string | null
  readonly file: string
  readonly place: Place | null
}

/** The same for what is no error. */
export function formatFramed(told: Framed, options: FrameOptions): string {
  const { label, sentence, help, place } = told
  const style = chooseStyle(options)
  const title = `${style.error(`${label}:`)} ${style.strong(sentence)}`
  const file = makeVisible(told.file)
  if (place === null) {
    const lines = [title, `${style.quiet(' -->')} ${file}`]
    return [...lines, ...(help === null ? [] : [`  ${style.quiet('=')} ${help}`])].join('\n')
  }
  const { line, column } = locateOffset(place.source.text, place.start)
  const gutter = ' '.repeat(String(line).length)
  const arrow = style.quiet(`${' '.repeat(Math.max(1, gutter.length - 1))}-->`)
  return [
    title,
    `${arrow} ${file}:${line}:${column}`,
    `${gutter} ${style.quiet('|')}`,
    ...frameLine(place, { number: String(line), gutter, help, style }),
  ].join('\n')
}

interface Frame {
  readonly number: string
  readonly gutter: string
  readonly help: string | null
  readonly style: Style
}

function frameLine(place: Place, { number, gutter, help, style }: Frame): readonly string[] {
  const prefix = `${gutter} | `.length
  const { text, start, length } = trimLine(cutLine(place), WIDTH - prefix)
  const indent = ' '.repeat(start)
  const carets = '^'.repeat(length)
  const bar = style.quiet('|')
  const source = `${style.quiet(number)} ${bar} ${text}`.trimEnd()
  const underline = `${gutter} ${bar} ${indent}${style.error(carets)}`
  if (help === null) return [source, underline]
  const fits = prefix + start + length + 1 + countCodePoints(help) <= WIDTH
  return fits
    ? [source, `${underline} ${help}`]
    : [source, underline, `${gutter} ${style.quiet('=')} ${help}`]
}

/** A line of source in code points, with the part that is meant. */
interface MarkedLine {
  readonly text: string
  readonly start: number
  readonly length: number
}

function cutLine({ source, start, end }: Place): MarkedLine {
  const lineStart = source.text.slice(0, start).lastIndexOf('\n') + 1
  const lineBreak = source.text.indexOf('\n', start)
  const lineEnd = lineBreak === -1 ? source.text.length : lineBreak
  const text = source.text.slice(lineStart, lineEnd).replace(/\r$/, '')
  const marked = source.text.slice(start, Math.min(end, lineEnd)).trimEnd()
  return {
    text: makeVisible(text),
    start: countCodePoints(source.text.slice(lineStart, start)),
    length: Math.max(1, countCodePoints(marked)),
  }
}

/** Keep the part of a long line around the mark. */
function trimLine({ text, start, length }: MarkedLine, width: number): MarkedLine {
  const characters = Array.from(text)
  if (characters.length <= width) return { text, start, length }
  const before = Math.floor((width - Math.min(length, width - 2 * CONTEXT)) / 2)
  const from = Math.max(0, Math.min(start - before, characters.length - width))
  const window = characters.slice(from, from + width)
  if (from > 0) window[0] = '…'
  if (from + width < characters.length) window[width - 1] = '…'
  return { text: window.join(''), start: start - from, length: Math.min(length, width - 1 - (start - from)) }
}

interface Style {
  readonly error: (text: string) => string
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
}

function chooseStyle({ colour }: FrameOptions): Style {
  const paint = (code: string) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { error: paint('1;31'), strong: paint('1'), quiet: paint('34') }
}
