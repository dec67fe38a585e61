import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import { cellsOf, comparisonsByFact } from './cells.ts'
import { type Completion, type MissingAnswer, type OpenRules, completeFacts } from './completions.ts'
import { type Distribution, type Part, combine, distributionOf, partOf } from './distribution.ts'
import { type ComponentEvidence, answersOf, byHolder, favoursAll } from './evidence.ts'
import { type Standing, type Weighing, tallyOf, weigh } from './standing.ts'

/** Open facts that some rules ask for together. Different blocks do not influence each other's evidence. */
export interface FactBlock {
  readonly facts: readonly MissingAnswer[]
  /** Null when there are more completions than are tried one by one; so is what they amount to. */
  readonly completions: readonly Completion[] | null
  readonly part: Part | null
}

/** What is still open about the components: a part that is settled, and independent blocks that are not. */
export interface Residual {
  readonly settled: readonly Standing[]
  readonly blocks: readonly FactBlock[]
  /** Whether a decision may depend on every difference, because a second option may be a burden. */
  readonly everyDifference: boolean
  /** How the components can stand together; null when that is not known of some block, or is too much to tell. */
  readonly distribution: Distribution | null
}

export function residualOf(weighing: Weighing, covered: readonly ComponentEvidence[]): Residual {
  const factOf = openFactsOf(weighing, covered)
  const rules = covered.flatMap((evidence, component) => openRulesOf(weighing, evidence, component, factOf))
  const settled = covered.map((evidence, component) => {
    const open = new Set(
      rules.filter((part) => part.component === component).flatMap(({ criteria }) => criteria),
    )
    const criteria = evidence.criteria.filter(({ rule }) => !open.has(rule))
    return weigh(weighing, tallyOf(weighing.pack, { ...evidence, criteria }))
  })
  const nothing = settled.map(({ scores, vetoed }): Standing => ({
    scores: scores.map(() => 0),
    vetoed: vetoed.map(() => false),
    burdened: false,
  }))
  const everyDifference = covered.some(({ burden }) => burden !== 'false')
  const blocks = blocksOf(rules).map((together): FactBlock => {
    const facts = factsIn(together)
    const completions = completeFacts(weighing, together, facts, nothing)
    return { facts, completions, part: completions && partOf(distributionOf(completions)) }
  })
  const parts = blocks.flatMap((block) => block.part ?? [])
  return {
    settled,
    blocks,
    everyDifference,
    distribution: parts.length < blocks.length ? null : combine(settled, parts, everyDifference),
  }
}

type MissingAnswerOf = (fact: string, component: number) => MissingAnswer | undefined

/** The open facts; components that share the project's answer share one. */
function openFactsOf({ pack }: Weighing, covered: readonly ComponentEvidence[]): MissingAnswerOf {
  const byFact = comparisonsByFact(pack)
  const facts = pack.facts.flatMap((fact): readonly MissingAnswer[] => {
    const open = covered
      .map(({ component }, index) => ({ component, index }))
      .filter(({ component }) => answersOf(component.facts)(fact.id) === undefined)
    return byHolder(open, fact.id).map((holders) => ({
      fact,
      components: holders.map(({ index }) => index),
      cells: cellsOf(fact, byFact.get(fact.id) ?? []),
    }))
  })
  return (id, component) =>
    facts.find(({ fact, components }) => fact.id === id && components.includes(component))
}

/** The rules of one component whose truth is open, by driver; vetoes and the burden each by themselves. */
function openRulesOf(
  { pack }: Weighing,
  evidence: ComponentEvidence,
  component: number,
  factOf: MissingAnswerOf,
): readonly OpenRules[] {
  const factsOf = (conditions: readonly Condition[]): readonly MissingAnswer[] => [
    ...new Set(conditions.flatMap(comparisonsOf).flatMap(({ fact }) => factOf(fact, component) ?? [])),
  ]
  const none = { component, evidence, criteria: [], vetoes: [], burden: null }
  const criteria = evidence.criteria.filter(({ rule }) => !favoursAll(pack, rule))
  const drivers = pack.drivers.map(({ id }): OpenRules => {
    const mine = criteria.filter(({ rule }) => rule.driver === id)
    const open = mine.filter(({ truth }) => truth === 'unknown').map(({ rule }) => rule.when)
    return { ...none, criteria: mine.map(({ rule }) => rule), facts: factsOf(open) }
  })
  const vetoes = evidence.vetoes
    .filter(({ truth }) => truth === 'unknown')
    .map(({ rule }): OpenRules => ({ ...none, vetoes: [rule], facts: factsOf([rule.when]) }))
  const burden = evidence.burden === 'unknown' ? pack.burden?.when : undefined
  return [
    ...drivers,
    ...vetoes,
    ...(burden === undefined ? [] : [{ ...none, burden, facts: factsOf([burden]) }]),
  ].filter(({ facts }) => facts.length > 0)
}

/** Rules that share an open fact belong together. */
const blocksOf = (rules: readonly OpenRules[]): readonly (readonly OpenRules[])[] =>
  rules.reduce<readonly (readonly OpenRules[])[]>((blocks, part) => {
    const isLinked = (block: readonly OpenRules[]): boolean =>
      block.some(({ facts }) => facts.some((fact) => part.facts.includes(fact)))
    return [...blocks.filter((block) => !isLinked(block)), [...blocks.filter(isLinked).flat(), part]]
  }, [])

const factsIn = (rules: readonly OpenRules[]): readonly MissingAnswer[] => [
  ...new Set(rules.flatMap(({ facts }) => facts)),
]
