import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import type { Answer } from '../profile/fact.ts'
import type { AnswerChange } from './changes.ts'
import { type ComponentEvidence, answersOf, levelsHeld } from './evidence.ts'
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
  /** Whether each rule holds: the criteria of the pack, its vetoes, and what makes a second option a burden. */
  readonly holding: readonly boolean[]
}

export function subjectOf(weighing: Weighing, evidence: ComponentEvidence): Subject {
  const tally = tallyOf(weighing.pack, evidence)
  const held = [...evidence.criteria, ...evidence.vetoes, { truth: evidence.burden }]
  return {
    id: evidence.component.id,
    known: answersOf(evidence.component.facts),
    scope: evidence.scope,
    tally,
    standing: weigh(weighing, tally),
    holding: held.map(({ truth }) => truth === 'true'),
  }
}

/** What some changes do to a component. */
interface Effect {
  /** The rules, by index, that come to hold or no longer do. */
  readonly turned: readonly number[]
  /** The drivers of those, by index. */
  readonly touched: readonly number[]
  readonly standing: Standing
}

/**
 * Answers how a component stands after one or two changes; null where the scope would not stay what it is. Two changes do
 * together what each does alone, but for rules that ask about both facts and drivers that both touch. So each is tried alone
 * once, however many pairs it is in, and of a pair only the rules that ask about both facts are judged.
 */
export function standingsAfter(
  weighing: Weighing,
  subject: Subject,
): (changes: readonly AnswerChange[]) => Standing | null {
  const { pack } = weighing
  const effectOf = (turned: readonly number[] | null): Effect | null =>
    turned && { turned, touched: driversOf(pack, turned), standing: standingAfter(weighing, subject, turned) }
  const alone = rememberedOf((change: AnswerChange) => effectOf(turnedBy(pack, subject, [change])))
  return (changes) => {
    const [first, second] = changes.filter(({ components }) => components.includes(subject.id))
    if (first === undefined) return subject.standing
    if (second === undefined) return alone(first)?.standing ?? null
    const both = askedOfBoth(pack, first, second)
    if (both.byScope) return effectOf(turnedBy(pack, subject, [first, second]))?.standing ?? null
    const [one, other] = [alone(first), alone(second)]
    if (one === null || other === null) return null
    if (both.byRules.length > 0) {
      const apart = [...one.turned, ...other.turned].filter((index) => !both.byRules.includes(index))
      const answers = answersAfter(subject.known, [first, second])
      return standingAfter(weighing, subject, [
        ...apart,
        ...turnedAmong(pack, subject, both.byRules, answers),
      ])
    }
    return one.touched.some((driver) => other.touched.includes(driver))
      ? standingAfter(weighing, subject, [...one.turned, ...other.turned])
      : bothStandings(subject.standing, one, other, pack.drivers.length)
  }
}

/** What touches different drivers adds up. Only one of the two touches the vetoes and the burden, which are no driver. */
function bothStandings(before: Standing, one: Effect, other: Effect, noDriver: number): Standing {
  const { vetoed, burdened } = (one.touched.includes(noDriver) ? one : other).standing
  const scores = before.scores.map(
    (score, option) => (one.standing.scores[option] ?? 0) + (other.standing.scores[option] ?? 0) - score,
  )
  return { scores, vetoed, burdened }
}

const driversOf = (pack: Pack, turned: readonly number[]): readonly number[] => {
  const { rules } = rulesIn(pack)
  return [...new Set(turned.map((index) => rules[index]?.driver ?? 0))]
}

/** Only rules that ask about a changed fact are judged anew. */
function turnedBy(pack: Pack, subject: Subject, changes: readonly AnswerChange[]): readonly number[] | null {
  const { asking } = rulesIn(pack)
  const asked = changes.flatMap(({ fact }) => asking.get(fact.id) ?? [])
  const answers = answersAfter(subject.known, changes)
  if (asked.some(({ byScope }) => byScope) && truthOf(pack.scope.when, answers) !== subject.scope) return null
  return turnedAmong(pack, subject, [...new Set(asked.flatMap(({ byRules }) => byRules))], answers)
}

function turnedAmong(
  pack: Pack,
  { holding }: Subject,
  indexes: readonly number[],
  answers: Answers,
): readonly number[] {
  const { rules } = rulesIn(pack)
  return indexes.filter(
    (index) => (truthOf(rules[index]?.when ?? never, answers) === 'true') !== holding[index],
  )
}

/** How a component stands when these rules have turned. Only what they touch is weighed anew. */
function standingAfter(weighing: Weighing, subject: Subject, turned: readonly number[]): Standing {
  const { tally, standing, holding } = subject
  const { pack } = weighing
  const { byDriver } = rulesIn(pack)
  const touched = driversOf(pack, turned)
  const holds = (index: number): boolean => turned.includes(index) !== (holding[index] === true)
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

/** What asks about a fact, or about several. */
interface Asked {
  readonly byScope: boolean
  readonly byRules: readonly number[]
}

/** The criteria of a pack, its vetoes and its burden, by index, and what asks about each fact. */
interface IndexedRules {
  /** What is no criterion has the number after the last driver. */
  readonly rules: readonly { readonly when: Condition; readonly driver: number }[]
  readonly byDriver: readonly (readonly { readonly criterion: Criterion; readonly index: number }[])[]
  readonly asking: ReadonlyMap<string, Asked>
}

const never: Condition = { any: [] }

const rulesIn = rememberedOf((pack: Pack): IndexedRules => {
  const drivers = pack.drivers.map(({ id }) => id)
  const others = [...pack.vetoes, { when: pack.burden?.when ?? never }]
  const rules = [
    ...pack.criteria.map(({ when, driver }) => ({ when, driver: drivers.indexOf(driver) })),
    ...others.map(({ when }) => ({ when, driver: drivers.length })),
  ]
  const scope = factsOf(pack.scope)
  const facts = rules.map(factsOf)
  const askedOf = (id: string) => ({
    byScope: scope.has(id),
    byRules: [...rules.keys()].filter((index) => facts[index]?.has(id)),
  })
  const numbered = pack.criteria.map((criterion, index) => ({ criterion, index }))
  return {
    rules,
    byDriver: drivers.map((id) => numbered.filter(({ criterion }) => criterion.driver === id)),
    asking: new Map(pack.facts.map(({ id }) => [id, askedOf(id)])),
  }
})

function askedOfBoth(pack: Pack, a: AnswerChange, b: AnswerChange): Asked {
  const { asking } = rulesIn(pack)
  const [one, other] = [asking.get(a.fact.id), asking.get(b.fact.id)]
  if (one === undefined || other === undefined) return { byScope: false, byRules: [] }
  return {
    byScope: one.byScope && other.byScope,
    byRules: one.byRules.filter((index) => other.byRules.includes(index)),
  }
}

const factsOf = ({ when }: { readonly when: Condition }): ReadonlySet<string> =>
  new Set(comparisonsOf(when).map(({ fact }) => fact))
