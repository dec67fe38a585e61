import { directoryName, pathIn } from '../plan/relative-path.ts'
import { numberOfFile } from '../record-file/record-file-name.ts'
import type { ListedRecord, RecordListing } from '../record-file/record-listing.ts'
import { formatNumber } from '../record-file/record-name.ts'
import { columnsOf, fitColumns, padColumns } from '../record/column-width.ts'
import { escapeMarkdown } from '../record/markdown.ts'
import { harmless } from './plain-text.ts'
import { makeVisible } from './visible-text.ts'
import type { ListTrace } from './record-schemas.ts'

const WIDEST_STATUS = 40

/** The state in a few words, such as `superseded by ADR-0012`; empty when the record has none. */
function statusInWords({ status, supersededBy }: ListedRecord): string {
  if (status !== 'superseded' || supersededBy === null) return status
  const number = /^\d+$/.test(supersededBy) ? Number(supersededBy) : numberOfFile(supersededBy)
  return `superseded by ${number === null ? supersededBy.replace(/\.md$/, '') : `ADR-${formatNumber(number)}`}`
}

/**
 * One line a record: number, status, date and title.
 *
 * @param width of the terminal, 60 at least, which shortens what is long; null leaves titles whole
 */
export function recordTable({ records }: RecordListing, width: number | null): string {
  const widest = width === null ? WIDEST_STATUS : Math.min(WIDEST_STATUS, Math.floor(width / 3))
  const rows = records.map((record) => ({
    cells: [
      record.number === null ? '-' : formatNumber(record.number),
      fitColumns(makeVisible(statusInWords(record)) || '-', widest),
      record.date ?? '-',
    ],
    title: makeVisible(record.title),
  }))
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map(({ cells }) => columnsOf(cells[column] ?? ''))),
  )
  const before = widths.reduce((sum, columns) => sum + columns + 2, 0)
  const room = width === null ? Infinity : width - before
  const lines = rows.map(({ cells, title }) =>
    [...cells.map((cell, column) => padColumns(cell, widths[column] ?? 0)), fitColumns(title, room)].join(
      '  ',
    ),
  )
  return harmless(lines.map((line) => `${line}\n`).join(''))
}

/** The same for machines. Paths are relative to the repository. */
export function recordListData({ records, unread, shared }: RecordListing, directory: string): ListTrace {
  const pathOf = (name: string): string => pathIn(directory, name)
  return {
    directory: directoryName(directory),
    records: records.map(({ name, ...record }) => ({ path: pathOf(name), ...record })),
    unread: unread.map(({ name, ...problem }) => ({ path: pathOf(name), ...problem })),
    shared: shared.map(({ number, names }) => ({ number, paths: names.map(pathOf) })),
  }
}

/**
 * What a person should know about the files of a record directory.
 *
 * @param folder the directory as people see it
 */
export function recordProblems({ records, unread, shared }: RecordListing, folder: string): string {
  const quote = (name: string): string => `\`${makeVisible(pathIn(folder === '.' ? '' : folder, name))}\``
  const lines = [
    ...unread.map(
      ({ name, reason }) => `warning: cannot read ${quote(name)} as a record: ${makeVisible(reason)}`,
    ),
    ...shared.map(
      ({ number, names }) =>
        `warning: several files have the number ${number}: ${names.map(quote).join(', ')}`,
    ),
    ...(records.length === 0 ? [`note: there are no records in \`${makeVisible(folder)}\``] : []),
  ]
  return harmless(lines.map((line) => `${line}\n`).join(''))
}

/**
 * A Markdown list of records with links.
 *
 * @param folder the way from where the list goes to the records, with `/`; empty when it goes beside them
 */
export const recordIndex = ({ records }: RecordListing, folder: string): string =>
  records.map((record) => `${lineFor(record, folder)}\n`).join('')

function lineFor(record: ListedRecord, folder: string): string {
  const { number, name, title } = record
  const label = number === null ? labelOf(name.replace(/\.md$/, '')) : `ADR-${formatNumber(number)}`
  const status = statusInWords(record)
  const target = encodePath(pathIn(folder, name))
  const state = status === '' ? '' : ` (${escapeMarkdown(makeVisible(status))})`
  return `* [${label}](${target}) ${escapeMarkdown(makeVisible(title))}${state}`
}

/** Brackets would end the link for the tools that read it. */
const labelOf = (name: string): string =>
  escapeMarkdown(makeVisible(name).replaceAll('[', '(').replaceAll(']', ')'))

/** Letters of any script stay readable; whatever means something in a link or an address is escaped. */
const encodePath = (path: string): string =>
  path.replace(/[^\p{L}\p{N}\p{M}/._~+=@,-]/gu, (character) =>
    /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character).replace(/[!'()*]/g, hexOf),
  )

const hexOf = (character: string): string => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
