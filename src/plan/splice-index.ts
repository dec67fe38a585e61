import { type MarkdownLine, markdownLines } from '../record-file/markdown-lines.ts'

/** The text with the list in it, or why there is no one place for it. */
export type SplicedIndex =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string }

const START = '<!-- madrigal index -->'
const END = '<!-- /madrigal index -->'

/**
 * Puts a list between the markers of a text. Every other byte stays, line ends and byte order mark included.
 *
 * @param text Markdown with one line `<!-- madrigal index -->` and one line `<!-- /madrigal index -->` below it
 * @param list lines, each ended by a line feed; they get the line ends of the first marker
 */
export function spliceIndex(text: string, list: string): SplicedIndex {
  const lines = markdownLines(text).filter(({ isText }) => isText)
  const starts = lines.filter((line) => isMarker(line, START))
  const ends = lines.filter((line) => isMarker(line, END))
  const [start, end] = [starts[0], ends[0]]
  if (start === undefined) return missing(START)
  if (end === undefined) return missing(END)
  if (starts.length > 1) return refuse(`\`${START}\` stands there ${starts.length} times, expected once`)
  if (ends.length > 1) return refuse(`\`${END}\` stands there ${ends.length} times, expected once`)
  if (end.start < start.start) return refuse(`\`${END}\` stands before \`${START}\``)
  const ending = /\r\n|\n|\r/.exec(text.slice(start.start, start.next))?.[0] ?? '\n'
  const between = list === '' ? '' : `\n${list}\n`
  return {
    ok: true,
    text: text.slice(0, start.next) + between.replaceAll('\n', ending) + text.slice(end.start),
  }
}

/** Alone on its line, and not indented so far that it is code. */
const isMarker = ({ text }: MarkdownLine, marker: string): boolean =>
  /^\uFEFF? {0,3}(?=<)/.test(text) && text.replace(/^\uFEFF/, '').trim() === marker

const refuse = (reason: string): SplicedIndex => ({ ok: false, reason })

const missing = (marker: string): SplicedIndex =>
  refuse(`found no \`${marker}\` on a line of its own, outside code`)
