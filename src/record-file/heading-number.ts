import { letterPattern } from '../document/letters.ts'
/** A heading that starts with the number of its record. */
interface NumberedHeading {
  readonly digits: string
  /** Where the digits start. */
  readonly start: number
  /** What follows the number. */
  readonly title: string
}

/** What people call a record before its number. */
const name = String.raw`(?:MADR|ADR|AD|DR|(?:(?:architecture|architectural)[ ])?decision(?:[ ]record)?)`

/** `ADR-0012: Use it`, `ADR #12 - Use it`, `ADR 12. Use it`, `Decision Record No. 12: Use it`, `[ADR-12] Use it` */
const named = new RegExp(
  String.raw`^\[?[*_]{0,2}${name}[-_ ]?(?:(?:no\.?|nr\.?|number|n[°º])[ ]?)?#?(\d{1,9})\]?[*_]{0,2}(?:[ ]?[.:)–—-]+[*_]{0,2}[ ]|[ ]?:)[ ]*(?=\S)`,
  'di',
)
/** `ADR-0012 Use it`, where nothing but the mark between name and digits tells that they belong together. */
const joined = letterPattern(String.raw`^\[?(?:MADR|ADR)[-_#]#?(\d{1,9})\]?[ ]+(?=[\p{L}])`, 'di')
/** `12. Use it`, `#12: Use it`, `0012 - Use it`; `3.5 inches`, `2 phases` and `2021: Looking back` have no number. */
const bare = /^(?:#|\[)?(\d{1,9})\]?(?:\\?[.)]|(?<!(?<!\d)(?:19|20)\d\d\]?)(?::|[ ][–—:-]))[ ]+(?=\S)/d
/** `0012 Use it`, `0012-use-it`: only numbers of records start with a zero. */
const padded = letterPattern(String.raw`^\[?(0\d{1,8})\]?[ _-]+(?=[\p{L}])`, 'd')

/** The number at the start of a heading; null where it has none. */
export function numberInHeading(heading: string): NumberedHeading | null {
  for (const pattern of [named, joined(heading), bare, padded(heading)]) {
    const match = pattern.exec(heading)
    const [start] = match?.indices?.[1] ?? []
    if (match !== null && start !== undefined)
      return { digits: match[1] ?? '', start, title: heading.slice(match[0].length) }
  }
  return null
}

const label = new RegExp(String.raw`^${name}:[ ]+(?=\S)`, 'i')

/** The title in a heading, without number and without the name of the kind of document: `ADR: Use it`. */
export const titleInHeading = (heading: string): string =>
  (numberInHeading(heading)?.title ?? heading).replace(label, '')
