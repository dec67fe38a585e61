import type { Change } from './changes.ts'
import { type Balance, type Decision, type Weighing, balanceOf, decisionKey } from './decision.ts'
import { standingKey } from './distribution.ts'
import { effectOf, subjectOf } from './effects.ts'
import type { ComponentEvidence } from './evidence.ts'
import type { Standing, Tally } from './outcome.ts'

/** What the components that are covered amount to, decided. */
export type Judge = (balance: Balance) => Decision

/** What some changes lead to. Whatever leads to the same balance has one outlook, and is judged once. */
export interface Outlook {
  readonly balance: Balance
  readonly decision: Decision
  /** The same exactly for the same decisions. */
  readonly key: string
  /** Counted from 0, as they are found. */
  readonly index: number
}

/** What some changes lead to. */
export interface Prospect {
  readonly outlook: Outlook
  /** A bit for each driver of which a criterion starts or ceases to hold, and one for vetoes. Several may share one. */
  readonly touched: number
}

const BITS = 31

interface Outlooks {
  readonly now: Outlook
  /** Null where a component would move into or out of the scope. */
  readonly after: (changes: readonly Change[]) => Prospect | null
  /** What two changes lead to together that have nothing to do with each other, from what each leads to alone. */
  readonly beside: (first: Outlook | undefined, second: Outlook | undefined) => Outlook | undefined
}

/** What changes lead to, seen from the evidence as it is. */
export function outlooksFrom(
  weighing: Weighing,
  evidence: readonly ComponentEvidence[],
  judge: Judge,
): Outlooks {
  const { pack } = weighing
  const subjects = evidence.map((entry) => subjectOf(pack, entry))
  const outlookOn = judgedOnce(judge)
  const covered = subjects.filter(({ scope }) => scope === 'true')
  const now = outlookOn(
    balanceOf(
      weighing,
      covered.map(({ tally }) => tally),
    ),
  )
  const after = (changes: readonly Change[]): Prospect | null => {
    const tallies: Tally[] = []
    let touched = 0
    for (const subject of subjects) {
      const effect = effectOf(pack, subject, changes)
      if (effect === null) return null
      for (const part of effect.touched) touched |= 1 << (part % BITS)
      if (subject.scope === 'true') tallies.push(effect.tally)
    }
    return { outlook: touched === 0 ? now : outlookOn(balanceOf(weighing, tallies)), touched }
  }
  const known: Outlook[][] = []
  const beside = (first: Outlook | undefined, second: Outlook | undefined): Outlook | undefined => {
    if (first === undefined || second === undefined) return undefined
    const withFirst = (known[first.index] ??= [])
    return (withFirst[second.index] ??= outlookOn(bothOf(now.balance, first.balance, second.balance)))
  }
  return { now, after, beside }
}

function judgedOnce(judge: Judge): (balance: Balance) => Outlook {
  const known = new Map<string, Outlook>()
  return (balance) => {
    const same = `${balance.speaking} ${balance.standings.map(standingKey).join(' ')}`
    const before = known.get(same)
    if (before !== undefined) return before
    const decision = judge(balance)
    const outlook = { balance, decision, key: decisionKey(decision), index: known.size }
    known.set(same, outlook)
    return outlook
  }
}

/** Different drivers and vetoes have changed, so that both changes add up. */
const bothOf = (now: Balance, first: Balance, second: Balance): Balance => ({
  standings: now.standings.map((standing, index) =>
    bothStandings(standing, first.standings[index] ?? standing, second.standings[index] ?? standing),
  ),
  speaking: first.speaking + second.speaking - now.speaking,
})

const bothStandings = (now: Standing, first: Standing, second: Standing): Standing => ({
  scores: now.scores.map(
    (score, option) => (first.scores[option] ?? 0) + (second.scores[option] ?? 0) - score,
  ),
  vetoed: changedIn(now.vetoed, first.vetoed, second.vetoed),
  dominant:
    now.dominant && changedIn(now.dominant, first.dominant ?? now.dominant, second.dominant ?? now.dominant),
})

const changedIn = <Value>(
  now: readonly Value[],
  first: readonly Value[],
  second: readonly Value[],
): readonly Value[] =>
  now.map((value, index) => (first[index] === value ? (second[index] ?? value) : (first[index] ?? value)))
