import type { Pack } from '../criteria/pack.ts'
import type { Completions } from './completions.ts'
import { type Decision, decideStandings, decisionKey, isChoice } from './decision.ts'
import {
  type Completion,
  type Distribution,
  type Standings,
  distributionOf,
  jointKey,
  together,
  withoutEach,
} from './distribution.ts'
import type { ComponentEvidence } from './evidence.ts'
import { type MissingAnswer, stepOf } from './open-rules.ts'
import type { FactBlock, Residual } from './residual.ts'

/** An unanswered fact that could change the decision. The figures count completions of all facts, and only rank questions. */
export interface Question extends Pick<MissingAnswer, 'fact' | 'components'> {
  /** Those in which the best guess is another option than the one that they lead to, and no longer is with the answer. */
  readonly value: bigint
  /** Those in which another answer would lead to another decision. */
  readonly influence: bigint
}

/**
 * The facts worth asking for, best first: by value, then influence, then the order of the profile and the pack.
 * Null when there are too many completions to tell.
 */
export function rankQuestions(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  { settled, blocks, everyDifference, distribution }: Residual,
): readonly Question[] | null {
  if (distribution === null) return null
  const parts = blocks.flatMap(({ part }) => part ?? [])
  const rests = withoutEach(settled, parts, everyDifference)
  if (rests.includes(null)) return null
  const decide = decidedOnce((standings) => decideStandings(pack, covered, standings))
  return blocks
    .flatMap((block, index) => {
      const [mine, rest] = [parts[index], rests[index]]
      return mine && rest ? questionsAbout(block, leadingTo(mine.distribution, rest, decide)) : []
    })
    .filter(({ value, influence }) => value > 0n || influence > 0n)
    .toSorted(
      (a, b) =>
        Number(b.value - a.value) ||
        Number(b.influence - a.influence) ||
        (a.components[0] ?? 0) - (b.components[0] ?? 0) ||
        pack.facts.indexOf(a.fact) - pack.facts.indexOf(b.fact),
    )
}

/** Equal decisions are one object. */
function decidedOnce(decide: (standings: Standings) => Decision): (standings: Standings) => Decision {
  const byKey = new Map<string, Decision>()
  const byStandings = new Map<string, Decision>()
  return (standings) => {
    const key = jointKey(standings)
    const known = byStandings.get(key)
    if (known !== undefined) return known
    const decision = decide(standings)
    const same = byKey.get(decisionKey(decision)) ?? decision
    byKey.set(decisionKey(decision), same)
    byStandings.set(key, same)
    return same
  }
}

/** Where the standings of some linked facts lead, whatever the rest turns out to be. */
interface Leading {
  /** How many completions there are of each way in which the rest can stand. */
  readonly ways: readonly bigint[]
  /** By the key of the standings: the decision in each of those ways. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>
  /** The same, counted. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<Decision, bigint>>
}

function leadingTo(
  mine: Distribution,
  rest: Distribution,
  decide: (standings: Standings) => Decision,
): Leading {
  const others = [...rest.values()]
  const decisions = new Map<string, readonly Decision[]>()
  const counts = new Map<string, ReadonlyMap<Decision, bigint>>()
  for (const { key, standings } of mine.values()) {
    const list = others.map((other) => decide(together(standings, other.standings)))
    const counted = new Map<Decision, bigint>()
    for (const [way, decision] of list.entries())
      counted.set(decision, (counted.get(decision) ?? 0n) + (others[way]?.count ?? 0n))
    decisions.set(key, list)
    counts.set(key, counted)
  }
  return { ways: others.map(({ count }) => count), decisions, counts }
}

function questionsAbout({ facts, completions, part }: FactBlock, leading: Leading): readonly Question[] {
  if (completions === null || part === null) return []
  const regret = regretOf(part.distribution, leading)
  return facts.map(({ fact, components }, place) => ({
    fact,
    components,
    value: regret - regretWith(completions, place, leading),
    influence: influenceOf(completions, place, leading),
  }))
}

/** What is left of the regret when a fact is answered. */
function regretWith({ sizes, all }: Completions, fact: number, leading: Leading): bigint {
  const step = stepOf(sizes, fact)
  const byAnswer = Array.from({ length: sizes[fact] ?? 0 }, (): Completion[] => [])
  for (const [place, completion] of all.entries())
    byAnswer[Math.floor(place / step) % byAnswer.length]?.push(completion)
  return sumOf(byAnswer.map((some) => regretOf(distributionOf(some), leading)))
}

const sumOf = (counts: readonly bigint[]): bigint => counts.reduce((sum, count) => sum + count, 0n)

/** The completions in which the best guess is another option than the one that they lead to. */
function regretOf(distribution: Distribution, { counts }: Leading): bigint {
  const decided = new Map<Decision, bigint>()
  for (const [key, { count }] of distribution)
    for (const [decision, ways] of counts.get(key) ?? [])
      if (isChoice(decision)) decided.set(decision, (decided.get(decision) ?? 0n) + count * ways)
  const most = [...decided.values()].reduce((a, b) => (b > a ? b : a), 0n)
  return sumOf([...decided.values()]) - most
}

function influenceOf(completions: Completions, fact: number, { ways, decisions }: Leading): bigint {
  let swayed = 0n
  for (const { standings, weight } of rowsWithout(completions, fact)) {
    const [first = [], ...others] = standings.map((key) => decisions.get(key) ?? [])
    for (const [way, count] of ways.entries())
      if (others.some((other) => other[way] !== first[way])) swayed += weight * count
  }
  return swayed
}

interface Row {
  /** The keys of the standings that the answers to one fact lead to. */
  readonly standings: readonly string[]
  readonly weight: bigint
}

/** The completions that differ in one fact alone, together. Rows that lead to the same are one. */
function rowsWithout({ sizes, all }: Completions, fact: number): readonly Row[] {
  const step = stepOf(sizes, fact)
  const length = step * (sizes[fact] ?? 0)
  const rows = new Map<string, Row>()
  for (const first of all.keys()) {
    if (first % length >= step) continue
    const keys = new Set<string>()
    let weight = 0n
    for (let place = first; place < first + length; place += step) {
      const completion = all[place]
      if (completion === undefined) continue
      keys.add(completion.position.key)
      weight += completion.weight
    }
    const standings = [...keys].toSorted()
    const key = standings.join('')
    rows.set(key, { standings, weight: weight + (rows.get(key)?.weight ?? 0n) })
  }
  return [...rows.values()]
}
