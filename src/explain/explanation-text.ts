import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Explanation } from './explain.ts'
import type { TextLayout } from '../report/evaluation-text.ts'
import { harmless, wrap } from '../report/plain-text.ts'
import { plainDecision } from '../report/plain-verdict.ts'
import { decisionSections } from './decision-sections.ts'
import { factSections } from './fact-sections.ts'
import { optionSections } from './option-sections.ts'
import { criterionSections, driverSections, vetoSections } from './rule-sections.ts'
import { type Context, type Line, type Section, line } from './wording.ts'
import type { Pack } from '../criteria/pack.ts'
import { placeOfSource } from '../record/source-place.ts'
import { listOf } from '../record/words.ts'

/**
 * Explanations for a terminal: facts with their places, conditions with the truth of each part, and what would be
 * otherwise; the sources stand at the end, once each.
 *
 * @param evaluation the evaluation that is explained
 * @param explanations from `explain`
 * @param profilePath the name of the profile as people see it
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
export function explanationText(
  evaluation: Evaluation,
  explanations: readonly Explanation[],
  profilePath: string,
  { width, colour }: TextLayout,
): string {
  // Sources are numbered in the order in which they are first cited.
  const cited: string[] = []
  const numberOf = (id: string): number => (cited.includes(id) ? cited.indexOf(id) + 1 : cited.push(id))
  const cite: Context['cite'] = (sources) => listOf(sources.map((id) => `[${numberOf(id)}]`))
  const context: Context = { evaluation, file: profilePath, cite }
  const sections = explanations.flatMap((explanation) => sectionsOf(context, explanation))
  const bold = (text: string): string => (colour ? `\u001B[1m${text}\u001B[22m` : text)
  const isWhole = explanations.every(({ kind }) => kind === 'decision')
  const heading = isWhole ? '' : `${bold(wrap(plainDecision(evaluation), width))}\n\n`
  const sources = cited.flatMap((id, index) => sourceLines(evaluation.pack, id, index + 1))
  return harmless(heading + layOut([...sections, { title: 'Sources', lines: sources }], width, bold))
}

function sectionsOf(context: Context, explanation: Explanation): readonly Section[] {
  switch (explanation.kind) {
    case 'decision':
      return decisionSections(context, explanation)
    case 'option':
      return optionSections(context, explanation)
    case 'fact':
      return factSections(context, explanation)
    case 'driver':
      return driverSections(context, explanation)
    case 'criterion':
      return criterionSections(context, explanation)
    case 'veto':
      return vetoSections(context, explanation)
  }
}

const sourceLines = (pack: Pack, id: string, number: number): readonly Line[] =>
  pack.sources.flatMap((source) =>
    source.id !== id
      ? []
      : [
          line(
            `[${number}] ${source.title}, ${source.publisher}, verified ${source.verified}.${source.note ? ` ${source.note}` : ''}`,
          ),
          line(placeOfSource(source), 4),
        ],
  )

const HANG = 2

/** Sections below one another, with a blank line between. One without lines is left out. */
function layOut(sections: readonly Section[], width: number, bold: (text: string) => string): string {
  const written = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) =>
      [
        bold(wrap(title, width)),
        ...lines.map(({ indent, text }) => {
          const margin = ' '.repeat(indent)
          return margin + wrap(text, width - indent - HANG, margin + ' '.repeat(HANG))
        }),
      ].join('\n'),
    )
  return `${written.join('\n\n')}\n`
}
