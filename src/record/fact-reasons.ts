import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, levelsOf } from '../evaluation/evidence.ts'
import { levelOf, weightOf } from '../evaluation/ladder.ts'
import { factsBehind } from './facts-behind.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { clauseOf, listOf } from './words.ts'

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

/** The facts that speak most for an option in one component. */
export const factsIn = (
  evaluation: Evaluation,
  component: ComponentEvidence,
  option: string,
  most: number,
): readonly string[] =>
  shortened([...new Set(leadsIn(evaluation, component, option).flatMap(({ facts }) => facts))], most)

function shortened(clauses: readonly string[], most: number): readonly string[] {
  let words = 0
  return clauses.slice(0, most).filter((clause, index) => {
    words += clause.split(' ').length
    return index === 0 || words <= MOST_WORDS
  })
}

/** What puts an option ahead of another one in a component, the largest lead first, with the facts behind it. */
function leadsIn({ pack }: Evaluation, component: ComponentEvidence, option: string) {
  const mine = pack.options.findIndex(({ id }) => id === option)
  const levels = levelsOf(pack, component.criteria, 'least')
  return pack.drivers
    .map(({ id }, driver) => {
      const level = levels[driver] ?? []
      const lead = weightOf(level[mine] ?? 0) - Math.min(...level.map(weightOf))
      const [strongest] = component.criteria
        .filter(({ truth, rule }) => truth === 'true' && rule.driver === id && rule.favours.includes(option))
        .map(({ rule }) => rule)
        .toSorted((a, b) => levelOf[b.strength] - levelOf[a.strength])
      const facts = strongest === undefined ? [] : factsBehind(pack, component, [strongest])
      return { lead, facts: facts.slice(0, 2).map((fact) => escapeProse(clauseOf(fact))) }
    })
    .filter(({ lead }) => lead > 0)
    .toSorted((a, b) => b.lead - a.lead)
}
