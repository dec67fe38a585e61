import type { Evaluation } from '../evaluation/evaluate.ts'
import { buildRecord } from '../record/build-record.ts'
import { driverPicture } from './driver-picture.ts'
import { boldIf, harmless, plainText, wrap } from './plain-text.ts'
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
  const bold = boldIf(layout.colour)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...lines]
  const bullets = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => `  - ${wrap(plainText(line), layout.width - 4, '    ')}`)
  return harmless(
    [
      ...wrap(plainDecision(evaluation), layout.width).split('\n').map(bold),
      '',
      ...paragraphs([view.decision, ...view.exclusions, ...view.confidence], layout),
      ...section('Drivers', [
        ...driverPicture(evaluation, layout.width),
        ...(view.chosen ? [] : paragraphs(view.level, layout)),
      ]),
      ...section(
        'What argues against it',
        view.chosen
          ? [
              ...bullets(view.against.map(({ headline, lines: [claim = ''] }) => `${headline} ${claim}`)),
              ...paragraphs(view.level, layout),
            ]
          : [],
      ),
      ...section('What would change it', [
        ...paragraphs([view.changesIntroduction], layout),
        ...bullets(view.changes),
      ]),
      ...section('What is open', [
        ...paragraphs([...view.open, view.questions.length > 0 ? 'Ask first:' : ''], layout),
        ...bullets(view.questions),
      ]),
      '',
    ].join('\n'),
  )
}

/** Each sentence begins a line; an empty one is none. */
const paragraphs = (sentences: readonly string[], { width }: TextLayout): readonly string[] =>
  sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `  ${wrap(plainText(sentence), width - 2, '  ')}`)
