import type { Pack } from '../criteria/pack.ts'
import type { OpenFact } from './completions.ts'
import { type Distribution, distributionOf, jointKey, withoutEach } from './distribution.ts'
import { type Fraction, compareFractions, fraction } from './fraction.ts'
import type { Outcome } from './outcome.ts'
import { type Prospects, prospectsOf } from './prospects.ts'
import type { Block, Residual } from './residual.ts'

/** An unanswered fact that could change the decision. The figures rank questions; they are no probabilities to show. */
export interface Question extends Pick<OpenFact, 'fact' | 'components'> {
  /** The regret that the answer saves on average, when all completions are taken as equally likely. */
  readonly value: Fraction
  /** The share of the completions of all other facts in which the outcome depends on this one. */
  readonly influence: Fraction
}

/**
 * The facts worth asking for, best first: by value, then influence, then the order of the profile and the pack.
 * Null when there are too many completions to tell.
 */
export function rankQuestions(
  { facts }: Pack,
  { settled, blocks, everyDifference, distribution }: Residual,
): readonly Question[] | null {
  if (distribution === null) return null
  const parts = blocks.flatMap(({ part }) => part ?? [])
  const rests = withoutEach(settled, parts, everyDifference)
  if (rests.includes(null)) return null
  return blocks
    .flatMap((block, index) => {
      const [mine, rest] = [parts[index], rests[index]]
      return mine && rest ? questionsAbout(block, prospectsOf(mine.distribution, rest)) : []
    })
    .filter(({ value, influence }) => value.numerator > 0n || influence.numerator > 0n)
    .toSorted(
      (a, b) =>
        compareFractions(b.value, a.value) ||
        compareFractions(b.influence, a.influence) ||
        (a.components[0] ?? 0) - (b.components[0] ?? 0) ||
        facts.indexOf(a.fact) - facts.indexOf(b.fact),
    )
}

const questionsAbout = (block: Block, prospects: Prospects): readonly Question[] =>
  block.facts.map(({ fact, components }, position) => ({
    fact,
    components,
    value: valueOf(block, position, prospects),
    influence: influenceOf(block, position, prospects),
  }))

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
  const rows = new Map<number, { keys: Set<string>; weight: bigint }>()
  for (const [index, { cells, weight, standings }] of (completions ?? []).entries()) {
    const cell = cells[fact] ?? 0
    const row = rows.get(index - cell * step) ?? {
      keys: new Set<string>(),
      weight: weight / BigInt(facts[fact]?.cells[cell]?.weight ?? 1),
    }
    row.keys.add(jointKey(standings))
    rows.set(index - cell * step, row)
  }
  const gathered = new Map<string, Row>()
  for (const { keys, weight } of rows.values()) {
    const standings = [...keys].toSorted()
    const key = standings.join('')
    gathered.set(key, { standings, weight: weight + (gathered.get(key)?.weight ?? 0n) })
  }
  return [...gathered.values()]
}
