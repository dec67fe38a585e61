/** Helpers that tools keep beside records; log4brains never takes them for records. */
const helpers: ReadonlySet<string> = new Set(['readme.md', 'index.md', 'template.md', 'backlog.md'])

/** Hidden files are those of editors and systems: `.#0001-a.md`, `._0001-a.md`. */
export const mayBeRecord = (fileName: string): boolean =>
  fileName.endsWith('.md') && !fileName.startsWith('.')

/** Whether a file in a record directory is meant to be a record. */
export const isRecordFileName = (fileName: string): boolean =>
  mayBeRecord(fileName) && !helpers.has(fileName.toLowerCase())

/** Whether the files in a folder below a directory of records may be records. */
export const mayHoldRecords = (folderName: string): boolean =>
  !folderName.startsWith('.') && folderName !== 'node_modules'

/** Whether a name says that the file is a template: `adr-template.md`, `0000-template.md`; `template-engine.md` does not. */
export const isTemplateName = (fileName: string): boolean =>
  /^_?(?:(?:0{1,5}|adr|madr|nygard|decision|record)[-_. ]){0,3}template(?:[-_. ](?:adr|madr|nygard|short|long|bare|minimal|full))?\.md$/i.test(
    fileName,
  )

/**
 * The number in the name of a record of any tool: `0012-use-it.md`, `12-use-it.md`, `adr-0012-use-it.md`, and after a date
 * `2021-06-05_001-use-it.md`. Dates are none.
 */
export function numberOfFile(fileName: string): number | null {
  const parts = partsOfName(fileName)
  return parts === null ? null : Number(parts.digits)
}

/** A file name with a number, taken apart. */
interface NumberedName {
  readonly before: string
  readonly digits: string
  readonly after: string
}

const numbered = /^(adr[-_]?)?(\d{1,5})([-_. ].*)$/is
/** Right after a date, what has no zero before it may belong to the title: `2024-01-15-2-phases.md`. */
const numberedAfterDate = /^(adr[-_]?|(?=0))(\d{1,5})([-_. ].*)$/is

export function partsOfName(fileName: string): NumberedName | null {
  const date = dateBefore(fileName)
  const rest = fileName.slice(date.length)
  const pattern = date === '' || date.endsWith('_') ? numbered : numberedAfterDate
  const [, before = '', digits, after = ''] = pattern.exec(rest) ?? []
  return digits === undefined ? null : { before: date + before, digits, after }
}

/** The date that a name starts with, and what ends it: `2024-01-15-`, `20240115-`, `2024-01-`. */
function dateBefore(fileName: string): string {
  if (dateOfFile(fileName) !== null) return /^\d{4}-?\d\d-?\d\d./s.exec(fileName)?.[0] ?? ''
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])[-_. ]/.exec(fileName)?.[0] ?? ''
}

/** The same name with another number; a name without one stays. */
export function renumberedName(fileName: string, number: number): string {
  const parts = partsOfName(fileName)
  return parts === null ? fileName : parts.before + inDigits(parts.digits, number) + parts.after
}

/** As many digits as a number was written with before. */
export const inDigits = (written: string, number: number): string =>
  String(number).padStart(written.length, '0')

/** The day in a dated name: `20240115-use-it.md` as log4brains writes it, or `2024-01-15-use-it.md`. */
export function dateOfFile(fileName: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)[-_. ]/.exec(fileName) ?? []
  const date = `${year}-${month}-${day}`
  return isCalendarDate(date) ? date : null
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD` (ISO 8601). */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}
