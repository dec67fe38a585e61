import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import {
  type Changed,
  type EvaluationDifference,
  compareEvaluations,
} from '../evaluation/compare-evaluations.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ToldLevel } from '../evaluation/ladder.ts'
import type { Truth } from '../evaluation/truth.ts'
import type { Component } from '../profile/profile.ts'
import { titleOf } from '../record/title.ts'
import { listOf, lowerFirst, toldWord } from '../record/words.ts'
import { columnTable } from './column-table.ts'
import type { TextLayout } from './evaluation-text.ts'
import { boldIf, harmless, wrap } from './plain-text.ts'
import { degreeOf, stateWords } from './verdict-words.ts'
import { whatIfSummary } from './what-if-summary.ts'

/**
 * What would be, beside what is, for a terminal: the verdict, and the answers, drivers and criteria that differ.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`, with the same pack and with a profile of the same components
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
export function whatIfText(before: Evaluation, after: Evaluation, { width, colour }: TextLayout): string {
  const difference = compareEvaluations(before, after)
  const { criteria, vetoes } = difference
  const bold = boldIf(colour)
  const table = (title: string, rows: Rows): readonly string[] => {
    const [head = '', ...lines] = columnTable([title, 'Now', 'Then'], rows, width)
    return rows.length === 0 ? [] : ['', bold(head), ...lines]
  }
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0
      ? []
      : ['', bold(title), ...items.map((item) => `  - ${wrap(item, width - 4, '    ')}`)]
  return harmless(
    [
      ...wrap(whatIfSummary(before, after, difference), width)
        .split('\n')
        .map(bold),
      ...table('Verdict', verdictRows(before, after)),
      ...table('Answers', answerRows(before, difference)),
      ...table('Drivers', driverRows(before, difference)),
      ...list('Criteria that would begin to hold', criteria.filter(begins).map(criterionLine(before))),
      ...list('Criteria that would no longer hold', criteria.filter(stops).map(criterionLine(before))),
      ...list('Vetoes that would begin to hold', vetoes.filter(begins).map(vetoLine(before))),
      ...list('Vetoes that would no longer hold', vetoes.filter(stops).map(vetoLine(before))),
      '',
    ].join('\n'),
  )
}

type Rows = readonly (readonly string[])[]

const begins = ({ after }: Changed<Truth>): boolean => after === 'true'
const stops = ({ before }: Changed<Truth>): boolean => before === 'true'

const verdictRows = (before: Evaluation, after: Evaluation): Rows => [
  ['Decision', titleOf(before), titleOf(after)],
  ['Confidence', degreeOf(before.verdict) || 'none', degreeOf(after.verdict) || 'none'],
  ['Settled', settledWord(before), settledWord(after)],
]

const settledWord = ({ verdict }: Evaluation): string =>
  verdict.settled ? 'yes' : 'no, a missing answer could change it'

/** A row for each fact, where all components change alike, else for each component. */
function answerRows({ components }: Evaluation, { facts }: EvaluationDifference): Rows {
  const rows = facts.map(({ component, fact, before, after }) => ({
    component,
    cells: [fact.id, stateWords(fact, before), stateWords(fact, after)],
  }))
  const countAlike = (cells: readonly string[]): number =>
    rows.filter((row) => row.cells.join('\n') === cells.join('\n')).length
  const named = rows.map(({ component, cells: [id = '', ...states] }) =>
    countAlike([id, ...states]) === components.length
      ? [id, ...states]
      : [`${component.name}: ${id}`, ...states],
  )
  return named.filter(
    (cells, index) => named.findIndex((other) => other.join('\n') === cells.join('\n')) === index,
  )
}

const prefixOf = ({ profile }: Evaluation, { name }: Component): string =>
  profile.divided ? `${name}: ` : ''

const driverRows = (evaluation: Evaluation, { drivers }: EvaluationDifference): Rows =>
  drivers.map(({ component, driver, told }) => [
    `${prefixOf(evaluation, component)}${driver.name}`,
    levelWords(evaluation.pack, told.before),
    levelWords(evaluation.pack, told.after),
  ])

/** "strong for Go, weak for Python", "strong against Python". */
const levelWords = ({ options }: Pack, levels: readonly ToldLevel[]): string =>
  options
    .flatMap(({ name }, option) => {
      const level = levels[option] ?? 0
      return level === 0 ? [] : [`${toldWord[level]} ${level > 0 ? `for ${name}` : name}`]
    })
    .join(', ') || 'nothing'

const namesOf = ({ options }: Pack, ids: readonly string[]): string =>
  listOf(options.filter(({ id }) => ids.includes(id)).map(({ name }) => name))

const stanceWords = (pack: Pack, { favours, against }: Criterion): string =>
  against === undefined ? `for ${namesOf(pack, favours)}` : `against ${namesOf(pack, against)}`

const criterionLine =
  (evaluation: Evaluation) =>
  ({ component, rule, before, after }: Changed<Truth> & { readonly rule: Criterion }): string => {
    const { pack } = evaluation
    const driver = pack.drivers.find(({ id }) => id === rule.driver)?.name ?? rule.driver
    return `${prefixOf(evaluation, component)}${rule.id}, ${rule.strength} ${stanceWords(pack, rule)} (${lowerFirst(driver)})${doubt(before, after)}`
  }

const vetoLine =
  (evaluation: Evaluation) =>
  ({ component, rule, before, after }: Changed<Truth> & { readonly rule: Veto }): string =>
    `${prefixOf(evaluation, component)}${rule.id}, against ${namesOf(evaluation.pack, rule.against)}${doubt(before, after)}`

const doubt = (before: Truth, after: Truth): string =>
  after === 'unknown' ? ': nobody could tell any more' : before === 'unknown' ? ': nobody can tell now' : ''
