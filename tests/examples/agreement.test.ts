import { evidenceText } from '../../src/record/evidence/evidence-text.ts'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Comparison, comparisonsOf } from '../../src/criteria/condition.ts'
import { cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { compareEvaluations } from '../../src/evaluation/compare-evaluations.ts'
import { type Decision, decide, decisionKey } from '../../src/evaluation/decision.ts'
import type { Evaluation } from '../../src/evaluation/evaluate.ts'
import { type ComponentEvidence, gatherEvidence } from '../../src/evaluation/evidence.ts'
import { type Explanation, explain } from '../../src/explain/explain.ts'
import type { Flip } from '../../src/evaluation/flips.ts'
import { type FactChange, changeFacts } from '../../src/profile/change-facts.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import { readChanges } from '../../src/profile/read-changes.ts'
import { resultClause } from '../../src/record/decision-sentence.ts'
import { inlineText } from '../../src/record/inline-text.ts'
import { type RevisitTrigger, metTriggers, readTriggers } from '../../src/record/revisit-triggers.ts'
import { sentenceOf, toldOf } from '../../src/record/what-would-change.ts'
import { upperFirst } from '../../src/record/words.ts'
import { whatIfSummary } from '../../src/report/what-if-summary.ts'
import { combine } from '../evaluation/brute-force.ts'
import { evaluationOf, exampleText, packNamedIn, profileFrom } from '../support/shipped.ts'
import { answerOf, holderOf, waysToWrite } from '../support/written-changes.ts'

const examples = ['.', 'real'].flatMap((folder) =>
  readdirSync(path.join('examples', folder))
    .map((name) => path.posix.join(folder, name))
    .filter((name) => existsSync(path.join('examples', name, 'adr-profile.yaml'))),
)

const factsById = ({ pack }: Evaluation): ReadonlyMap<string, Fact> =>
  new Map(pack.facts.map((fact) => [fact.id, fact]))

/** What the record of an example says; nothing where it has none. */
function recordOf(example: string): string {
  const folder = path.join('examples', example, 'docs/decisions')
  const [name] = existsSync(folder) ? readdirSync(folder) : []
  return name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8')
}

const evidenceAfter = (
  { pack, profile }: Evaluation,
  changes: readonly FactChange[],
): readonly ComponentEvidence[] =>
  changeFacts(profile, changes).components.map((component) => gatherEvidence(pack, component))

const decisionAfter = (evaluation: Evaluation, changes: readonly FactChange[]): Decision =>
  decide(evaluation, evidenceAfter(evaluation, changes))

/** `--set gateway.work=http-api,agent` */
function option({ component, fact, state }: FactChange): string {
  const answer = 'answer' in state ? state.answer : ''
  const value = Array.isArray(answer) ? answer.join() || 'none' : String(answer)
  return `${component === null ? '' : `${component}.`}${fact.id}=${value}`
}

/** What `what-if` says in its first line. */
function whatIf(before: Evaluation, changes: readonly FactChange[]): string {
  const texts = changes.map((change) => ({ name: '--set', text: option(change) }))
  const read = readChanges(texts, [], { profile: before.profile, facts: factsById(before) })
  if (!read.ok) throw new Error(`wrong changes: ${texts.map(({ text }) => text).join(' ')}`)
  const after = evaluationOf(changeFacts(before.profile, read.value), before.pack)
  return whatIfSummary(before, after, compareEvaluations(before, after))
}

const resultOf = (evaluation: Evaluation, decision: Decision): string =>
  inlineText(resultClause(evaluation, decision))

/** Every way to give the facts of a condition another answer, of which some meet it and some do not. */
function waysToMeet(evaluation: Evaluation, trigger: RevisitTrigger): readonly (readonly FactChange[])[] {
  const { pack, profile } = evaluation
  const facts = factsById(evaluation)
  const comparisons = comparisonsByFact(pack)
  const asked = (trigger.clauses ?? []).flatMap(({ components, when }) =>
    comparisonsOf(when).flatMap((comparison) =>
      profile.components
        .filter(({ id }) => components.length === 0 || components.includes(id))
        .map((component) => {
          const fact = facts.get(comparison.fact)
          return fact && { comparison, fact, component: holderOf(profile, component, fact) }
        })
        .filter((entry) => entry !== undefined),
    ),
  )
  const keyOf = ({ fact, component }: (typeof asked)[number]): string => `${component}.${fact.id}`
  const choices = [...new Set(asked.map(keyOf))].map((key): readonly FactChange[] => {
    const mine = asked.filter((entry) => keyOf(entry) === key)
    const [{ fact, component } = { fact: undefined, component: null }] = mine
    const now = fact && answerOf(profile, component, fact)
    if (fact === undefined || now === undefined) return []
    const cells = cellsOf(fact, comparisons.get(fact.id) ?? []).map(({ answer }) => answer)
    const near = Array.isArray(now)
      ? answersNear(
          now,
          mine.map(({ comparison }) => comparison),
        )
      : cells
    return near.map((answer) => ({
      component,
      fact,
      state: { state: 'answered', answer },
    }))
  })
  return combine(choices).filter(
    (changes) => metTriggers([trigger], evidenceAfter(evaluation, changes)).length > 0,
  )
}

/** The list of now and others, which gain one item that is asked for, or lose some. */
function answersNear(held: readonly string[], asked: readonly Comparison[]): readonly Answer[] {
  const items = asked.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly string[]) : []))
  const gaining = items.filter((item) => !held.includes(item)).map((item) => [...held, item])
  const losing = combine(asked.map(({ value }) => [[], Array.isArray(value) ? value : []])).map((lost) =>
    held.filter((item) => !lost.flat().includes(item)),
  )
  return [held, ...gaining, ...losing]
}

const explained = <Kind extends Explanation['kind']>(evaluation: Evaluation, kind: Kind, id: string) =>
  explain(evaluation, `${kind}:${id}`).find(
    (explanation): explanation is Extract<Explanation, { kind: Kind }> => explanation.kind === kind,
  )

const sameFlip = (a: Flip, b: Flip): boolean =>
  JSON.stringify(a.changes) === JSON.stringify(b.changes) &&
  decisionKey(a.decision) === decisionKey(b.decision)

describe.each(examples)('examples/%s', (example) => {
  const text = exampleText(example)
  const pack = packNamedIn(text)
  const evaluation = evaluationOf(profileFrom(text, pack), pack)
  const record = recordOf(example)
  const triggers = record === '' ? [] : readTriggers(evidenceText(evaluation, 'adr-profile.yaml'))
  const flips = [...evaluation.flips.toAnother, ...evaluation.flips.toNone]

  it('has a condition in its evidence for every change that is told, and meets none of them now', () => {
    if (record === '') return
    expect(triggers.map(({ sentence }) => sentence)).toEqual(
      toldOf(evaluation).map((flip) => inlineText(sentenceOf(evaluation, flip))),
    )
    expect(metTriggers(triggers, evaluation.components)).toEqual([])
  })

  it('has conditions that `what-if` confirms: whatever meets one leads where its sentence says', () => {
    for (const trigger of triggers) {
      const ways = waysToMeet(evaluation, trigger)
      expect(ways).not.toEqual([])
      for (const changes of ways)
        expect(trigger.sentence).toMatch(endingWith(resultOf(evaluation, decisionAfter(evaluation, changes))))
      const [first = []] = ways
      const result = upperFirst(resultOf(evaluation, decisionAfter(evaluation, first)))
      expect(whatIf(evaluation, first).startsWith(result)).toBe(true)
    }
  })

  it('lists changes that `what-if` confirms, one by one', () => {
    for (const { changes, decision } of flips)
      for (const way of waysToWrite(evaluation.profile, changes))
        expect(decisionKey(decisionAfter(evaluation, way))).toBe(decisionKey(decision))
  })

  it('lists changes that `explain` finds, from the fact and from the option', () => {
    for (const flip of flips) {
      for (const { fact } of flip.changes)
        expect(explained(evaluation, 'fact', fact.id)?.flips.some((other) => sameFlip(other, flip))).toBe(
          true,
        )
      const [only, second] = flip.changes
      if (only === undefined || second !== undefined) continue
      const others = explained(evaluation, 'fact', only.fact.id)?.holders.flatMap((holder) => holder.others)
      expect(others).toContainEqual(
        expect.objectContaining({
          answer: expect.objectContaining({ to: only.to, step: only.step }),
          decision: flip.decision,
          differs: true,
        }),
      )
      if (flip.decision.kind !== 'chosen') continue
      const chosen = explained(evaluation, 'option', flip.decision.option)
      expect(chosen?.isChosen || chosen?.flips.some((other) => sameFlip(other, flip))).toBe(true)
    }
  })
})

const endingWith = (result: string): RegExp =>
  new RegExp(`, ${result.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\\.$`)
