import { splitFrontMatter } from './front-matter.ts'

/** What a run needs to know of a record that is already there. */
export interface RecordMarks {
  readonly id: string
  readonly number: number | null
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
  const frontMatter = splitFrontMatter(text)
  const id = frontMatter?.fields.get('id') ?? /^<!-- id: (\S+) -->$/m.exec(text)?.[1]
  if (typeof id !== 'string' || !isRecordId(id)) return null
  const date = frontMatter?.fields.get('date') ?? /^Date: (\S+)$/m.exec(text)?.[1]
  const number = Number(frontMatter?.fields.get('number') ?? /^# (\d+)\. /.exec(text)?.[1])
  return { id, number: Number.isInteger(number) ? number : null, date: typeof date === 'string' ? date : '' }
}

const isRecordId = (id: string): boolean => /^[^\s/@]+\/[^\s/@]+@[1-9]\d*$/u.test(id)
