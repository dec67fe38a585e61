import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import {
  type Distribution,
  type Outcomes,
  addStandings,
  combineBlocks,
  convolve,
  distributionOf,
  jointStandings,
  outcomesOf,
} from './distribution.ts'
import { type Fraction, compareFractions, fraction } from './fraction.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { type Standing, decideOutcome, labelOf } from './outcome.ts'
import type { Completion } from './completions.ts'
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

interface Inquiry {
  readonly block: Block
  /** Index of the fact in its block. */
  readonly fact: number
  /** The rest of its component. */
  readonly rest: Distribution
  readonly others: readonly Distribution[]
}

/**
 * The facts worth asking for, best first: by value, then influence, then the order of the profile and the pack.
 * Null when there are too many completions to tell.
 */
export function rankQuestions({ facts }: Pack, residuals: readonly Residual[]): readonly Question[] | null {
  const inquiries = residuals.flatMap((residual, component) =>
    residual.blocks.flatMap((block) =>
      block.facts.map((open, fact) => ({
        component,
        open,
        inquiry: prepareInquiry(residuals, residual, block, fact),
      })),
    ),
  )
  const questions: Question[] = []
  for (const { component, open, inquiry } of inquiries) {
    const worth = inquiry && weigh(inquiry)
    if (!worth) return null
    questions.push({ component, fact: open.fact, ...worth })
  }
  return questions
    .toSorted((a, b) => a.component - b.component || facts.indexOf(a.fact) - facts.indexOf(b.fact))
    .filter(({ value, influence }) => value.numerator > 0n || influence.numerator > 0n)
    .toSorted((a, b) => compareFractions(b.value, a.value) || compareFractions(b.influence, a.influence))
}

function prepareInquiry(
  residuals: readonly Residual[],
  residual: Residual,
  block: Block,
  fact: number,
): Inquiry | null {
  const rest = combineBlocks(
    residual.settled,
    residual.blocks.filter((other) => other !== block),
  )
  const others = residuals
    .filter((other) => other !== residual)
    .map(({ settled, blocks }) => combineBlocks(settled, blocks))
  if (rest === null || block.completions === null || !others.every((other) => other !== null)) return null
  return { block, fact, rest, others }
}

function weigh({ block, fact, rest, others }: Inquiry): Pick<Question, 'value' | 'influence'> | null {
  const completions = block.completions ?? []
  const outcomesFor = (chosen: readonly Completion[]): Outcomes | null =>
    outcomesOf([convolve(distributionOf(chosen), rest), ...others])
  const now = outcomesFor(completions)
  const answered = (block.facts[fact]?.cells ?? []).map((_, cell) =>
    outcomesFor(completions.filter(({ cells }) => cells[fact] === cell)),
  )
  if (now === null || !answered.every((outcomes) => outcomes !== null)) return null
  const total = [...now.values()].reduce((sum, { count }) => sum + count, 0n)
  const saved = regretOf(now) - answered.reduce((sum, outcomes) => sum + regretOf(outcomes), 0n)
  return { value: fraction(saved, total), influence: influenceOf({ block, fact, rest, others }) }
}

/** The completions in which the best guess is another option than the one that they lead to. */
function regretOf(outcomes: Outcomes): bigint {
  const decided = [...outcomes.values()].filter(
    ({ outcome }) => outcome.kind === 'chosen' || outcome.kind === 'split',
  )
  const counts = decided.map(({ count }) => count)
  const most = counts.reduce((a, b) => (b > a ? b : a), 0n)
  return counts.reduce((sum, count) => sum + count, 0n) - most
}

function influenceOf({ block, fact, rest, others }: Inquiry): Fraction {
  const rows = rowsWithout(block, fact)
  const elsewhere = jointStandings(others)
  if (rows.length * rest.size * elsewhere.length > COMPLETION_LIMIT) return fraction(0, 1)
  let swayed = 0n
  let total = 0n
  for (const row of rows)
    for (const { standing, count } of rest.values())
      for (const { standings, count: far } of elsewhere) {
        const weight = row.weight * count * far
        total += weight
        const labels = row.standings.map((mine) =>
          labelOf(decideOutcome([addStandings(mine, standing), ...standings])),
        )
        if (labels.some((label) => label !== labels[0])) swayed += weight
      }
  return fraction(swayed, total)
}

/** The block's completions grouped by their answers to all facts but one; each group lists the standings that one leads to. */
function rowsWithout(
  block: Block,
  fact: number,
): readonly { standings: readonly Standing[]; weight: bigint }[] {
  const rows = new Map<string, { standings: Map<string, Standing>; weight: bigint }>()
  for (const { cells, weight, standing } of block.completions ?? []) {
    const own = BigInt(block.facts[fact]?.cells[cells[fact] ?? 0]?.weight ?? 1)
    const key = cells.with(fact, -1).join()
    const row = rows.get(key) ?? { standings: new Map<string, Standing>(), weight: weight / own }
    row.standings.set(JSON.stringify(standing), standing)
    rows.set(key, row)
  }
  return gatherRows([...rows.values()].map(({ standings, weight }) => ({ standings, weight })))
}

/** Groups that lead to the same standings are counted together. */
function gatherRows(
  rows: readonly { standings: ReadonlyMap<string, Standing>; weight: bigint }[],
): readonly { standings: readonly Standing[]; weight: bigint }[] {
  const gathered = new Map<string, { standings: readonly Standing[]; weight: bigint }>()
  for (const { standings, weight } of rows) {
    const key = [...standings.keys()].toSorted().join()
    const before = gathered.get(key)
    gathered.set(key, { standings: [...standings.values()], weight: weight + (before?.weight ?? 0n) })
  }
  return [...gathered.values()]
}
