import type { Pack } from '../criteria/pack.ts'
import type { Answer } from '../profile/fact.ts'
import type { AnswerChange } from './changes.ts'
import type { Standings } from './distribution.ts'
import { type ComponentEvidence, answersOf, levelsHeld } from './evidence.ts'
import { rulesIn } from './indexed-rules.ts'
import { weightIn } from './ladder.ts'
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
  readonly turned: Turned
  /** The drivers of those, by index over all components. */
  readonly touched: readonly number[]
}

export function effectOf(pack: Pack, subjects: readonly Subject[], change: AnswerChange): Effect {
  const asking = rulesAskingBoth(pack, change, change)
  const turned = subjects.map((subject) =>
    reaches(change, subject) ? turnedAmong(pack, subject, asking, [change]) : [],
  )
  return { change, turned, touched: driversOf(pack, turned) }
}

/**
 * What two changes turn; null where they turn together what each turns by itself, and touch different drivers, so that what they
 * lead to adds up. Only the rules that ask about both facts are judged anew.
 */
export function turnedByBoth(
  pack: Pack,
  subjects: readonly Subject[],
  one: Effect,
  other: Effect,
): Turned | null {
  const both = rulesAskingBoth(pack, one.change, other.change)
  let isMore = one.touched.some((driver) => other.touched.includes(driver))
  if (both.length === 0 && !isMore) return null
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

const rulesAskingBoth = (pack: Pack, a: AnswerChange, b: AnswerChange): readonly number[] =>
  rulesIn(pack).asking.get(a.fact.id)?.get(b.fact.id) ?? []

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

function driversOf(pack: Pack, turned: Turned): readonly number[] {
  const { rules, byDriver } = rulesIn(pack)
  const drivers = new Set<number>()
  for (const [place, indexes] of turned.entries())
    for (const index of indexes) drivers.add(place * (byDriver.length + 1) + (rules[index]?.driver ?? 0))
  return [...drivers]
}

/** Only the drivers of rules that have turned are weighed anew. */
function standingAfter(
  weighing: Weighing,
  { tally, standing, truths }: Subject,
  turned: readonly number[],
): Standing {
  if (turned.length === 0) return standing
  const { pack } = weighing
  const { byDriver } = rulesIn(pack)
  const holds = (index: number): boolean => turned.includes(index) !== (truths[index] === 'true')
  const touched = driversOf(pack, [turned])
  const scores = [...standing.scores]
  for (const driver of touched) {
    const held = (byDriver[driver] ?? []).flatMap(({ criterion, index }) => (holds(index) ? criterion : []))
    const isDominant = pack.drivers[driver]?.id === weighing.dominantConstraint
    const after = levelsHeld(pack, held)
    for (const [option, before] of (tally.levels[driver] ?? []).entries())
      scores[option] =
        (scores[option] ?? 0) + weightIn(after[option] ?? 0, isDominant) - weightIn(before, isDominant)
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

function answersAfter(known: Answers, changes: readonly AnswerChange[]): Answers {
  const changed = new Map<string, Answer>()
  for (const change of changes) {
    const { id } = change.fact
    changed.set(id, answerAfter(change, changed.get(id) ?? known(id)))
  }
  return (id) => changed.get(id) ?? known(id)
}

function answerAfter({ step, to }: AnswerChange, now: Answer | undefined): Answer {
  if (step.kind === 'becomes' || !Array.isArray(now)) return to
  return step.kind === 'gains'
    ? [...now, ...step.members.slice(0, 1)]
    : now.filter((member: string) => !step.members.includes(member))
}
