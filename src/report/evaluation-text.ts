import type { Evaluation } from '../evaluation/evaluate.ts'
import { levelsOf } from '../evaluation/evidence.ts'
import { type Level, weightOf } from '../evaluation/ladder.ts'
import { buildRecord } from '../record/build-record.ts'
import type { RecordView } from '../record/view.ts'
import { levelWord } from '../record/words.ts'
import { harmless, plainText, wrap } from './plain-text.ts'
import { plainDecision } from './plain-verdict.ts'

export interface TextLayout {
  readonly width: number
  readonly colour: boolean
}

/**
 * The verdict for a terminal: decision, drivers, counter-evidence, open questions, and what would change it.
 *
 * @param evaluation from `evaluate`
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
export function evaluationText(evaluation: Evaluation, layout: TextLayout): string {
  const view = buildRecord(evaluation, { id: '', number: 0, date: '', profilePath: '' })
  const bold = (text: string): string => (layout.colour ? `\u001B[1m${text}\u001B[22m` : text)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...lines]
  const bullets = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => `  - ${wrap(plainText(line), layout.width - 4, '    ')}`)
  return harmless(
    [
      bold(plainDecision(evaluation)),
      ...paragraphs(view, layout),
      ...section('Drivers', driverLines(evaluation, layout)),
      ...section('What argues against it', bullets(view.against.map(({ headline }) => headline))),
      ...section('What was assumed', bullets(view.assumptions)),
      ...section('What nobody knows', bullets(view.unknown)),
      ...section('Open questions', questionLines(view, layout, bullets)),
      ...section('What would change it', [
        ...introduction(view.changesIntroduction, layout),
        ...bullets(view.changes),
      ]),
      '',
    ].join('\n'),
  )
}

const introduction = (text: string, { width }: TextLayout): readonly string[] =>
  text === '' ? [] : [`  ${wrap(plainText(text), width - 2, '  ')}`]

const questionLines = (
  view: RecordView,
  layout: TextLayout,
  bullets: (lines: readonly string[]) => readonly string[],
): readonly string[] => [...introduction(view.questionsIntroduction, layout), ...bullets(view.questions)]

function paragraphs(view: RecordView, { width }: TextLayout): readonly string[] {
  const sentences = [view.decision, ...view.notCovered, ...view.ruledOut, ...view.confidence]
  return ['', ...sentences.map((sentence) => `  ${wrap(plainText(sentence), width - 2, '  ')}`)]
}

/** A bar for each driver and option; the words say the same as the bars. */
function driverLines({ pack, profile, covered }: Evaluation, { width }: TextLayout): readonly string[] {
  const rows = covered.flatMap(({ component, criteria }) =>
    levelsOf(pack, criteria, 'least').flatMap((levels, driver) =>
      levels.every((level) => level === 0)
        ? []
        : [
            {
              name: (profile.divided ? `${component.name}: ` : '') + (pack.drivers[driver]?.name ?? ''),
              levels,
            },
          ],
    ),
  )
  if (rows.length === 0) return []
  const column = Math.max(16, ...pack.options.map(({ name }) => name.length + 2))
  const label = Math.min(
    Math.max(...rows.map(({ name }) => name.length)) + 2,
    Math.max(20, width - 2 - column * pack.options.length),
  )
  const header =
    `  ${''.padEnd(label)}${pack.options.map(({ name }) => name.padEnd(column)).join('')}`.trimEnd()
  return [
    header,
    ...rows.map(({ name, levels }) => {
      const cells = levels.map((level) => barOf(level).padEnd(column)).join('')
      const [first = '', ...rest] = wrap(name, label - 2).split('\n')
      return [`  ${first.padEnd(label)}${cells}`.trimEnd(), ...rest.map((line) => `  ${line}`)].join('\n')
    }),
  ]
}

const barOf = (level: Level): string =>
  level === 0 ? '' : `${'■'.repeat(weightOf(level)).padEnd(4)} ${levelWord[level]}`
