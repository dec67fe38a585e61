import type { ParsedMap, ParsedPair } from './layout.ts'
import { endOfPair, indentOf, lineBreakAt, lineEndOf, lineStartOf } from './layout.ts'
import { insertion, type Splice } from './splice.ts'

/** Turns a pair into a comment: its own lines where it has lines of its own, else a line above. Null where there is no place. */
export function commentOut(
  text: string,
  map: ParsedMap,
  pair: ParsedPair,
  word: string,
): readonly Splice[] | null {
  const [start] = pair.key.range
  const end = endOfPair(text, pair)
  const indent = indentOf(text, pair)
  const isAlone = /^ *,?[ \t]*(?:#.*)?$/.test(text.slice(end, lineEndOf(text, end)))
  if (indent !== null && isAlone)
    return [insertion(start, `# ${word} `), ...commentLines(text, start, end, indent.length)]
  return map.flow ? cutOut(text, start, end, word) : null
}

/** Every line of a span but the first, unless it is blank. */
const commentLines = (text: string, start: number, end: number, indent: number): readonly Splice[] =>
  [...text.slice(start, end).matchAll(/\n( *)(?=\S)/g)].map(({ index, 1: spaces = '' }) =>
    insertion(start + index + 1 + Math.min(spaces.length, indent), '# '),
  )

/** Takes a pair out of a line that it shares with others, with the comma behind it. */
function cutOut(text: string, start: number, end: number, word: string): readonly Splice[] | null {
  const written = text.slice(start, end)
  if (written.includes('\n')) return null
  const line = lineStartOf(text, start)
  const indent = /^ */.exec(text.slice(line))?.[0] ?? ''
  const lineBreak = lineBreakAt(text, lineEndOf(text, start))
  const comma = /^ *,? */.exec(text.slice(end))?.[0] ?? ''
  return [
    insertion(line, `${indent}# ${word} ${written}${lineBreak}`),
    { at: start, remove: written.length + comma.length, text: '' },
  ]
}
