import type { AnyFrontMatter } from './any-front-matter.ts'
import { type AnyStatus, readAnyStatus, successorIn } from './any-status.ts'
import { isCalendarDate } from './calendar-date.ts'
import { dateOfFile } from './record-file-name.ts'
import { type RecordSection, nameOfSection } from './record-sections.ts'

/** A record taken apart. */
export interface RecordParts {
  readonly fileName: string
  readonly front: AnyFrontMatter
  readonly sections: readonly RecordSection[]
  /** Of the first level, as written; empty when there is none. */
  readonly heading: string
  /** Only records of ours have one. */
  readonly id: string | null
}

/** `other`: it has a state or an id of ours, and headings that no known form has. */
export type RecordFormat = 'madr' | 'nygard' | 'log4brains' | 'adrs' | 'other'

/** How a state is written: in the front matter, else in a Status section, else in a line below the title. */
export function statusLines({ front, sections }: RecordParts): readonly string[] {
  const field = fieldText(front, 'status')
  if (field !== '') return [field]
  const section = sections.find((one) => one.level > 1 && nameOfSection(one) === 'status')
  const lines = section?.lines.filter((line) => line.trim() !== '') ?? []
  return lines.length > 0 ? lines : headValues(sections, 'status').slice(0, 1)
}

export function statusOf({ front, sections }: RecordParts, written: readonly string[]): AnyStatus {
  const status = readAnyStatus(written)
  if (status.status !== 'superseded' || status.supersededBy !== null) return status
  const links = sections.filter((one) => nameOfSection(one) === 'links').flatMap(({ lines }) => lines)
  const named = links.map(successorIn).find((successor) => successor !== null)
  return { ...status, supersededBy: named ?? linkedSuccessor(front) }
}

/** Rust adrs lists links as `{ target: 3, kind: supersededby }`. */
function linkedSuccessor({ fields }: AnyFrontMatter): string | null {
  const links: unknown = fields.get('links')
  if (!Array.isArray(links)) return null
  for (const link of links as readonly unknown[]) {
    if (typeof link !== 'object' || link === null || !('kind' in link) || !('target' in link)) continue
    const kind = String(link.kind).replace(/[-_ ]/g, '')
    if (!/^super[sc]ededby$/i.test(kind)) continue
    if (typeof link.target === 'string' || typeof link.target === 'number') return String(link.target)
  }
  return null
}

/** The day that the record names, else that of a dated file name. */
export function dateOf({ fileName, front, sections }: RecordParts): string | null {
  const written = [fieldText(front, 'date'), ...headValues(sections, 'date')].map(dayIn)
  return written.find((date) => date !== null) ?? dateOfFile(fileName)
}

/** `2026-01-15`, with or without a time, or `15/01/2026` as log4brains allows it. */
function dayIn(text: string): string | null {
  const [, iso, day, month, year] = /^(\d{4}-\d\d-\d\d)(?!\d)|^(\d\d)\/(\d\d)\/(\d{4})(?!\d)/.exec(text) ?? []
  const date = iso ?? `${year}-${month}-${day}`
  return isCalendarDate(date) ? date : null
}

/** The form, told by headings; null when nothing says that this is a record. */
export function formatOf(parts: RecordParts, status: readonly string[]): RecordFormat | null {
  const { front, sections, heading, id, fileName } = parts
  const names = new Set(sections.filter(({ level }) => level === 2 || level === 3).map(nameOfSection))
  const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name))
  const isMadr = has('context and problem statement', 'considered options', 'decision outcome')
  const isNygard = has('status') || (has('decision') && has('context', 'consequences'))
  if (id === null && front.fields.has('number') && (isMadr || isNygard)) return 'adrs'
  if (has('status') && (/^\d+\. /.test(heading) || !isMadr)) return 'nygard'
  if (isMadr) return dateOfFile(fileName) === null ? 'madr' : 'log4brains'
  if (isNygard) return 'nygard'
  if (id === null && status.length === 0) return null
  return dateOfFile(fileName) === null ? 'other' : 'log4brains'
}

/** The values of a key above the first section: `* Status: accepted`, `**Date:** 2026-01-15`, `Date: 2026-01-15`. */
function headValues(sections: readonly RecordSection[], key: string): readonly string[] {
  const first = sections.findIndex(({ level }) => level > 1)
  const pattern = new RegExp(
    String.raw`^\s{0,3}(?:[*+-]\s+)?[*_]{0,3}${key}[*_]{0,3}\s*:[*_]{0,3}\s*(.*)$`,
    'i',
  )
  return sections
    .slice(0, first === -1 ? sections.length : first)
    .flatMap(({ lines }) => lines.map((line) => pattern.exec(line)?.[1]?.trim() ?? ''))
    .filter((value) => value !== '' && !value.startsWith('<!--'))
}

/** A scalar of the front matter as text; empty when there is none. */
export function fieldText({ fields }: AnyFrontMatter, key: string): string {
  const value = fields.get(key)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
