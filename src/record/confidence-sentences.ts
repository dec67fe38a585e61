import type { Decision } from '../evaluation/decision.ts'
import { decisionKey, isChoice } from '../evaluation/decision.ts'
import { type Evaluation, driversRestedOn } from '../evaluation/evaluate.ts'
import { levelsOf } from '../evaluation/evidence.ts'
import { compareFractions, fraction } from '../evaluation/fraction.ts'
import type { Level } from '../evaluation/ladder.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { escapeMarkdown } from './markdown.ts'
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
    ...(verdict.confidence === 'clear' ? [clearSentence] : restSentences(evaluation)),
    ...(verdict.settled
      ? []
      : ['An answer that is still missing could change it; the questions are listed below.']),
    ...divisionSentences(evaluation),
  ]
}

const clearSentence =
  'No way of weighing the drivers that keeps weak below moderate and moderate below strong puts anything else ahead.'

/** What a tie means, and that it may not last. */
const tieSentences = ({ verdict }: Evaluation): readonly string[] => [
  'A lead has to be worth at least one moderate driver, and this one is not.',
  verdict.settled
    ? 'No missing answer could change that: what decides has to come from outside these facts.'
    : 'An answer that is still missing could decide it; the questions are listed below.',
]

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

/** Which drivers carry the choice, and which, counted twice, would undo it. */
function restSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, withoutDriver, contests } = evaluation
  if (verdict.confidence === 'by-elimination' || !isChoice(verdict.decision)) return []
  const names = (drivers: readonly string[]): string =>
    listOf(
      drivers.map((driver) => `"${lowerFirst(nameOfDriver(pack, driver))}"`),
      'or',
    )
  const rests = driversRestedOn(evaluation)
  const resultWithout = (driver: string): string =>
    resultClause(evaluation, withoutDriver.get(driver) ?? verdict.decision)
  const results = [...new Set(rests.map(resultWithout))]
  const doubled = contests.flatMap(({ robustness }) =>
    robustness.margin <= 0
      ? []
      : [...robustness.vanishesAt].filter(([, factor]) => isWithinDouble(factor)).map(([driver]) => driver),
  )
  return [
    ...(rests.length === 0 ? ['The choice survives leaving out any one driver.'] : []),
    ...results.map((result) => {
      const drivers = rests.filter((driver) => resultWithout(driver) === result)
      return `Without ${names(drivers)}, ${result}.`
    }),
    ...(doubled.length === 0 || verdict.decision.kind !== 'chosen'
      ? []
      : [`Counting ${names([...new Set(doubled)])} twice would use up the lead.`]),
  ]
}

const isWithinDouble = (factor: ReturnType<typeof fraction>): boolean =>
  compareFractions(factor, fraction(1, 1)) > 0 && compareFractions(factor, fraction(2, 1)) <= 0

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
