import { isCalendarDate } from './record-file-name.ts'

/** The names of the months, in the languages of records; each month is known by how its name starts. */
const months: readonly (readonly string[])[] = [
  [
    'january',
    'januar',
    'jänner',
    'janvier',
    'enero',
    'gennaio',
    'janeiro',
    'januari',
    'jan',
    'ene',
    'gen',
    'janv',
  ],
  [
    'february',
    'februar',
    'février',
    'febrero',
    'febbraio',
    'fevereiro',
    'februari',
    'feb',
    'fév',
    'févr',
    'fev',
  ],
  ['march', 'märz', 'mars', 'marzo', 'março', 'maart', 'mar', 'mär', 'mrz', 'mrt'],
  ['april', 'avril', 'abril', 'aprile', 'apr', 'avr', 'abr'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'maj', 'mag'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho', 'jun', 'giu'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho', 'jul', 'lug', 'juil'],
  ['august', 'août', 'agosto', 'augustus', 'augusti', 'aug', 'ago'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro', 'sep', 'sept', 'set'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro', 'oct', 'okt', 'ott', 'out'],
  ['november', 'novembre', 'noviembre', 'novembro', 'nov'],
  ['december', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro', 'dec', 'dez', 'déc', 'dic'],
]

const monthOf: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** The day at the start of a text, and where it ends. */
export interface WrittenDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly end: number
}

const yearFirst =
  /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.[ ]?(\d{1,2})\.[ ]?|年[ ]?(\d{1,2})月[ ]?)(\d{1,2})(?![\d/])[日.]?/u
const dayFirst = /^(\d{1,2})([./-])[ ]?(\d{1,2})\2[ ]?(\d{4})(?!\d)/
const weekday = String.raw`(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}|\p{L}{3,7}(?:tag|woch)|\p{L}{3,5}di)[,.]?[ ])?`
const dayAndName = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[ -](?:of |de |do |di )?(\p{L}{3,10})\.?,?[ -](?:de |del |do |di )?(\d{4})(?!\d)`,
  'iu',
)
const nameAndDay = new RegExp(
  String.raw`^${weekday}(\p{L}{3,10})\.?[ ](\d{1,2})(?:st|nd|rd|th)?,?[ ](\d{4})(?!\d)`,
  'iu',
)

/**
 * The day that a text starts with, in the forms that leave no doubt: `2021-03-04` with or without a time, `2021/03/04`,
 * `04.03.2021`, `4 March 2021`, `15/01/2026`. Which of `03/04/2021` is the month nobody can tell.
 */
export function dayAtStart(text: string): WrittenDay | null {
  const [year, name] = [yearFirst.exec(text), dayAndName.exec(text)]
  if (year !== null) {
    const [whole, y = '', dash, slash, dot, sign, d = ''] = year
    return dayOf(y, dash ?? slash ?? dot ?? sign ?? '', d, whole)
  }
  if (name !== null) return dayOf(name[3] ?? '', monthNumber(name[2]), name[1] ?? '', name[0])
  const american = nameAndDay.exec(text)
  if (american !== null)
    return dayOf(american[3] ?? '', monthNumber(american[1]), american[2] ?? '', american[0])
  const [whole = '', first = '', mark, second = '', y = ''] = dayFirst.exec(text) ?? []
  // With dots, the day comes first everywhere.
  if (mark === '.' || first === second || Number(first) > 12) return dayOf(y, second, first, whole)
  return Number(second) > 12 ? dayOf(y, first, second, whole) : null
}

const monthNumber = (name = ''): string => String(monthOf.get(name.toLowerCase()) ?? '')

function dayOf(year: string, month: string, day: string, whole: string): WrittenDay | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(text) ? { day: text, end: whole.length } : null
}
