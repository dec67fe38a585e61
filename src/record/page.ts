import { rememberedOfText } from '../document/remembered.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import {
  nameOfOption,
  namesOfComponents,
  namesOfOptions,
  type ChoiceArguments,
  choiceOf,
} from './argument.ts'
import { sourcesIn, standingLine } from './citation.ts'
import { confidenceSentences } from './confidence-sentences.ts'
import { consequencesOf, sharedLine } from './consequences.ts'
import { consideredOptions, contextLines, questionSentence } from './context.ts'
import { decisionSentence } from './decision-sentence.ts'
import { driverTable } from './driver-table.ts'
import { addedOptions, comparisonSentences, ownOptions } from './house.ts'
import { codeOf, escapeProse, escapeMarkdown } from './markdown.ts'
import type { PageLimits } from './page-limits.ts'
import { leadingArguments, levelSentences, opposingPoints, reasonPoints, sidePoints } from './reasons.ts'
import { defaultLines } from './stated-default.ts'
import { turningIntroduction, turningLines } from './turning-changes.ts'
import { restSentences } from './what-it-rests-on.ts'
import { nextQuestions, openSentences } from './what-is-open.ts'
import { factsBehindVeto } from './facts-behind.ts'
import { clauseOf, listOf, sentencesOf } from './words.ts'

/** What a record says below its head. */
export type Page = ReturnType<ReturnType<typeof pagesOf>>

/** Makes pages of an evaluation, each with so much of each kind. What does not depend on that is worded once. */
export function pagesOf(evaluation: Evaluation) {
  const { pack } = evaluation
  const choice = choiceOf(evaluation)
  const fixed = {
    context: contextLines(evaluation),
    question: questionSentence(evaluation),
    options: consideredOptions(evaluation),
    decision: decisionSentence(evaluation),
    exclusions: [...notCovered(evaluation), ...ruledOut(evaluation), ...addedOptions(pack)],
    confidence: [
      ...confidenceSentences(evaluation),
      ...restSentences(evaluation),
      ...comparisonSentences(evaluation),
      ...defaultLines(evaluation),
    ],
    chosen: choice.isMade,
    level: levelSentences(evaluation, choice),
    changesIntroduction: turningIntroduction(evaluation),
    open: openSentences(evaluation),
    pack: {
      title: escapeProse(pack.title),
      version: pack.version,
      verified: pack.verified,
      house: escapeProse(pack.house?.title ?? ''),
      file: pack.file === undefined ? '' : codeOf(pack.file.path),
    },
  }
  const changes = turningLines(evaluation)
  const questions = nextQuestions(evaluation)
  const tables = new Map<number, readonly string[]>()
  return (limits: PageLimits) => {
    const table = tables.get(limits.facts) ?? driverTable(evaluation, limits.facts)
    tables.set(limits.facts, table)
    const shown = {
      ...fixed,
      table,
      ...argumentsOf(evaluation, choice, limits),
      changes: changes.slice(0, limits.changes),
      questions: questions.slice(0, limits.questions),
    }
    const cited = new Set(textsIn(shown).flatMap(citationsIn))
    return { ...shown, cited: pack.sources.filter(({ id }) => cited.has(id)) }
  }
}

const citationsIn = rememberedOfText((text) => sourcesIn(text).cited)

/** Every text in a value, whatever it is made of. */
export function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) textsIn(part, found)
  return found
}

/** What speaks for and against, and what follows. */
function argumentsOf(evaluation: Evaluation, choice: ChoiceArguments, limits: PageLimits) {
  const { pack, verdict } = evaluation
  const reasons = choice.isMade ? leadingArguments(evaluation, choice, limits.reasons) : []
  const sides = (choice.isMade ? [] : pack.options).flatMap(({ id }) =>
    [false, true].map((opposed) => ({
      option: nameOfOption(pack, id),
      opposed,
      points: sidePoints(evaluation, id, opposed, choice, limits),
    })),
  )
  const hasNoChoice = verdict.decision.kind === 'tie' || verdict.decision.kind === 'insufficient-evidence'
  return {
    why: reasonPoints(evaluation, reasons, limits),
    against: choice.isMade ? opposingPoints(evaluation, choice, limits) : [],
    sides: sides.filter(({ points }) => points.length > 0),
    shared:
      hasNoChoice && ownOptions(pack).length === 0
        ? pack.shared.slice(0, limits.advice).map((ground) => sharedLine(pack, ground))
        : [],
    consequences: consequencesOf(evaluation, choice, reasons, limits),
  }
}

const MOST_CITED = 2

const firstSentence = (text: string): string => sentencesOf(text).slice(0, 1).map(escapeProse).join('')

/** The components that the comparison does not cover, with the reason. */
const notCovered = ({ pack, profile, components }: Evaluation): readonly string[] =>
  components
    .filter(({ scope }) => scope === 'false')
    .map(({ component }) => {
      const reason = `${firstSentence(pack.scope.outside)} ${standingLine(pack, pack.scope, MOST_CITED)}`
      return profile.divided ? `**${escapeMarkdown(component.name)} is not covered.** ${reason}` : reason
    })

/** The options that a veto rules out, with the reason; each veto once, with the facts behind it where they are the same. */
const ruledOut = ({ pack, profile, covered }: Evaluation): readonly string[] =>
  pack.vetoes.flatMap((veto) => {
    const parts = covered.filter(({ vetoes }) =>
      vetoes.some(({ rule, truth }) => rule === veto && truth === 'true'),
    )
    const facts = new Set(
      parts.map((part) =>
        listOf(factsBehindVeto(pack, part, veto).map((fact) => escapeProse(clauseOf(fact)))),
      ),
    )
    const [because] = facts.size === 1 ? [...facts] : []
    const where = profile.divided ? ` for ${namesOfComponents(parts)}` : ''
    const verb = veto.against.length === 1 ? 'is' : 'are'
    return parts.length === 0
      ? []
      : [
          `**${namesOfOptions(pack, veto.against)} ${verb} ruled out${where}**${because ? `, because ${because}` : ''}. ${firstSentence(veto.claim)} ${standingLine(pack, veto, MOST_CITED)}`,
        ]
  })
