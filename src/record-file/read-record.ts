import { splitFrontMatter } from '../record/front-matter.ts'
import { markdownLines } from './markdown-lines.ts'

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
  const number = Number(fields?.get('number') ?? /^# (\d+)\. /.exec(text)?.[1])
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
