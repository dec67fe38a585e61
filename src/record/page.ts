import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption } from './argument.ts'
import { type Choice, choiceOf } from './choice.ts'
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

/** Makes pages of an evaluation, each with so much of each kind. What does not depend on that is worded once. */
export function pagesOf(evaluation: Evaluation): (limits: PageLimits) => Page {
  const { pack } = evaluation
  const choice = choiceOf(evaluation)
  const fixed = {
    context: contextLines(evaluation),
    question: questionSentence(evaluation),
    options: consideredOptions(evaluation),
    decision: decisionSentence(evaluation),
    exclusions: [...notCovered(evaluation), ...ruledOut(evaluation)],
    confidence: [...confidenceSentences(evaluation), ...restSentences(evaluation)],
    chosen: choice.isMade,
    level: levelSentences(evaluation, choice),
    changesIntroduction: turningIntroduction(evaluation),
    open: openSentences(evaluation),
    pack: { title: escapeProse(pack.title), version: pack.version, verified: pack.verified },
  }
  const changes = turningLines(evaluation)
  const questions = nextQuestions(evaluation)
  return (limits) => {
    const shown = {
      ...fixed,
      table: driverTable(evaluation, limits.facts),
      ...argumentsOf(evaluation, choice, limits),
      changes: changes.slice(0, limits.changes),
      questions: questions.slice(0, limits.questions),
    }
    return { ...shown, cited: sourcesCitedIn(pack, JSON.stringify(shown)) }
  }
}

/** What speaks for and against, and what follows. */
function argumentsOf(evaluation: Evaluation, choice: Choice, limits: PageLimits) {
  const { pack, verdict } = evaluation
  const reasons = choice.isMade ? leadingArguments(evaluation, choice, limits.reasons) : []
  const sides = pack.options.map(({ id }) => ({
    option: nameOfOption(pack, id),
    points: sidePoints(evaluation, id, choice, limits),
  }))
  const hasNoChoice = verdict.decision.kind === 'tie' || verdict.decision.kind === 'insufficient-evidence'
  return {
    why: reasonPoints(evaluation, reasons, limits),
    against: choice.isMade ? opposingPoints(evaluation, choice, limits) : [],
    sides: choice.isMade ? [] : sides.filter(({ points }) => points.length > 0),
    shared: hasNoChoice ? pack.shared.slice(0, limits.advice).map((ground) => sharedLine(pack, ground)) : [],
    consequences: consequencesOf(evaluation, choice, reasons, limits),
  }
}
