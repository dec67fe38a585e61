import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import {
  type Distribution,
  type JointStanding,
  areTooMany,
  distributionOf,
  jointStandings,
  standingKey,
  withoutEach,
} from './distribution.ts'
import { type Fraction, compareFractions, fraction } from './fraction.ts'
import type { Outcome } from './outcome.ts'
import { type Prospects, prospectsOf } from './prospects.ts'
import type { Block, Residual } from './residual.ts'

/** An unanswered fact that could change the decision. The figures rank questions; they are no probabilities to show. */
export interface Question {
  /** Index of the component that is asked about. */
  readonly component: number
  readonly fact: Fact
  /** The regret that the answer saves on average, when all completions are taken as equally likely. */
  readonly value: Fraction
  /** The share of the completions of all other facts in which the outcome depends on this one. */
  readonly influence: Fraction
}

/**
 * The facts worth asking for, best first: by value, then influence, then the order of the profile and the pack.
 * Null when there are too many completions to tell.
 */
export function rankQuestions({ facts }: Pack, residuals: readonly Residual[]): readonly Question[] | null {
  const components = residuals.map(({ distribution }) => distribution)
  if (!components.every((component) => component !== null) || areTooMany(components)) return null
  return residuals
    .flatMap((residual, component) =>
      questionsAbout(residual, jointStandings(components.toSpliced(component, 1))).map((question) => ({
        component,
        ...question,
      })),
    )
    .toSorted((a, b) => a.component - b.component || facts.indexOf(a.fact) - facts.indexOf(b.fact))
    .filter(({ value, influence }) => value.numerator > 0n || influence.numerator > 0n)
    .toSorted((a, b) => compareFractions(b.value, a.value) || compareFractions(b.influence, a.influence))
}

type Worth = Omit<Question, 'component'>

function questionsAbout(
  { settled, blocks }: Residual,
  elsewhere: readonly JointStanding[],
): readonly Worth[] {
  const parts = blocks.flatMap(({ distribution }) => distribution ?? [])
  const rests = withoutEach(parts, settled)
  return blocks.flatMap((block, index) => {
    const [mine, rest] = [parts[index], rests[index]]
    if (mine === undefined || rest === undefined) return []
    const prospects = prospectsOf(mine, rest, elsewhere)
    return block.facts.map(({ fact }, position) => ({
      fact,
      value: valueOf(block, position, prospects),
      influence: influenceOf(block, position, prospects),
    }))
  })
}

function valueOf({ facts, completions }: Block, fact: number, prospects: Prospects): Fraction {
  const all = completions ?? []
  const answered = (facts[fact]?.cells ?? []).map((_, cell) =>
    distributionOf(all.filter(({ cells }) => cells[fact] === cell)),
  )
  const saved =
    regretOf(distributionOf(all), prospects) -
    answered.reduce((sum, distribution) => sum + regretOf(distribution, prospects), 0n)
  const total = all.reduce((sum, { weight }) => sum + weight, 0n)
  return fraction(saved, total * sumOf(prospects.ways))
}

const sumOf = (counts: readonly bigint[]): bigint => counts.reduce((sum, count) => sum + count, 0n)

/** The completions in which the best guess is another option than the one that they lead to. */
function regretOf(distribution: Distribution, { counts }: Prospects): bigint {
  const decided = new Map<Outcome, bigint>()
  for (const [key, { count }] of distribution)
    for (const [outcome, ways] of counts.get(key) ?? [])
      if (outcome.kind === 'chosen' || outcome.kind === 'split')
        decided.set(outcome, (decided.get(outcome) ?? 0n) + count * ways)
  const most = [...decided.values()].reduce((a, b) => (b > a ? b : a), 0n)
  return sumOf([...decided.values()]) - most
}

function influenceOf(block: Block, fact: number, { ways, outcomes }: Prospects): Fraction {
  const rows = rowsWithout(block, fact)
  let swayed = 0n
  for (const { standings, weight } of rows) {
    const [first = [], ...others] = standings.map((key) => outcomes.get(key) ?? [])
    for (const [way, count] of ways.entries())
      if (others.some((other) => other[way] !== first[way])) swayed += weight * count
  }
  return fraction(swayed, sumOf(rows.map(({ weight }) => weight)) * sumOf(ways))
}

interface Row {
  /** The keys of the standings that the answers to one fact lead to. */
  readonly standings: readonly string[]
  readonly weight: bigint
}

/** The block's completions grouped by their answers to all facts but one. Rows that lead to the same are one. */
function rowsWithout({ facts, completions }: Block, fact: number): readonly Row[] {
  // Completions stand in order, the answers to the last fact changing fastest.
  const step = facts.slice(fact + 1).reduce((product, { cells }) => product * cells.length, 1)
  const rows = new Map<number, { standings: Set<string>; weight: bigint }>()
  for (const [index, { cells, weight, standing }] of (completions ?? []).entries()) {
    const cell = cells[fact] ?? 0
    const row = rows.get(index - cell * step) ?? {
      standings: new Set<string>(),
      weight: weight / BigInt(facts[fact]?.cells[cell]?.weight ?? 1),
    }
    row.standings.add(standingKey(standing))
    rows.set(index - cell * step, row)
  }
  const gathered = new Map<string, Row>()
  for (const { standings, weight } of rows.values()) {
    const keys = [...standings].toSorted()
    const key = keys.join(' ')
    gathered.set(key, { standings: keys, weight: weight + (gathered.get(key)?.weight ?? 0n) })
  }
  return [...gathered.values()]
}
