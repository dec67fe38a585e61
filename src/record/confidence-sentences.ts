import { type Decision, decisionKey, isChoice, optionFor, decide } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { aloneClause, resultClause } from './decision-sentence.ts'
import {
  areUnranked,
  countUnanswered,
  openQuestions,
  tooManyClause,
  unknownThatCount,
} from './open-questions.ts'
import { countOf, degreeWord, listOf, upperFirst, lowerFirst } from './words.ts'
import type { Driver, Pack } from '../criteria/pack.ts'
import { type Voice, isNeverBehind, surplusOf, voicesOf } from '../evaluation/confidence.ts'
import { type ComponentEvidence, toldLevelsOf } from '../evaluation/evidence.ts'
import { tallyOf } from '../evaluation/standing.ts'
import { nameOfDriver, nameOfOption, namesOfComponents, namesOfOptions, quotedDriver } from './argument.ts'
import { separatingDrivers } from '../evaluation/settled.ts'

/** How sure the verdict is on what is known, how complete that is, and what both rest on. */
export function confidenceSentences(evaluation: Evaluation): readonly string[] {
  const { verdict } = evaluation
  const { confidence, settled } = verdict
  if (confidence === null)
    return isJudged(verdict.decision)
      ? [
          ...undecidedSentences(evaluation),
          completenessSentence(evaluation),
          ...dominantSentences(evaluation),
        ]
      : []
  return [
    `**How sure we are: ${degreeWord[confidence]} on what is known, and ${settled ? 'settled' : 'provisional'}.**`,
    ...constraintSentences(evaluation),
    ...burdenSentences(evaluation),
    ...(confidence === 'clear' ? [clearSentence] : []),
    ...(confidence === 'lean' && isWeighed(evaluation) ? leanSentences(evaluation) : []),
    ...looseSentences(evaluation),
    ...(settled ? [] : [completenessSentence(evaluation)]),
  ]
}

const clearSentence =
  'No weighing that keeps weak below moderate and moderate below strong puts anything else ahead.'

/** Whether the drivers alone made the choice what it is, and no constraint or burden before them. */
const isWeighed = ({ verdict, weighingAlone, withoutBurden }: Evaluation): boolean =>
  withoutBurden === undefined &&
  (weighingAlone === undefined || decisionKey(weighingAlone) === decisionKey(verdict.decision))

const isJudged = ({ kind }: Decision): boolean =>
  kind === 'tie' || kind === 'insufficient-evidence' || kind === 'no-option'

/** Why nothing is chosen. */
function undecidedSentences(evaluation: Evaluation): readonly string[] {
  const { verdict, covered } = evaluation
  if (verdict.decision.kind === 'no-option') return []
  return covered.length > 1 && evaluation.withoutBurden !== undefined
    ? [
        ...burdenSentences(evaluation),
        'None is ahead of every other by clearly more than it is behind it elsewhere.',
      ]
    : ['A choice has to be ahead of every other option by at least one moderate driver, and none is.']
}

/** More are named among what is open. */
const MOST_NAMED = 3

/** How many answers could change the verdict, and which. */
function completenessSentence(evaluation: Evaluation): string {
  const { verdict, possibilities } = evaluation
  const couldDecide = possibilities?.some(({ decision }) => isChoice(decision)) ?? true
  const doIt = verdict.confidence === null && (verdict.settled || couldDecide) ? 'decide' : 'change'
  if (verdict.settled)
    return countUnanswered(evaluation) === 0
      ? 'Nothing is left to ask.'
      : `No missing answer could ${doIt} it.`
  if (areUnranked(evaluation)) return `${tooManyClause} whether they could ${doIt} it.`
  const asked = openQuestions(evaluation).map(({ fact }) => `\`${fact.id}\``)
  const facts = [...new Set([...asked, ...unknownThatCount(evaluation)])]
  if (facts.length === 0) return `What nobody knows could ${doIt} it.`
  const names = facts.length > MOST_NAMED ? '' : `: ${listOf(facts)}`
  return `${upperFirst(countOf(facts.length, 'missing answer'))} could ${doIt} it${names}.`
}

function constraintSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, weighingAlone, dominantConstraint } = evaluation
  if (weighingAlone === undefined || dominantConstraint === undefined) return []
  const driver = quotedDriver(pack, dominantConstraint)
  const same = decisionKey(weighingAlone) === decisionKey(verdict.decision)
  return [
    same
      ? `The dominant constraint, ${driver}, decides; weighing all drivers without it deciding first leads to the same choice.`
      : `The dominant constraint, ${driver}, decides before the other drivers are weighed; by weighing alone, ${resultClause(evaluation, weighingAlone)}.`,
  ]
}

/** Where one option has to serve all components, because a second one would be a burden. */
function burdenSentences(evaluation: Evaluation): readonly string[] {
  const { withoutBurden } = evaluation
  if (withoutBurden === undefined) return []
  return [
    'One option has to serve all components, because a second one would be a burden. Where two options are each ahead in some component, the clearly larger lead decides.',
    `Without that burden, ${resultClause(evaluation, withoutBurden)}; ${aloneClause(evaluation)}.`,
  ]
}

/** The components of a split that lead to no option by themselves. */
function looseSentences({ verdict, covered }: Evaluation): readonly string[] {
  if (verdict.decision.kind !== 'split') return []
  const loose = covered.filter(({ component }) => optionFor(verdict.decision, component.id) === undefined)
  return loose.length === 0
    ? []
    : [
        `${namesOfComponents(loose)} ${loose.length === 1 ? 'leads' : 'lead'} to no option by ${loose.length === 1 ? 'itself' : 'themselves'}.`,
      ]
}

/** Why a choice that the drivers alone make is no more than leaning. */
function leanSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, covered } = evaluation
  const contests = covered.flatMap((component) =>
    contestsIn(pack, component, optionFor(verdict.decision, component.component.id)),
  )
  const strong = pack.drivers.filter(({ id }) => contests.some(isStrongAgainst(id)))
  const isOpposed = ({ id }: Driver): boolean =>
    covered.some((component) =>
      speaksAgainst(pack, component, id, optionFor(verdict.decision, component.component.id)),
    )
  return [
    ...loneDriverSentences(evaluation, contests),
    ...(contests.some(({ voices }) => !isNeverBehind(surplusOf(voices)))
      ? ['It is ahead, but that depends on how the drivers are weighed.']
      : []),
    ...strongSentences(
      evaluation,
      contests,
      strong.filter((driver) => !isOpposed(driver)),
      'for something else',
    ),
    ...strongSentences(evaluation, contests, strong.filter(isOpposed), 'against it'),
  ]
}

const isStrongAgainst =
  (id: string) =>
  ({ voices }: Contest): boolean =>
    voices.some(({ driver, mine, theirs }) => driver === id && theirs === 3 && mine < 3)

/** Drivers that speak strongly for something else, by the components where they do. */
function strongSentences(
  { pack, covered }: Evaluation,
  contests: readonly Contest[],
  drivers: readonly Driver[],
  whom: string,
): readonly string[] {
  const together = new Map<string, string[]>()
  for (const { id } of drivers) {
    const parts = contests.filter(isStrongAgainst(id)).map(({ component }) => component)
    const where = covered.length === 1 ? '' : `For ${namesOfComponents([...new Set(parts)])}, `
    together.set(where, [...(together.get(where) ?? []), quotedDriver(pack, id)])
  }
  return [...together].map(
    ([where, names]) =>
      `${where}${listOf(names)} ${names.length === 1 ? 'speaks' : 'speak'} strongly ${whom}.`,
  )
}

/** Whether a driver speaks against an option in a component, and not for others. */
const speaksAgainst = (
  pack: Pack,
  { criteria }: ComponentEvidence,
  driver: string,
  option: string | undefined,
): boolean => {
  const row = pack.drivers.findIndex(({ id }) => id === driver)
  const column = pack.options.findIndex(({ id }) => id === option)
  return (toldLevelsOf(pack, criteria)[row]?.[column] ?? 0) < 0
}

/** Says where one driver alone puts an option ahead of a rival, and in which component, where there are more. */
function loneDriverSentences({ pack, covered }: Evaluation, contests: readonly Contest[]): readonly string[] {
  const lone = contests.flatMap(({ component, rival, voices }) => {
    const [only, ...others] = voices.filter(({ mine, theirs }) => mine > theirs)
    return only === undefined || others.length > 0 ? [] : [{ component, rival, driver: only.driver }]
  })
  const drivers = [...new Set(lone.map(({ driver }) => driver))]
  if (lone.length === contests.length && drivers.length === 1)
    return [`One driver alone decides this: ${quotedDriver(pack, drivers[0] ?? '')}.`]
  return covered.flatMap((component) =>
    drivers.flatMap((driver) => {
      const rivals = lone.filter((one) => one.component === component && one.driver === driver)
      const where = covered.length > 1 ? ` for ${namesOfComponents([component])}` : ''
      const names = namesOfOptions(
        pack,
        rivals.map(({ rival }) => rival),
      )
      return rivals.length === 0
        ? []
        : [`Against ${names}, one driver alone decides${where}: ${quotedDriver(pack, driver)}.`]
    }),
  )
}

interface Contest {
  readonly component: ComponentEvidence
  readonly rival: string
  readonly voices: readonly Voice[]
}

/** What each driver of a component says of its option and of each other one that is not ruled out. */
function contestsIn(
  pack: Pack,
  component: ComponentEvidence,
  option: string | undefined,
): readonly Contest[] {
  const { vetoed } = tallyOf(pack, component)
  return option === undefined
    ? []
    : pack.options
        .filter(({ id }, index) => id !== option && vetoed[index] === false)
        .map(({ id }) => ({ component, rival: id, voices: voicesOf(pack, component, option, id) }))
}

/** Asks for the constraint that dominates, where nothing is chosen: what each driver would choose if it came first. */
export function dominantSentences({
  pack,
  components,
  covered,
  verdict,
  dominantConstraint,
}: Evaluation): readonly string[] {
  if (verdict.decision.kind !== 'tie' || dominantConstraint !== undefined) return []
  const choices = separatingDrivers(pack, covered).flatMap((driver) => {
    const decision: Decision = decide({ pack, dominantConstraint: driver }, components)
    return decision.kind === 'chosen' ? [{ driver, option: decision.option }] : []
  })
  const clauses = pack.options.flatMap(({ id }) => {
    const drivers = choices
      .filter(({ option }) => option === id)
      .map(({ driver }) => `\`${driver}\` (${lowerFirst(nameOfDriver(pack, driver))})`)
    return drivers.length === 0 ? [] : [`${listOf(drivers, 'or')} would choose ${nameOfOption(pack, id)}`]
  })
  return clauses.length === 0
    ? []
    : [
        `Does one constraint decide before all others? Name it in the profile as \`dominant-constraint\`: ${listOf(clauses)}.`,
      ]
}
