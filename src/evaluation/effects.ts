import type { Pack } from '../criteria/pack.ts'
import type { Answer } from '../profile/fact.ts'
import type { AnswerChange } from './changes.ts'
import type { Standings } from './distribution.ts'
import { type ComponentEvidence, answersOf } from './evidence.ts'
import { rulesIn } from './indexed-rules.ts'
import { type Level, louder, weightIn } from './ladder.ts'
import { type Standing, type Tally, type Weighing, tallyOf, vetoedBy, weigh } from './standing.ts'
import { type Answers, type Truth, truthOf } from './truth.ts'

/** One component before any change. */
export interface Subject {
  readonly id: string
  readonly known: Answers
  readonly scope: Truth
  readonly tally: Tally
  readonly standing: Standing
  /** Of each rule, by index. */
  readonly truths: readonly Truth[]
}

export function subjectOf(weighing: Weighing, evidence: ComponentEvidence): Subject {
  const tally = tallyOf(weighing.pack, evidence)
  const { criteria, vetoes, burden, scope } = evidence
  return {
    id: evidence.component.id,
    known: answersOf(evidence.component.facts),
    scope,
    tally,
    standing: weigh(weighing, tally),
    truths: [...criteria.map(({ truth }) => truth), ...vetoes.map(({ truth }) => truth), burden, scope],
  }
}

/** For each component the rules, by index, that come to hold or no longer do; the scope where its truth is another. */
type Turned = readonly (readonly number[])[]

/** What a change does by itself. */
export interface Effect {
  readonly change: AnswerChange
  /** The rules that ask about its fact. */
  readonly asking: readonly number[]
  readonly turned: Turned
  /** The same rules, and the drivers of those that it turns, by component, as bits: most pairs have none in common. */
  readonly asked: bigint
  readonly touched: bigint
}

export function effectOf(pack: Pack, subjects: readonly Subject[], change: AnswerChange): Effect {
  const { rules, byDriver, asking: askingAbout } = rulesIn(pack)
  const asking = askingAbout.get(change.fact.id) ?? []
  let [asked, touched] = [0n, 0n]
  const turned = subjects.map((subject, place) => {
    if (!reaches(change, subject)) return []
    for (const index of asking) asked |= bitOf(place * rules.length + index)
    const own = turnedAmong(pack, subject, asking, [change])
    for (const driver of driversOf(pack, own)) touched |= bitOf(place * (byDriver.length + 1) + driver)
    return own
  })
  return { change, asking, turned, asked, touched }
}

const bitOf = (place: number): bigint => 1n << BigInt(place)

/** Whether two changes lead to what each leads to by itself, added up: no rule asks about both, and they touch different drivers. */
export const areApart = (one: Effect, other: Effect): boolean =>
  (one.asked & other.asked) === 0n && (one.touched & other.touched) === 0n

/** What two changes turn; null where that adds up all the same. Only the rules that ask about both facts are judged anew. */
export function turnedByBoth(
  pack: Pack,
  subjects: readonly Subject[],
  one: Effect,
  other: Effect,
): Turned | null {
  const both = one.asking.filter((index) => other.asking.includes(index))
  let isMore = (one.touched & other.touched) !== 0n
  const turned = subjects.map((subject, place) => {
    const apart = [...(one.turned[place] ?? []), ...(other.turned[place] ?? [])]
    if (both.length === 0 || !reaches(one.change, subject) || !reaches(other.change, subject)) return apart
    const rest = apart.filter((index) => !both.includes(index))
    const judged = turnedAmong(pack, subject, both, [one.change, other.change])
    isMore ||= rest.length + judged.length !== apart.length || judged.some((index) => !apart.includes(index))
    return [...rest, ...judged]
  })
  return isMore ? turned : null
}

/** How the components that are covered stand when rules have turned; null where the scope is not what it was. */
export function standingsAfter(
  weighing: Weighing,
  subjects: readonly Subject[],
  turned: Turned,
): Standings | null {
  const { scope } = rulesIn(weighing.pack)
  if (turned.some((indexes) => indexes.includes(scope))) return null
  return subjects.flatMap((subject, place) =>
    subject.scope === 'true' ? standingAfter(weighing, subject, turned[place] ?? []) : [],
  )
}

/** What adds up: at most one of the two touches the vetoes and the burden of a component. */
export const sumOf = (before: Standings, one: Standings, other: Standings): Standings =>
  before.map((standing, place) => sumIn(standing, one[place] ?? standing, other[place] ?? standing))

const sumIn = ({ scores, vetoed, burdened }: Standing, one: Standing, other: Standing): Standing => ({
  scores: scores.map((score, option) => (one.scores[option] ?? 0) + (other.scores[option] ?? 0) - score),
  vetoed: vetoed.map((isOut, option) => (one.vetoed[option] === isOut ? other : one).vetoed[option] === true),
  burdened: (one.burdened === burdened ? other : one).burdened,
})

const reaches = ({ components }: AnswerChange, { id }: Subject): boolean => components.includes(id)

function turnedAmong(
  pack: Pack,
  { known, truths }: Subject,
  indexes: readonly number[],
  changes: readonly AnswerChange[],
): readonly number[] {
  const { rules, scope } = rulesIn(pack)
  const answers = answersAfter(known, changes)
  return indexes.filter((index) => {
    const [before, after] = [truths[index], truthOf(rules[index]?.when ?? pack.scope.when, answers)]
    return index === scope ? after !== before : (after === 'true') !== (before === 'true')
  })
}

const driversOf = (pack: Pack, turned: readonly number[]): readonly number[] => {
  const { rules } = rulesIn(pack)
  return [...new Set(turned.map((index) => rules[index]?.driver ?? 0))]
}

/** Only the drivers of rules that have turned are weighed anew. */
function standingAfter(
  { pack, dominantConstraint }: Weighing,
  { tally, standing, truths }: Subject,
  turned: readonly number[],
): Standing {
  if (turned.length === 0) return standing
  const { byDriver } = rulesIn(pack)
  const holds = (index: number): boolean => turned.includes(index) !== (truths[index] === 'true')
  const touched = driversOf(pack, turned)
  const scores = [...standing.scores]
  for (const driver of touched) {
    const held = (byDriver[driver] ?? []).filter(({ index }) => holds(index))
    const isDominant = pack.drivers[driver]?.id === dominantConstraint
    tally.levels[driver]?.forEach((before, option) => {
      const after = held.reduce<Level>((most, { levels }) => louder(most, levels[option] ?? 0), 0)
      scores[option] = (scores[option] ?? 0) + weightIn(after, isDominant) - weightIn(before, isDominant)
    })
  }
  if (!touched.includes(byDriver.length)) return { ...standing, scores }
  const { length } = pack.criteria
  return {
    scores,
    vetoed: vetoedBy(
      pack,
      pack.vetoes.filter((_, index) => holds(length + index)),
    ),
    burdened: holds(length + pack.vetoes.length),
  }
}

/** A second change of one fact starts from what the first has led to. */
const answersAfter =
  (known: Answers, changes: readonly AnswerChange[]): Answers =>
  (id) => {
    let changed: Answer | undefined
    for (const change of changes)
      if (change.fact.id === id) changed = changed === undefined ? change.to : answerAfter(change, changed)
    return changed ?? known(id)
  }

function answerAfter({ step, to }: AnswerChange, now: Answer): Answer {
  if (step.kind === 'becomes' || !Array.isArray(now)) return to
  return step.kind === 'gains'
    ? [...now, ...step.members.slice(0, 1)]
    : now.filter((member: string) => !step.members.includes(member))
}
