import { isCalendarDate } from './calendar-date.ts'

/** Helpers that tools keep beside records; log4brains never takes them for records. */
const helpers: ReadonlySet<string> = new Set(['readme.md', 'index.md', 'template.md', 'backlog.md'])

/** Whether a file in a record directory is meant to be a record. */
export const isRecordFileName = (fileName: string): boolean =>
  fileName.endsWith('.md') && !helpers.has(fileName.toLowerCase())

/** The number in the name of a record of any tool: `0012-use-it.md`, `12-use-it.md`, `adr-0012-use-it.md`. Dates are none. */
export function numberOfFile(fileName: string): number | null {
  if (dateOfFile(fileName) !== null) return null
  const digits = /^(?:adr[-_]?)?(\d{1,5})[-_. ]/i.exec(fileName)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The day in a dated name: `20240115-use-it.md` as log4brains writes it, or `2024-01-15-use-it.md`. */
export function dateOfFile(fileName: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)[-_. ]/.exec(fileName) ?? []
  const date = `${year}-${month}-${day}`
  return isCalendarDate(date) ? date : null
}
