import { escapeMarkdown } from '../record/markdown.ts'
import type { ListedRecord, RecordListing } from '../record-file/record-listing.ts'
import { formatNumber } from '../record-file/record-name.ts'
import { makeVisible } from './visible-text.ts'
import { statusInWords } from './record-list.ts'

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
  const target = encodePath(folder === '' ? name : `${folder}/${name}`)
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
