import { type Comparison, type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Pack, Veto } from '../criteria/pack.ts'
import { type ComponentEvidence, answersOf, levelsOf } from '../evaluation/evidence.ts'
import { type Answers, holds, truthOf } from '../evaluation/truth.ts'
import type { Answer } from '../profile/fact.ts'
import { factSentence } from './fact-sentence.ts'
import { lowerFirst, clauseOf, listOf } from './words.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { byStrength } from './argument.ts'
import { weightOf } from '../evaluation/ladder.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'

/** Of a list; a sentence with more cannot be read. */
export const MOST_ITEMS = 3

/** The answers that make rules hold, as sentences; of a list only the items that do. What was only assumed is told as that. */
export function factsBehind(
  pack: Pack,
  part: ComponentEvidence,
  rules: readonly { readonly when: Condition }[],
): readonly string[] {
  const answers = answersOf(part.component.facts)
  const behind = rules.flatMap(({ when }) => {
    const comparisons = comparisonsOf(when)
    const holding = comparisons.filter((comparison) => {
      const answer = answers(comparison.fact)
      return answer !== undefined && holds(comparison, answer)
    })
    return holding.length > 0 ? holding : comparisons
  })
  return sentencesFor(pack, part, behind)
}

/** The same for a veto, with the answers that deny a way out of it: they are what would have to change. */
export function factsBehindVeto(pack: Pack, part: ComponentEvidence, { when }: Veto): readonly string[] {
  return sentencesFor(pack, part, whatMakes(when, 'true', answersOf(part.component.facts)))
}

/** The comparisons that make a condition what it is, those that it denies included. */
function whatMakes(condition: Condition, truth: 'true' | 'false', answers: Answers): readonly Comparison[] {
  if (truthOf(condition, answers) !== truth) return []
  if ('not' in condition) return whatMakes(condition.not, truth === 'true' ? 'false' : 'true', answers)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (parts !== undefined) return parts.flatMap((part) => whatMakes(part, truth, answers))
  return comparisonsOf(condition)
}

function sentencesFor(
  pack: Pack,
  { component }: ComponentEvidence,
  behind: readonly Comparison[],
): readonly string[] {
  if (behind.length === 0) return []
  const answers = answersOf(component.facts)
  const facts = new Set(behind.map(({ fact }) => fact))
  return pack.facts.flatMap((fact) => {
    const answer = facts.has(fact.id) ? answers(fact.id) : undefined
    if (answer === undefined) return []
    const asked = behind.filter((comparison) => comparison.fact === fact.id)
    const sentence = factSentence(fact, itemsAsked(asked, answer), MOST_ITEMS)
    const isAssumed = component.facts.get(fact.id)?.state === 'assumed'
    return [isAssumed ? `We assume that ${lowerFirst(sentence)}` : sentence]
  })
}

/** An answer, or of a list those items that comparisons ask for, if it has any of them. */
function itemsAsked(comparisons: readonly Comparison[], answer: Answer): Answer {
  if (!Array.isArray(answer)) return answer
  const wanted = answer.filter((item) =>
    comparisons.some(({ value }) => Array.isArray(value) && value.includes(item)),
  )
  return wanted.length > 0 ? wanted : answer
}

/** A sentence of a record has 40 words at most; this many are left for the facts. */
const MOST_WORDS = 30
const MOST_FACTS = 3

/** The facts that speak most for an option, as clauses; each says for which component where it is not so for all. */
export function factsFor(evaluation: Evaluation, option: string): readonly string[] {
  const { covered } = evaluation
  const leads = covered
    .flatMap((component) => leadsIn(evaluation, component, option).map((lead) => ({ ...lead, component })))
    .toSorted((a, b) => b.lead - a.lead)
  const clauses = new Map<string, Set<string>>()
  for (const { component, facts } of leads)
    for (const fact of facts)
      clauses.set(fact, (clauses.get(fact) ?? new Set()).add(escapeMarkdown(component.component.name)))
  return shortened(
    [...clauses].map(([fact, names]) =>
      names.size === covered.length ? fact : `${fact} (${listOf([...names])})`,
    ),
    MOST_FACTS,
  )
}

/** The facts that speak most for an option in one component, first of all those that tell it from what the others get. */
export function factsIn(
  evaluation: Evaluation,
  component: ComponentEvidence,
  option: string,
  others: ReadonlySet<string>,
  most: number,
): readonly string[] {
  const apart = leadsIn(evaluation, component, option, others)
  const leads = apart.length > 0 ? apart : leadsIn(evaluation, component, option)
  return shortened([...new Set(leads.flatMap(({ facts }) => facts))], most)
}

function shortened(clauses: readonly string[], most: number): readonly string[] {
  let words = 0
  return clauses.slice(0, most).filter((clause, index) => {
    words += clause.split(' ').length
    return index === 0 || words <= MOST_WORDS
  })
}

/**
 * What puts an option ahead of another one in a component, the largest lead first, with the facts behind it.
 *
 * @param others the options that it is compared with; all, where they are left out
 */
function leadsIn(
  { pack }: Evaluation,
  component: ComponentEvidence,
  option: string,
  others?: ReadonlySet<string>,
) {
  const mine = pack.options.findIndex(({ id }) => id === option)
  const levels = levelsOf(pack, component.criteria, 'least')
  return pack.drivers
    .map(({ id }, driver) => {
      const level = levels[driver] ?? []
      const compared = level.filter((_, index) => others?.has(pack.options[index]?.id ?? '') ?? true)
      const lead = weightOf(level[mine] ?? 0) - Math.min(...compared.map(weightOf))
      const [strongest] = component.criteria
        .filter(({ truth, rule }) => truth === 'true' && rule.driver === id && rule.favours.includes(option))
        .map(({ rule }) => rule)
        .toSorted(byStrength)
      const facts = strongest === undefined ? [] : factsBehind(pack, component, [strongest])
      return { lead, facts: facts.slice(0, 2).map((fact) => escapeProse(clauseOf(fact))) }
    })
    .filter(({ lead }) => lead > 0)
    .toSorted((a, b) => b.lead - a.lead)
}
