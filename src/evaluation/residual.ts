import { comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import { cellsOf, comparisonsByFact } from './cells.ts'
import { type Completion, type OpenFact, completeFacts } from './completions.ts'
import { type Distribution, combine, distributionOf } from './distribution.ts'
import { type ComponentEvidence, type Evidence, type Levels, type Rules, answersOf } from './evidence.ts'
import { type Standing, standingFrom, tallyOf } from './outcome.ts'

/** Open facts that share a driver or a veto. Different blocks do not influence each other's evidence. */
export interface Block {
  readonly facts: readonly OpenFact[]
  readonly drivers: readonly string[]
  /** Null when there are more completions than are tried one by one; so is what they amount to. */
  readonly completions: readonly Completion[] | null
  readonly distribution: Distribution | null
}

/** What is still open about one component: a part that is settled, and independent blocks that are not. */
export interface Residual {
  readonly settled: Standing
  /** Levels of the drivers about which nothing is open. */
  readonly settledLevels: Levels
  readonly blocks: readonly Block[]
  /** Null when it is not known of some block. */
  readonly distribution: Distribution | null
}

export function residualOf(
  pack: Pack,
  evidence: ComponentEvidence,
  dominantConstraint: string | undefined,
): Residual {
  const groups = groupOpenRules(pack, evidence)
  const openDrivers = new Set(groups.flatMap(({ criteria }) => criteria.map(({ rule }) => rule.driver)))
  const byFact = comparisonsByFact(pack)
  const settledCriteria = evidence.criteria.filter(({ rule }) => !openDrivers.has(rule.driver))
  const tally = tallyOf(pack, { criteria: settledCriteria, vetoes: evidence.vetoes })
  const isOpen = openDrivers.has(dominantConstraint ?? '')
  const settled = standingFrom(pack, tally, isOpen ? undefined : dominantConstraint)
  const blocks = groups.map((group): Block => {
    const facts = pack.facts
      .filter(({ id }) => group.facts.includes(id))
      .map((fact) => ({ fact, cells: cellsOf(fact, byFact.get(fact.id) ?? []) }))
    const drivers = [...new Set(group.criteria.map(({ rule }) => rule.driver))]
    const dominant = drivers.find((driver) => driver === dominantConstraint)
    const completions = completeFacts(pack, evidence.component, group, facts, dominant)
    return {
      facts,
      drivers,
      completions,
      distribution: completions && distributionOf(completions),
    }
  })
  const distributions = blocks.flatMap(({ distribution }) => distribution ?? [])
  return {
    settledLevels: tally.levels,
    settled,
    blocks,
    distribution: distributions.length < blocks.length ? null : combine(settled, distributions),
  }
}

interface Group extends Rules {
  /** Ids of open facts, some of them more than once. */
  readonly facts: readonly string[]
}

/** Rules whose truth is open, grouped so that no two groups share an open fact or a driver. */
function groupOpenRules(pack: Pack, { component, criteria, vetoes }: ComponentEvidence): readonly Group[] {
  const answers = answersOf(component.facts)
  const openFactsOf = (rules: readonly Evidence<Criterion | Veto>[]): readonly string[] =>
    rules
      .filter(({ truth }) => truth === 'unknown')
      .flatMap(({ rule }) => comparisonsOf(rule.when).map(({ fact }) => fact))
      .filter((fact) => answers(fact) === undefined)
  const byDriver = pack.drivers.map(({ id }): Group => {
    const mine = criteria.filter(({ rule }) => rule.driver === id)
    return { facts: openFactsOf(mine), criteria: mine, vetoes: [] }
  })
  const byVeto = vetoes.map((veto): Group => ({
    facts: openFactsOf([veto]),
    criteria: [],
    vetoes: [veto],
  }))
  return [...byDriver, ...byVeto]
    .filter(({ facts }) => facts.length > 0)
    .reduce<readonly Group[]>((groups, group) => {
      const [linked, apart] = partition(groups, ({ facts }) =>
        facts.some((fact) => group.facts.includes(fact)),
      )
      return [...apart, [...linked, group].reduce(joinGroups)]
    }, [])
}

const joinGroups = (a: Group, b: Group): Group => ({
  facts: [...a.facts, ...b.facts],
  criteria: [...a.criteria, ...b.criteria],
  vetoes: [...a.vetoes, ...b.vetoes],
})

const partition = <T>(items: readonly T[], belongs: (item: T) => boolean): readonly [T[], T[]] => [
  items.filter(belongs),
  items.filter((item) => !belongs(item)),
]
