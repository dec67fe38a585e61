import { splitFrontMatter } from './front-matter.ts'

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
  const find = (key: string, pattern: RegExp): string => {
    const value = fields?.get(key) ?? pattern.exec(text)?.[1]
    return typeof value === 'string' ? value : ''
  }
  const id = find('id', /^<!-- id: (\S+) -->$/m)
  if (!isRecordId(id)) return null
  const number = Number(fields?.get('number') ?? /^# (\d+)\. /.exec(text)?.[1])
  return {
    id,
    number: Number.isInteger(number) ? number : null,
    date: find('date', /^Date: (\S+)$/m),
    supersedes: find('supersedes', /^<!-- supersedes: (\S+) -->$/m),
  }
}

const isRecordId = (id: string): boolean => /^[^\s/@]+\/[^\s/@]+@[1-9]\d*$/u.test(id)
