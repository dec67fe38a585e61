import type { TieBreak } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { clauseIn, nameOfOption } from './argument.ts'
import { groundsLine, standingLine } from './citation.ts'
import { escapeProse } from './markdown.ts'
import { sentencesOf } from './words.ts'

/** What the comparison states as its default, where nothing decides between that and others. It is no choice. */
export const statedDefault = ({ pack, verdict: { decision } }: Evaluation): TieBreak | null =>
  pack.tieBreak !== undefined && decision.kind === 'tie' && decision.options.includes(pack.tieBreak.option)
    ? pack.tieBreak
    : null

const MOST_CITED = 2

/** That in one line of a record, with where it stands; its sources are linked by their ids. */
export const defaultLines = (evaluation: Evaluation): readonly string[] =>
  linesWith(evaluation, (grounds) => standingLine(evaluation.pack, grounds, MOST_CITED))

/** The same with the addresses of its sources. */
export const defaultLinesInFull = (evaluation: Evaluation): readonly string[] =>
  linesWith(evaluation, (grounds) => groundsLine(evaluation.pack, grounds))

/** The same with the words of whoever cites otherwise. */
export function linesWith(
  evaluation: Evaluation,
  standing: (tieBreak: TieBreak) => string,
): readonly string[] {
  const tieBreak = statedDefault(evaluation)
  if (tieBreak === null) return []
  const { pack } = evaluation
  const [claim = ''] = sentencesOf(tieBreak.claim)
  return [
    `Nothing decides; the stated default of the comparison is ${nameOfOption(pack, tieBreak.option)}: ${escapeProse(clauseIn(pack, claim))}. ${standing(tieBreak)}`,
  ]
}
