import type { Grounds } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { speakingDrivers } from '../evaluation/evidence.ts'
import { adviceOf } from './advice.ts'
import { isRuledOut, nameOfDriver, nameOfOption, pointOf } from './argument.ts'
import { bearingsOf } from './bearings.ts'
import { type Choice, choiceOf } from './choice.ts'
import { citedSources, groundsSentence } from './citation.ts'
import { confidenceSentences } from './confidence-sentences.ts'
import { assumptions, componentFacts, projectFacts, proseLines, unknownFacts } from './context.ts'
import { decisionSentence } from './decision-sentence.ts'
import { dissentGrounds, dissentPoints } from './dissent.ts'
import { driverTable } from './driver-table.ts'
import { exclusionGrounds, notCovered, ruledOut } from './exclusions.ts'
import { flowList } from './front-matter.ts'
import { codeOf, escapeMarkdown, escapeProse, escapeTitle, linkTo } from './markdown.ts'
import { questionPoints, questionsIntroduction } from './open-questions.ts'
import { titleOf } from './title.ts'
import type { RecordView } from './view.ts'
import { restSentences } from './what-it-rests-on.ts'
import { changesIntroduction, toldChanges } from './what-would-change.ts'

/** What a record needs beside the evaluation. Nothing here comes from the clock or the machine. */
export interface RecordHead {
  readonly id: string
  readonly number: number
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Relative to the repository, with `/`. */
  readonly profilePath: string
  /** The day by which the decision is to be looked at again, `YYYY-MM-DD`. */
  readonly revisitBy?: string
  /** The accepted record that this one proposes to supersede. */
  readonly supersedes?: SupersededRecord
}

export interface SupersededRecord {
  readonly id: string
  /** A path from the folder of the record that supersedes it. */
  readonly fileName: string
}

/**
 * The view model of a record: everything that a template may show, as Markdown.
 *
 * @param evaluation from `evaluate`
 * @param head the record's id, number and date (`YYYY-MM-DD`), and the path of the profile
 * @returns the view; equal arguments give equal views
 * @see docs/records.md for its fields
 */
export function buildRecord(evaluation: Evaluation, head: RecordHead): RecordView {
  const choice = choiceOf(evaluation)
  const bearings = bearingsOf(evaluation, choice)
  const advice = adviceOf(evaluation, choice)
  return {
    ...headOf(evaluation, head),
    ...contextOf(evaluation),
    ...outcomeOf(evaluation, choice),
    ...bearings.view,
    ...advice.view,
    rests: restSentences(evaluation),
    changes: toldChanges(evaluation),
    changesIntroduction: changesIntroduction(evaluation),
    questions: questionPoints(evaluation),
    questionsIntroduction: questionsIntroduction(evaluation),
    unknown: unknownFacts(evaluation),
    ...provenanceOf(evaluation, choice, [...bearings.claims, ...advice.claims]),
  }
}

function headOf(
  evaluation: Evaluation,
  { id, number, date, profilePath, revisitBy, supersedes }: RecordHead,
) {
  const { deciders, consulted, informed } = evaluation.profile
  return {
    id,
    number,
    status: 'proposed',
    statusWord: 'Proposed',
    date,
    title: escapeTitle(titleOf(evaluation)),
    deciders: deciders.map(escapeMarkdown).join(', '),
    frontMatter: {
      deciders: flowList(deciders),
      consulted: flowList(consulted),
      informed: flowList(informed),
    },
    profilePath: codeOf(profilePath),
    revisit:
      revisitBy === undefined
        ? ''
        : `This decision is to be looked at again by ${revisitBy}, or when one of the facts above changes.`,
    supersedes: supersedes?.id ?? '',
    supersedesLink:
      supersedes === undefined
        ? ''
        : linkTo(supersedes.fileName.replace(/^.*\/|\.md$/g, ''), supersedes.fileName),
  }
}

function contextOf(evaluation: Evaluation) {
  const { pack, profile, covered } = evaluation
  const speaking = speakingDrivers(covered)
  return {
    summary: proseLines(profile.summary),
    question:
      escapeProse(pack.question) + (profile.divided ? ', for all components or for each of them' : ''),
    facts: projectFacts(evaluation),
    components: componentFacts(evaluation),
    assumptions: assumptions(evaluation),
    drivers: pack.drivers.filter(({ id }) => speaking.has(id)).map(({ id }) => nameOfDriver(pack, id)),
    options: pack.options.map(({ id }) => nameOfOption(pack, id)),
  }
}

function outcomeOf(evaluation: Evaluation, choice: Choice) {
  const { pack } = evaluation
  const points = (entries: Choice['mine']) => entries.map((argument) => pointOf(evaluation, argument))
  const opposing = choice.theirs.filter((argument) => !isRuledOut(argument))
  const against = choice.isMade ? [...dissentPoints(evaluation), ...points(opposing)] : []
  const sides = pack.options
    .map(({ id }) => ({ option: nameOfOption(pack, id), points: points(choice.argumentsFor(id)) }))
    .filter((side) => side.points.length > 0)
  return {
    decision: decisionSentence(evaluation),
    notCovered: notCovered(evaluation),
    ruledOut: ruledOut(evaluation),
    confidence: confidenceSentences(evaluation),
    table: driverTable(evaluation),
    chosen: choice.isMade,
    why: choice.isMade ? points(choice.mine) : [],
    against,
    unopposed: choice.isMade && against.length === 0 ? unopposedSentence(choice) : '',
    sides: choice.isMade ? [] : sides,
    alike: points(choice.common),
  }
}

const unopposedSentence = ({ theirs }: Choice): string =>
  theirs.length === 0
    ? 'Nothing that the profile says argues against this choice.'
    : 'What argues against this choice speaks only for what is ruled out.'

/** What the record was judged by, and how much of that is documented. */
function provenanceOf(evaluation: Evaluation, choice: Choice, others: readonly Grounds[]) {
  const { pack } = evaluation
  const told = choice.isMade
    ? [...choice.mine, ...choice.theirs]
    : pack.options.flatMap(({ id }) => choice.argumentsFor(id))
  const claims = new Set([
    ...[...told, ...choice.common].flatMap(({ criteria }): readonly Grounds[] => criteria),
    ...dissentGrounds(evaluation),
    ...exclusionGrounds(evaluation),
    ...others,
  ])
  return {
    pack: { title: escapeProse(pack.title), version: pack.version, verified: pack.verified },
    grounds: groundsSentence([...claims]),
    sources: citedSources(pack, [...claims]),
  }
}
