import { letterPattern } from '../document/letters.ts'
import { isCalendarDate } from './record-file-name.ts'

/** How the names of the months start in the languages of records, from January on; nothing else stands before a day and a year. */
const months =
  'jan jän ene gen,feb fév fev,mar mär mrz maa,apr avr abr,may mai mei maj mag,jun juin giu,jul juil lug,aug aoû ago,sep set,oct okt ott out,nov,dec dez déc dic'
    .split(',')
    .map((starts) => starts.split(' '))

/** The day at the start of a text, and where it ends. */
export interface WrittenDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly end: number
}

const yearFirst =
  /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.[ ]?(\d{1,2})\.[ ]?|年[ ]?(\d{1,2})月[ ]?)(\d{1,2})(?![\d/])[日.]?/u
const dayFirst = /^(\d{1,2})([./-])[ ]?(\d{1,2})\2[ ]?(\d{4})(?!\d)/
const weekday = String.raw`(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[\p{L}]{0,6}|[\p{L}]{3,7}(?:tag|woch)|[\p{L}]{3,5}di)[,.]?[ ])?`
const dayAndName = letterPattern(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[ -](?:of |de |do |di )?([\p{L}]{3,10})\.?,?[ -](?:de |del |do |di )?(\d{4})(?!\d)`,
  'i',
)
const nameAndDay = letterPattern(
  String.raw`^${weekday}([\p{L}]{3,10})\.?[ ](\d{1,2})(?:st|nd|rd|th)?,?[ ](\d{4})(?!\d)`,
  'i',
)

/**
 * The day that a text starts with, in the forms that leave no doubt: `2021-03-04` with or without a time, `2021/03/04`,
 * `04.03.2021`, `4 March 2021`, `15/01/2026`. Which of `03/04/2021` is the month nobody can tell.
 */
export function dayAtStart(text: string): WrittenDay | null {
  const [year, name] = [yearFirst.exec(text), dayAndName(text).exec(text)]
  if (year !== null) {
    const [whole, y = '', dash, slash, dot, sign, d = ''] = year
    return dayOf(y, dash ?? slash ?? dot ?? sign ?? '', d, whole)
  }
  if (name !== null) return dayOf(name[3] ?? '', monthNumber(name[2]), name[1] ?? '', name[0])
  const american = nameAndDay(text).exec(text)
  if (american !== null)
    return dayOf(american[3] ?? '', monthNumber(american[1]), american[2] ?? '', american[0])
  const [whole = '', first = '', mark, second = '', y = ''] = dayFirst.exec(text) ?? []
  // With dots, the day comes first everywhere.
  if (mark === '.' || first === second || Number(first) > 12) return dayOf(y, second, first, whole)
  return Number(second) > 12 ? dayOf(y, first, second, whole) : null
}

const monthNumber = (name = ''): string =>
  String(months.findIndex((starts) => starts.some((start) => name.toLowerCase().startsWith(start))) + 1)

function dayOf(year: string, month: string, day: string, whole: string): WrittenDay | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(text) ? { day: text, end: whole.length } : null
}
