import { rememberedOf } from '../document/remembered.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, toldLevelsOf } from '../evaluation/evidence.ts'
import type { ToldLevel } from '../evaluation/ladder.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { columnsOf, padColumns } from './column-width.ts'
import { factsBehind } from './facts-behind.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { clauseOf, listOf, toldWord } from './words.ts'

/**
 * Which driver speaks for or against which option, how strongly, and because of what, as the lines of a GitHub table, in columns as
 * a formatter leaves them. Empty when none speaks.
 *
 * @param most how many facts a cell may tell
 */
export function driverTable(evaluation: Evaluation, most: number): readonly string[] {
  const { pack, profile, covered } = evaluation
  const rows = new Map<string, { readonly names: string[]; readonly cells: readonly string[] }>()
  for (const { component, words, facts } of driversIn(evaluation)) {
    const cells = [...words, facts.slice(0, most).join('; ')]
    const key = JSON.stringify(cells)
    const row = rows.get(key) ?? { names: [], cells }
    row.names.push(component)
    rows.set(key, row)
  }
  if (rows.size === 0) return []
  const owner = (names: readonly string[]): readonly string[] =>
    profile.divided ? [names.length === covered.length ? 'all' : listOf(names)] : []
  const header = [
    ...(profile.divided ? ['Component'] : []),
    'Driver',
    ...pack.options.map(({ id }) => nameOfOption(pack, id)),
    'What the profile says',
  ]
  return tableLines([header, ...[...rows.values()].map(({ names, cells }) => [...owner(names), ...cells])])
}

/** The drivers that speak in each component, with how strongly for each option, and all that they rest on. Tables differ in how much of that they tell. */
const driversIn = rememberedOf(({ pack, covered }: Evaluation) =>
  covered.flatMap((part) => {
    const component = escapeMarkdown(part.component.name)
    return strongestFirst(toldLevelsOf(pack, part.criteria)).map(([driver, levels]) => {
      const id = pack.drivers[driver]?.id ?? ''
      const words = [nameOfDriver(pack, id), ...levels.map((level) => toldWord[level])]
      return { component, words, facts: factsFor(pack, part, id) }
    })
  }),
)

/** The drivers that speak, by their index. */
const strongestFirst = (
  drivers: readonly (readonly ToldLevel[])[],
): readonly (readonly [number, readonly ToldLevel[]])[] =>
  [...drivers.entries()]
    .filter(([, levels]) => loudest(levels) > 0)
    .toSorted(([, a], [, b]) => loudest(b) - loudest(a))

const loudest = (levels: readonly ToldLevel[]): number => Math.max(...levels.map(Math.abs))

/** What a driver rests on in one component. */
function factsFor(pack: Evaluation['pack'], component: ComponentEvidence, driver: string): readonly string[] {
  const holding = component.criteria.filter(({ truth, rule }) => truth === 'true' && rule.driver === driver)
  return factsBehind(
    pack,
    component,
    holding.map(({ rule }) => rule),
  ).map((fact) => escapeProse(clauseOf(fact)))
}

const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`

function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  // GitHub takes a pipe for the end of a cell even in code, unless it is escaped.
  const cells = rows.map((row) => row.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')))
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => columnsOf(row[column] ?? ''))),
  )
  const [header = [], ...others] = cells.map((row) =>
    row.map((cell, column) => padColumns(cell, widths[column] ?? 0)),
  )
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)]
}
