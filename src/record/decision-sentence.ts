import type { Decision } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { speakingDrivers } from '../evaluation/decision.ts'
import { type ComponentEvidence, levelsOf } from '../evaluation/evidence.ts'
import { SUFFICIENT_DRIVERS, weightOf } from '../evaluation/ladder.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { escapeMarkdown } from './markdown.ts'
import { countOf, listOf, lowerFirst, wordFor } from './words.ts'

/** The decision in one sentence, with its first reason. */
export function decisionSentence(evaluation: Evaluation): string {
  const { pack, profile, verdict, covered } = evaluation
  const { decision } = verdict
  const project = escapeMarkdown(profile.project)
  const options = pack.options.map(({ id }) => nameOfOption(pack, id))
  switch (decision.kind) {
    case 'chosen':
      return `Chosen option: "${nameOfOption(pack, decision.option)}", because ${reasonFor(evaluation, decision.option)}.`
    case 'split':
      return `Chosen option: "${shares(evaluation, decision.assignment)}", because the components need different things.`
    case 'tie':
      return `No option is chosen, because ${listOf(decision.options.map((id) => nameOfOption(pack, id)))} are too close to call.`
    case 'insufficient-evidence':
      return `No option is chosen, because ${evidencePhrase(speakingDrivers(covered).size)}; a decision needs ${wordFor(SUFFICIENT_DRIVERS)} at least.`
    case 'no-option':
      return `No option is chosen, because ${listOf(options)} are ${options.length === 2 ? 'both' : 'all'} ruled out.`
    case 'out-of-scope':
      return `No option is chosen, because this comparison does not cover ${project}.`
    case 'scope-unknown':
      return `No option is chosen, because it is not known whether this comparison covers ${project}.`
  }
}

const evidencePhrase = (drivers: number): string =>
  drivers === 0
    ? 'the profile gives no driver anything to say'
    : `the profile lets only ${countOf(drivers, 'driver')} speak`

/** "Python for reconciliation, Go for query-api". */
function shares({ pack, covered }: Evaluation, assignment: ReadonlyMap<string, string>): string {
  return pack.options
    .flatMap(({ id }) => {
      const names = covered
        .filter(({ component }) => assignment.get(component.id) === id)
        .map(({ component }) => escapeMarkdown(component.name))
      return names.length === 0 ? [] : [`${nameOfOption(pack, id)} for ${listOf(names)}`]
    })
    .join(', ')
}

function reasonFor(evaluation: Evaluation, option: string): string {
  const { pack, verdict, covered, weighingAlone, dominantConstraint } = evaluation
  const name = nameOfOption(pack, option)
  if (verdict.confidence === 'by-elimination') return eliminationReason(evaluation, option)
  if (weighingAlone !== undefined && dominantConstraint !== undefined)
    return `the profile names "${lowerFirst(nameOfDriver(pack, dominantConstraint))}" as its dominant constraint, and that speaks for ${name}`
  const leading = leadingDrivers(evaluation, covered, option).slice(0, 3)
  const names = leading.map((driver) => lowerFirst(nameOfDriver(pack, driver)))
  return `${listOf(names)} ${names.length === 1 ? 'speaks' : 'speak'} for it`
}

function eliminationReason({ pack, covered, contests }: Evaluation, option: string): string {
  const others = pack.options.filter(({ id }) => id !== option).map(({ id }) => nameOfOption(pack, id))
  const isSpokenFor = covered.some(({ criteria }) =>
    criteria.some(({ rule, truth }) => truth === 'true' && rule.favours.includes(option)),
  )
  const ruledOut = `${listOf(others)} ${others.length === 1 ? 'is' : 'are'} ruled out`
  if (!isSpokenFor)
    return `${ruledOut}; nothing in the profile speaks for ${nameOfOption(pack, option)} itself`
  const trails = contests.some(({ robustness }) => robustness.margin < 0)
  return trails ? `${ruledOut}, although more speaks for ${listOf(others, 'or')}` : ruledOut
}

/** Drivers that speak more strongly for an option than for any other, the largest difference first. */
function leadingDrivers(
  { pack }: Evaluation,
  covered: readonly ComponentEvidence[],
  option: string,
): readonly string[] {
  const mine = pack.options.findIndex(({ id }) => id === option)
  const levels = covered.map(({ criteria }) => levelsOf(pack, criteria, 'least'))
  return pack.drivers
    .map(({ id }, driver) => ({
      id,
      lead: levels.reduce((sum, component) => sum + leadOf(component[driver] ?? [], mine), 0),
    }))
    .filter(({ lead }) => lead > 0)
    .toSorted((a, b) => b.lead - a.lead)
    .map(({ id }) => id)
}

const leadOf = (levels: ReturnType<typeof levelsOf>[number], mine: number): number =>
  weightOf(levels[mine] ?? 0) - Math.max(0, ...levels.filter((_, option) => option !== mine).map(weightOf))

/** What another decision would be, as a clause. */
export function resultClause(evaluation: Evaluation, decision: Decision): string {
  const { pack, covered } = evaluation
  switch (decision.kind) {
    case 'chosen':
      return `${nameOfOption(pack, decision.option)} would be chosen${covered.length > 1 ? ' for all components' : ''}`
    case 'split':
      return `the choice would be ${shares(evaluation, decision.assignment)}`
    case 'tie':
      return `${
        decision.options.length === pack.options.length
          ? 'the options'
          : listOf(decision.options.map((id) => nameOfOption(pack, id)))
      } would be too close to call`
    case 'insufficient-evidence':
      return 'there would be too little evidence to decide'
    case 'no-option':
      return 'every option would be ruled out'
    case 'out-of-scope':
      return 'the comparison would not apply'
    case 'scope-unknown':
      return 'it would not be known whether the comparison applies'
  }
}
