import { frontMatterLines, splitFrontMatter } from '../record/front-matter.ts'
import { markdownLines } from './markdown-lines.ts'
import { withLineFeeds } from './text-style.ts'

/** What a run needs to know of a record that is already there. */
export interface RecordMarks {
  readonly id: string
  readonly number: number | null
  /** Id of the record that this one supersedes, or proposes to; empty when there is none. */
  readonly supersedes: string
  /** As written; empty when the record has none. */
  readonly date: string
}

/**
 * Reads the marks of a record that Madrigal wrote, in the MADR or the Nygard form.
 *
 * @param text Markdown with line feeds
 * @returns the marks, or null for any other text
 */
export function readRecord(text: string): RecordMarks | null {
  const fields = splitFrontMatter(text)?.fields
  const fieldOf = (key: string): string => {
    const value = fields?.get(key)
    return typeof value === 'string' ? value : ''
  }
  // Another tool's record may have an id of its own in its front matter.
  const id = isRecordId(fieldOf('id')) ? fieldOf('id') : [commentIn(text, 'id')].find(isRecordId)
  if (id === undefined) return null
  const number = Number(fields?.get('number') ?? /^# (\d+)\. /m.exec(text)?.[1])
  return {
    id,
    number: Number.isInteger(number) ? number : null,
    date: fieldOf('date') || (/^Date: (\S+)$/m.exec(text)?.[1] ?? ''),
    supersedes: fieldOf('supersedes') || commentIn(text, 'supersedes'),
  }
}

/** The value in `<!-- key: value -->` on a line of its own; empty where there is none outside code. */
function commentIn(text: string, key: string): string {
  const pattern = new RegExp(`^<!-- ${key}: (\\S+) -->$`, 'm')
  if (!text.includes(`<!-- ${key}: `) || !pattern.test(text)) return ''
  const line = markdownLines(text).find((one) => one.isText && pattern.test(one.text))
  return pattern.exec(line?.text ?? '')?.[1] ?? ''
}

/** Ids become paths below `.madrigal/`: two names that lead nowhere else. */
export const isRecordId = (id: string): boolean => /^(?!\.+\/)[^\s/\\@]+\/[^\s/\\@]+@[1-9]\d*$/u.test(id)

/** The id of ours on a line of its own, also where the rest cannot be read; null where there is none. */
export function idLineIn(text: string): string | null {
  const id = /^(?:id: |<!-- id: )(\S+)(?: -->)?[ \t]*\r?$/m.exec(text)?.[1] ?? ''
  return isRecordId(id) ? id : null
}

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
  const marks = frontMatterLines(withLineFeeds(text).split('\n'))
  if (marks === null) return null
  let line = marks.close * 2
  while (pieces[line - 2]?.trim() === '') line -= 2
  return pieces.toSpliced(line, 0, `id: ${id}`, pieces[1] ?? '\n').join('')
}

function atTheEnd(text: string, id: string): string {
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const gap = text.endsWith(end + end) ? '' : text.endsWith(end) ? end : end + end
  return `${text}${gap}<!-- id: ${id} -->${end}`
}
