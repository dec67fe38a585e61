import type { Decision } from '../evaluation/decision.ts'
import { decisionKey } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { levelsOf } from '../evaluation/evidence.ts'
import type { Level } from '../evaluation/ladder.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { optionsRuledOut } from './exclusions.ts'
import { escapeMarkdown } from './markdown.ts'
import { areUnranked, tooManyClause } from './open-questions.ts'
import { countOf, levelWord, listOf, lowerFirst, upperFirst } from './words.ts'

const degree = { clear: 'clear', lean: 'leaning', 'by-elimination': 'by elimination' } as const

/** How sure the verdict is, and what that rests on, in words and counts. */
export function confidenceSentences(evaluation: Evaluation): readonly string[] {
  const { verdict } = evaluation
  if (verdict.confidence === null)
    return isJudged(verdict.decision)
      ? [...countsSentences(evaluation), ...(verdict.decision.kind === 'tie' ? tieSentences(evaluation) : [])]
      : []
  const provisional = verdict.settled ? '' : ', and provisional'
  return [
    `**How sure we are: ${degree[verdict.confidence]}${provisional}.**`,
    ...countsSentences(evaluation),
    ...dominantSentences(evaluation),
    ...(verdict.confidence === 'clear' ? [clearSentence] : []),
    ...(verdict.confidence === 'lean' ? leanSentences(evaluation) : []),
    ...(verdict.settled ? [] : [missingSentence(evaluation, 'change')]),
    ...divisionSentences(evaluation),
  ]
}

const clearSentence =
  'No way of weighing the drivers that keeps weak below moderate and moderate below strong puts anything else ahead.'

/** A choice that only an answer could change leans as well; that is said of the answer, not of the weighing. */
function leanSentences({ pack, verdict, contests, covered, weighingAlone }: Evaluation): readonly string[] {
  const { decision, settled } = verdict
  const out = optionsRuledOut(covered)
  const isOpen = contests.some(({ rival, dominance }) => !dominance.dominates && !out.has(rival))
  if (weighingAlone !== undefined || !(settled || (decision.kind === 'chosen' && isOpen))) return []
  const leader = decision.kind === 'chosen' ? nameOfOption(pack, decision.option) : 'The division'
  return [`${leader} leads, but that depends on how the drivers are weighed.`]
}

/** What a tie means, and that it may not last. */
const tieSentences = (evaluation: Evaluation): readonly string[] => [
  'A lead has to be worth at least one moderate driver, and this one is not.',
  evaluation.verdict.settled
    ? 'No missing answer could change that: what decides has to come from outside these facts.'
    : missingSentence(evaluation, 'decide'),
]

const missingSentence = (evaluation: Evaluation, doWhat: 'change' | 'decide'): string =>
  `${
    areUnranked(evaluation)
      ? `${tooManyClause} whether they could ${doWhat} it`
      : `An answer that is still missing could ${doWhat} it`
  }; what is missing is listed below.`

const isJudged = ({ kind }: Decision): boolean =>
  kind === 'tie' || kind === 'insufficient-evidence' || kind === 'no-option'

/** "Two strong drivers and one moderate driver speak for Go; nothing speaks for Python." */
function countsSentences(evaluation: Evaluation): readonly string[] {
  const { pack, covered, profile } = evaluation
  return covered.map(({ component, criteria }) => {
    const levels = levelsOf(pack, criteria, 'least')
    const prefix = profile.divided ? `for ${escapeMarkdown(component.name)}, ` : ''
    const counts = pack.options.map(({ id }, option) =>
      countsFor(
        nameOfOption(pack, id),
        levels.map((driver) => driver[option] ?? 0),
      ),
    )
    return upperFirst(`${prefix}${counts.join('; ')}.`)
  })
}

function countsFor(option: string, levels: readonly Level[]): string {
  const counts = ([3, 2, 1] as const).flatMap((level) => {
    const count = levels.filter((candidate) => candidate === level).length
    return count === 0 ? [] : [countOf(count, `${levelWord[level]} driver`)]
  })
  const isSingle = counts.length === 1 && counts[0]?.startsWith('one ')
  return counts.length === 0
    ? `nothing speaks for ${option}`
    : `${listOf(counts)} ${isSingle ? 'speaks' : 'speak'} for ${option}`
}

function dominantSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, weighingAlone, dominantConstraint } = evaluation
  if (weighingAlone === undefined || dominantConstraint === undefined) return []
  const driver = `"${lowerFirst(nameOfDriver(pack, dominantConstraint))}"`
  const same = decisionKey(weighingAlone) === decisionKey(verdict.decision)
  return [
    same
      ? `The dominant constraint, ${driver}, decides; weighing all drivers without it deciding first leads to the same choice.`
      : `The dominant constraint, ${driver}, decides before the other drivers are weighed; by weighing alone, ${resultClause(evaluation, weighingAlone)}.`,
  ]
}

function divisionSentences({ divisionTies, verdict, covered }: Evaluation): readonly string[] {
  if (covered.length < 2) return []
  if (verdict.decision.kind === 'split')
    return ['A second option is charged as much as one strong driver; the division earns more than that.']
  return divisionTies
    ? [
        'A division among the components would weigh just as much; one option for all is simpler, so it was preferred.',
      ]
    : []
}
