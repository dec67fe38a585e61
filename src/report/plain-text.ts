import { REPLACEMENT, showHidden } from '../document/hidden-characters.ts'
import { columnsOf } from '../record/column-width.ts'

/** Markdown that the record's sentences use, as plain text for a terminal. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\*\*/g, '')
    .replace(/\[((?:[^\]\\]|\\.)*)\](?:\(<?[^)>]*>?\)|\[[^\]]*\])/g, '$1')
    .replace(/<((?:https?|ftp):[^>]*)>/gi, '$1')
    .replace(/\\([\\`*_[\]<>|~&#=+.)-])/g, '$1')

/** Marks headings with ANSI escapes, where there is colour. */
export const boldIf =
  (colour: boolean) =>
  (text: string): string =>
    colour ? `\u001B[1m${text}\u001B[22m` : text

/**
 * Text in a log that no runner of a continuous integration takes for a command (`::error::`, `##[error]`), and in which
 * nothing is hidden. Line breaks and colours are ours.
 */
export const harmless = (text: string): string =>
  text
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replace(/##(?=\[)/g, '## ')
    .split('\n')
    .map((line) => showHidden(line, (character) => (character < ' ' ? character : REPLACEMENT)))
    .join('\n')

/** Breaks text into lines of at most `width` columns, with an indent before all but the first. Words are never broken. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columnsOf(longer) > width && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join(`\n${indent}`)
}
