import type { EvaluationDifference } from '../evaluation/compare-evaluations.ts'
import { type Decision, isSameVerdict } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Level } from '../evaluation/ladder.ts'
import { type TurningReason, turningReasons } from '../evaluation/turning-reasons.ts'
import type { Component } from '../profile/profile.ts'
import { nameOfDriver, nameOfOption } from '../record/argument.ts'
import { resultClause } from '../record/decision-sentence.ts'
import { escapeMarkdown } from '../record/markdown.ts'
import { areUnranked } from '../record/open-questions.ts'
import { levelAdverb, levelWord, listOf, lowerFirst, upperFirst } from '../record/words.ts'
import { plainText } from './plain-text.ts'
import { degreeOf } from './verdict-words.ts'

const MOST_REASONS = 3

/** What another evaluation comes to, beside the one of now, and why: one sentence. */
export function whatIfSummary(
  before: Evaluation,
  after: Evaluation,
  difference: EvaluationDifference,
): string {
  const sentence = isSameVerdict(before.verdict.decision, after.verdict.decision)
    ? sameDecision(before, after, difference)
    : otherDecision(before, after, difference)
  return plainText(upperFirst(sentence))
}

function sameDecision(before: Evaluation, after: Evaluation, difference: EvaluationDifference): string {
  const { facts, scope, criteria, vetoes, burden } = difference
  if (facts.length === 0)
    return 'Nothing would change: every answer that this comparison asks for stays the same.'
  if (scope.length + criteria.length + vetoes.length + burden.length === 0)
    return 'Nothing would change: no criterion of this comparison tells these answers apart.'
  const parts = [...confidenceChange(before, after), ...settledChange(before, after)]
  if (parts.length === 0) return 'The verdict would stay as it is.'
  const then = resultClause(after, after.verdict.decision)
  const still = then.startsWith('nothing ') ? `still ${then}` : then.replace(' would ', ' would still ')
  return `${still}, ${parts.join(', ')}.`
}

function confidenceChange(
  { verdict: before }: Evaluation,
  { verdict: after }: Evaluation,
): readonly string[] {
  const [now, then] = [degreeOf(before), degreeOf(after)]
  return now === then ? [] : [`${then} instead of ${now}`]
}

function settledChange({ verdict: before }: Evaluation, after: Evaluation): readonly string[] {
  if (before.settled === after.verdict.settled) return []
  if (after.verdict.settled) return ['and no missing answer could change that any more']
  return areUnranked(after)
    ? ['but it is not known whether a missing answer could change that']
    : ['but an answer that is missing could change that']
}

function otherDecision(before: Evaluation, after: Evaluation, difference: EvaluationDifference): string {
  const [now, then] = [before.verdict.decision, after.verdict.decision]
  const instead =
    now.kind === 'chosen' && then.kind === 'chosen'
      ? ` instead of ${nameOfOption(before.pack, now.option)}`
      : `, where now ${presentClause(before, now)}`
  const reasons = turningReasons(before, after, difference)
    .slice(0, MOST_REASONS)
    .map((reason) => ({ component: reason.component, words: reasonWords(after, reason) }))
  const because = reasons.length === 0 ? '' : `, because ${reasonList(after, reasons)}`
  return `${resultClause(after, then)}${instead}${because}.`
}

interface Reason {
  readonly component: Component
  readonly words: string
}

/** Names the component of each reason in a project that has several, and once where it is the same. */
function reasonList({ profile, covered }: Evaluation, reasons: readonly Reason[]): string {
  const parts = new Map<string, Set<string>>()
  for (const { component, words } of reasons)
    parts.set(words, (parts.get(words) ?? new Set()).add(escapeMarkdown(component.name)))
  const told = [...parts]
  const [[, first] = ['', new Set<string>()]] = told
  const whom = (names: ReadonlySet<string>): string =>
    !profile.divided || names.size === covered.length ? '' : `for ${listOf([...names])}, `
  return told.every(([, names]) => listOf([...names]) === listOf([...first]))
    ? whom(first) + listOf(told.map(([words]) => words))
    : told.map(([words, names]) => whom(names) + words).join('; ')
}

/** What the decision is, as a clause. */
function presentClause({ pack, covered }: Evaluation, decision: Decision): string {
  switch (decision.kind) {
    case 'chosen':
      return `${nameOfOption(pack, decision.option)} is chosen`
    case 'split':
      return listOf(
        covered.map(({ component }) => {
          const option = decision.assignment.get(component.id)
          const name = option === undefined ? 'no particular option' : nameOfOption(pack, option)
          return `${name} is chosen for ${escapeMarkdown(component.name)}`
        }),
      )
    case 'tie':
    case 'insufficient-evidence':
      return `nothing decides between ${listOf(decision.options.map((id) => nameOfOption(pack, id)))}`
    case 'no-option':
      return 'every option is ruled out'
    case 'out-of-scope':
      return 'the comparison does not apply'
    case 'scope-unknown':
      return 'it is not known whether the comparison applies'
  }
}

function reasonWords({ pack }: Evaluation, reason: TurningReason): string {
  switch (reason.kind) {
    case 'scope':
      return `that depends on ${listOf(reason.facts.map((fact) => `\`${fact}\``))}`
    case 'veto': {
      const options = listOf(reason.options.map((id) => nameOfOption(pack, id)))
      return `${options} would ${reason.holds ? '' : 'no longer '}be ruled out`
    }
    case 'burden':
      return `a second option would ${reason.holds ? '' : 'no longer '}be a burden`
    case 'driver': {
      const { driver, option, before, after, against } = reason
      const whom =
        against.length === 0
          ? `for ${nameOfOption(pack, option)}`
          : `against ${listOf(against.map((id) => nameOfOption(pack, id)))}`
      return `${lowerFirst(nameOfDriver(pack, driver))} ${shiftOf(before, after)} ${whom}`
    }
  }
}

function shiftOf(before: Level, after: Level): string {
  const strength = levelWord[after]
  if (strength === '') return 'would no longer speak'
  if (before === 0) return `would speak ${levelAdverb[strength]}`
  return `would speak ${after > before ? 'more strongly' : 'less strongly'}`
}
