import { splitFrontMatter } from '../record/front-matter.ts'
import { readRecord } from './read-record.ts'
import { withLineFeeds } from './text-style.ts'

/**
 * Puts an id into a record that somebody else wrote: into its front matter, or else into a comment at its end. Every
 * other byte stays as it is, byte order mark and line ends included.
 *
 * @param text the record as it is in its file
 * @param id such as `python-vs-go/edge-proxy@1`
 * @returns the text with the id, or null where `readRecord` would not find it there
 */
export function addIdMark(text: string, id: string): string | null {
  const marked = [inFrontMatter(text, id), atTheEnd(text, id)]
  return (
    marked.find((candidate) => candidate !== null && readRecord(withLineFeeds(candidate))?.id === id) ?? null
  )
}

/** Below the last key. Null where there is no front matter, or where it has an id of another tool. */
function inFrontMatter(text: string, id: string): string | null {
  const fields = splitFrontMatter(withLineFeeds(text))?.fields
  if (fields === undefined || fields.has('id')) return null
  // Lines, each followed by what ends it.
  const pieces = text.split(/(\r\n|\r|\n)/)
  let line = pieces.findIndex((piece, index) => index > 0 && index % 2 === 0 && piece.startsWith('---'))
  while (pieces[line - 2]?.trim() === '') line -= 2
  return pieces.toSpliced(line, 0, `id: ${id}`, pieces[1] ?? '\n').join('')
}

function atTheEnd(text: string, id: string): string {
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const gap = text.endsWith(end + end) ? '' : text.endsWith(end) ? end : end + end
  return `${text}${gap}<!-- id: ${id} -->${end}`
}
