import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption } from './argument.ts'
import { choiceOf } from './choice.ts'
import { sourcesCitedIn } from './citation.ts'
import { confidenceSentences } from './confidence-sentences.ts'
import { consequencesOf, sharedLine } from './consequences.ts'
import { consideredOptions, contextLines, questionSentence } from './context.ts'
import { decisionSentence } from './decision-sentence.ts'
import { driverTable } from './driver-table.ts'
import { notCovered, ruledOut } from './exclusions.ts'
import { escapeProse } from './markdown.ts'
import type { PageLimits } from './page-limits.ts'
import { leadingArguments, levelSentences, opposingPoints, reasonPoints, sidePoints } from './reasons.ts'
import { turningIntroduction, turningLines } from './turning-changes.ts'
import type { RecordView } from './view.ts'
import { restSentences } from './what-it-rests-on.ts'
import { nextQuestions, openSentences } from './what-is-open.ts'

/** What a record says below its head. */
export type Page = Omit<
  RecordView,
  | 'id'
  | 'number'
  | 'status'
  | 'statusWord'
  | 'date'
  | 'title'
  | 'lineReaders'
  | 'supersedes'
  | 'supersedesLink'
  | 'deciders'
  | 'frontMatter'
  | 'profilePath'
  | 'evidence'
  | 'revisit'
>

/** The page of an evaluation with so much of each kind. */
export function pageOf(evaluation: Evaluation, limits: PageLimits): Page {
  const { pack } = evaluation
  const shown = {
    context: contextLines(evaluation),
    question: questionSentence(evaluation),
    options: consideredOptions(evaluation),
    decision: decisionSentence(evaluation),
    exclusions: [...notCovered(evaluation), ...ruledOut(evaluation)],
    confidence: [...confidenceSentences(evaluation), ...restSentences(evaluation)],
    table: driverTable(evaluation, limits.facts),
    ...argumentsOf(evaluation, limits),
    changesIntroduction: turningIntroduction(evaluation),
    changes: turningLines(evaluation, limits.changes),
    open: openSentences(evaluation),
    questions: nextQuestions(evaluation, limits),
    pack: { title: escapeProse(pack.title), version: pack.version, verified: pack.verified },
  }
  return { ...shown, cited: sourcesCitedIn(pack, JSON.stringify(shown)) }
}

/** What speaks for and against, and what follows. */
function argumentsOf(evaluation: Evaluation, limits: PageLimits) {
  const { pack, verdict } = evaluation
  const choice = choiceOf(evaluation)
  const reasons = choice.isMade ? leadingArguments(evaluation, choice, limits.reasons) : []
  const sides = pack.options.map(({ id }) => ({
    option: nameOfOption(pack, id),
    points: sidePoints(evaluation, id, choice, limits),
  }))
  const hasNoChoice = verdict.decision.kind === 'tie' || verdict.decision.kind === 'insufficient-evidence'
  return {
    chosen: choice.isMade,
    why: reasonPoints(evaluation, reasons, limits),
    against: choice.isMade ? opposingPoints(evaluation, choice, limits) : [],
    level: levelSentences(evaluation, choice),
    sides: choice.isMade ? [] : sides.filter(({ points }) => points.length > 0),
    shared: hasNoChoice ? pack.shared.slice(0, limits.advice).map((ground) => sharedLine(pack, ground)) : [],
    consequences: consequencesOf(evaluation, choice, reasons, limits),
  }
}
