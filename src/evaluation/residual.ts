import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import { cellsOf, comparisonsByFact } from './cells.ts'
import { type Completions, completeFacts } from './completions.ts'
import { type Distribution, type Part, combine, distributionOf, partOf } from './distribution.ts'
import { type ComponentEvidence, answersOf, byHolder, favoursAll } from './evidence.ts'
import type { MissingAnswer, OpenRules } from './open-rules.ts'
import { type Standing, type Weighing, tallyOf, weigh } from './standing.ts'
import { type Answers, truthOf } from './truth.ts'

/** Open facts that some rules ask for together. Different blocks do not influence each other's evidence. */
export interface FactBlock {
  readonly facts: readonly MissingAnswer[]
  /** Null when there are more completions than are tried one by one, and so is what they amount to; or when that was known. */
  readonly completions: Completions | null
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

/** What blocks amount to, by all that this depends on. */
export type KnownParts = Map<string, Part | null>

/** @param known kept by who asks several times of one pack: most blocks are the same where one answer is another */
export function residualOf(
  weighing: Weighing,
  covered: readonly ComponentEvidence[],
  known?: KnownParts,
): Residual {
  const missingOf = missingAnswersOf(weighing, covered)
  const rules = covered.flatMap((evidence, index) => openRulesOf(weighing.pack, evidence, index, missingOf))
  const settled = covered.map((evidence, index) => {
    const open = rules.filter((part) => part.index === index).flatMap((part) => part.rules.drivers)
    return weigh({ ...weighing, without: open.map(({ id }) => id) }, tallyOf(weighing.pack, evidence))
  })
  const nothing = settled.map(({ scores, vetoed }): Standing => ({
    scores: scores.map(() => 0),
    vetoed: vetoed.map(() => false),
    burdened: false,
  }))
  const everyDifference = covered.some(({ burden }) => burden !== 'false')
  const blocks = blocksOf(rules).map((together): FactBlock => {
    const facts = [...new Set(together.flatMap((part) => part.facts))]
    const key = known === undefined ? '' : blockKey(together, facts, covered)
    const before = known?.get(key)
    if (before !== undefined) return { facts, completions: null, part: before }
    const completions = completeFacts(weighing, together, facts, nothing)
    const part = completions && partOf(distributionOf(completions.all))
    known?.set(key, part)
    return { facts, completions, part }
  })
  const parts = blocks.flatMap((block) => block.part ?? [])
  return {
    settled,
    blocks,
    everyDifference,
    distribution: parts.length < blocks.length ? null : combine(settled, parts, everyDifference),
  }
}

/** Of what is known, rules see no more than what they come to, and those that are open which of their comparisons hold. */
function blockKey(
  rules: readonly OpenRules[],
  facts: readonly MissingAnswer[],
  covered: readonly ComponentEvidence[],
): string {
  const told = rules.map(({ index, component, rules: part }) => {
    const answers = answersOf(component.facts)
    const conditions = [...part.criteria, ...part.vetoes, ...(part.burden ? [part.burden] : [])].map(
      ({ when }) => when,
    )
    const ids = [...part.drivers, ...part.vetoes].map(({ id }) => id)
    return [index, ids, conditions.map((condition) => knownOf(condition, answers))]
  })
  const open = facts.map(({ fact, components }) => [fact.id, components])
  return JSON.stringify([told, open, covered.map(({ component }) => component.id)])
}

function knownOf(condition: Condition, answers: Answers): string {
  const truth = truthOf(condition, answers)
  return truth === 'unknown'
    ? comparisonsOf(condition)
        .map((comparison) => truthOf(comparison, answers))
        .join(' ')
    : truth
}

type MissingAnswerOf = (fact: string, component: number) => MissingAnswer | undefined

/** The missing answers; components that share the project's answer share one. */
function missingAnswersOf({ pack }: Weighing, covered: readonly ComponentEvidence[]): MissingAnswerOf {
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

/** The rules of a pack that can be judged by themselves: those of each driver, each veto, and the burden. */
const partsOf = rememberedOf((pack: Pack): readonly Pack[] => {
  const { burden, ...none } = { ...pack, drivers: [], criteria: [], vetoes: [] }
  const told = pack.criteria.filter((rule) => !favoursAll(pack, rule))
  return [
    ...pack.drivers.map((driver) => ({
      ...none,
      drivers: [driver],
      criteria: told.filter((rule) => rule.driver === driver.id),
    })),
    ...pack.vetoes.map((veto) => ({ ...none, vetoes: [veto] })),
    ...(burden ? [{ ...none, burden }] : []),
  ]
})

function openRulesOf(
  pack: Pack,
  { component, criteria, vetoes, burden }: ComponentEvidence,
  index: number,
  missingOf: MissingAnswerOf,
): readonly OpenRules[] {
  const unknown = [...criteria, ...vetoes].filter(({ truth }) => truth === 'unknown')
  if (unknown.length === 0 && burden !== 'unknown') return []
  const open = new Set<Criterion | Veto>(unknown.map(({ rule }) => rule))
  return partsOf(pack).flatMap((rules) => {
    const conditions = [...rules.criteria, ...rules.vetoes]
      .filter((rule) => open.has(rule))
      .map(({ when }) => when)
    if (rules.burden && burden === 'unknown') conditions.push(rules.burden.when)
    const asked = conditions.flatMap(comparisonsOf).flatMap(({ fact }) => missingOf(fact, index) ?? [])
    return asked.length === 0 ? [] : [{ index, component, rules, facts: [...new Set(asked)] }]
  })
}

/** Rules that share an open fact belong together. */
const blocksOf = (rules: readonly OpenRules[]): readonly (readonly OpenRules[])[] =>
  rules.reduce<readonly (readonly OpenRules[])[]>((blocks, part) => {
    const isLinked = (block: readonly OpenRules[]): boolean =>
      block.some(({ facts }) => facts.some((fact) => part.facts.includes(fact)))
    return [...blocks.filter((block) => !isLinked(block)), [...blocks.filter(isLinked).flat(), part]]
  }, [])
