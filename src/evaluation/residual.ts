import { comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import { type Cell, cellsOf, comparisonsByFact } from './cells.ts'
import {
  type ComponentEvidence,
  type Evidence,
  type Levels,
  answersOf,
  levelsOf,
  scoresOf,
} from './evidence.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { dominantLevels } from './outcome.ts'
import type { Standing } from './outcome.ts'
import { type Answers, truthOf } from './truth.ts'

/** A fact that nobody has answered and that could still matter, with the answers that make a difference. */
export interface OpenFact {
  readonly fact: Fact
  readonly cells: readonly Cell[]
}

/** One way to answer all the open facts of a block. */
export interface Completion {
  /** Index of the chosen cell, for each open fact of the block. */
  readonly cells: readonly number[]
  readonly weight: bigint
  /** Levels of all drivers, of which the block's own are final. */
  readonly levels: Levels
  /** What the block adds to a standing. */
  readonly standing: Standing
}

/** Open facts that share a driver or a veto. Different blocks do not influence each other's evidence. */
export interface Block {
  readonly facts: readonly OpenFact[]
  readonly drivers: readonly string[]
  /** Null when there are more completions than are tried one by one. */
  readonly completions: readonly Completion[] | null
}

/** What is still open about one component: a part that is settled, and independent blocks that are not. */
export interface Residual {
  readonly settled: Standing
  /** Levels of the drivers about which nothing is open. */
  readonly settledLevels: Levels
  readonly blocks: readonly Block[]
}

interface Group {
  readonly facts: readonly string[]
  readonly criteria: readonly Evidence<Criterion>[]
  readonly vetoes: readonly Evidence<Veto>[]
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
  return {
    settledLevels: levelsOf(pack, settledCriteria, 'least'),
    settled: standingFrom(
      pack,
      settledCriteria,
      evidence.vetoes,
      openDrivers.has(dominantConstraint ?? '') ? undefined : dominantConstraint,
    ),
    blocks: groups.map((group) => {
      const facts = pack.facts
        .filter(({ id }) => group.facts.includes(id))
        .map((fact) => ({ fact, cells: cellsOf(fact, byFact.get(fact.id) ?? []) }))
      const drivers = [...new Set(group.criteria.map(({ rule }) => rule.driver))]
      const dominant = drivers.find((driver) => driver === dominantConstraint)
      return { facts, drivers, completions: complete(pack, evidence, group, facts, dominant) }
    }),
  }
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
  const byVeto = vetoes.map((veto): Group => ({ facts: openFactsOf([veto]), criteria: [], vetoes: [veto] }))
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

function complete(
  pack: Pack,
  { component }: ComponentEvidence,
  group: Group,
  facts: readonly OpenFact[],
  dominant: string | undefined,
): readonly Completion[] | null {
  if (facts.reduce((product, { cells }) => product * cells.length, 1) > COMPLETION_LIMIT) return null
  const known = answersOf(component.facts)
  return combinationsOf(facts.map(({ cells }) => cells.length)).map((cells) => {
    const chosen = new Map<string, Answer | undefined>(
      facts.map(({ fact, cells: choices }, index) => [fact.id, choices[cells[index] ?? 0]?.answer]),
    )
    const answers: Answers = (id) => chosen.get(id) ?? known(id)
    const judge = <Rule extends Criterion | Veto>({ rule }: Evidence<Rule>): Evidence<Rule> => ({
      rule,
      truth: truthOf(rule.when, answers),
    })
    const criteria = group.criteria.map(judge)
    return {
      cells,
      weight: facts.reduce(
        (product, { cells: choices }, index) => product * BigInt(choices[cells[index] ?? 0]?.weight ?? 1),
        1n,
      ),
      levels: levelsOf(pack, criteria, 'least'),
      standing: standingFrom(pack, criteria, group.vetoes.map(judge), dominant),
    }
  })
}

function standingFrom(
  pack: Pack,
  criteria: readonly Evidence<Criterion>[],
  vetoes: readonly Evidence<Veto>[],
  dominant: string | undefined,
): Standing {
  const levels = levelsOf(pack, criteria, 'least')
  return {
    scores: scoresOf(levels, pack.options.length),
    vetoed: pack.options.map(({ id }) =>
      vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(id)),
    ),
    dominant: dominantLevels(pack, levels, dominant),
  }
}

/** Every way to pick one of `sizes[i]` things for each i, the last one changing fastest. */
function combinationsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((picks) => Array.from({ length: size }, (_, index) => [...picks, index])),
    [[]],
  )
}
