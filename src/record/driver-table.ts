import type { Evaluation } from '../evaluation/evaluate.ts'
import { levelsOf } from '../evaluation/evidence.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { escapeMarkdown } from './markdown.ts'
import { levelWord } from './words.ts'

/** Which driver speaks for which option, and how strongly, as the lines of a GitHub table. Empty when none speaks. */
export function driverTable({ pack, profile, covered }: Evaluation): readonly string[] {
  const rows = covered.flatMap(({ component, criteria }) =>
    levelsOf(pack, criteria, 'least').flatMap((levels, driver) =>
      levels.every((level) => level === 0)
        ? []
        : [
            [
              ...(profile.divided ? [escapeMarkdown(component.name)] : []),
              nameOfDriver(pack, pack.drivers[driver]?.id ?? ''),
              ...levels.map((level) => levelWord[level]),
            ],
          ],
    ),
  )
  if (rows.length === 0) return []
  const header = [
    ...(profile.divided ? ['Component'] : []),
    'Driver',
    ...pack.options.map(({ id }) => nameOfOption(pack, id)),
  ]
  return [header, header.map(() => '---'), ...rows].map(tableLine)
}

/** GitHub takes a pipe for the end of a cell even in code, unless it is escaped. */
const tableLine = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell.replace(/(?<!\\)\|/g, '\\|')} `)).join('|')}|`
