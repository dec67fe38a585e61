import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import type { Answer } from '../profile/fact.ts'
import type { AnswerChange } from './changes.ts'
import { type ComponentEvidence, answersOf, levelsHeld } from './evidence.ts'
import { type Tally, tallyOf, vetoedBy } from './standing.ts'
import { type Answers, type Truth, truthOf } from './truth.ts'

/** One component before any change. */
export interface Subject {
  readonly id: string
  readonly known: Answers
  readonly scope: Truth
  readonly tally: Tally
  /** Whether each rule holds: the criteria of the pack, its vetoes, and what makes a second option a burden. */
  readonly holding: readonly boolean[]
}

export const subjectOf = (pack: Pack, evidence: ComponentEvidence): Subject => ({
  id: evidence.component.id,
  known: answersOf(evidence.component.facts),
  scope: evidence.scope,
  tally: tallyOf(pack, evidence),
  holding: [...evidence.criteria, ...evidence.vetoes, { truth: evidence.burden }].map(
    ({ truth }) => truth === 'true',
  ),
})

/**
 * What some changes make of a component. Only rules that ask about a changed fact are judged anew. Null where the scope
 * would not stay what it is.
 */
export function tallyAfter(pack: Pack, subject: Subject, changes: readonly AnswerChange[]): Tally | null {
  const { rules, driverOf, asking } = rulesIn(pack)
  const mine = changes.filter(({ components }) => components.includes(subject.id))
  const answers = answersAfter(subject.known, mine)
  const holding = [...subject.holding]
  const touched: number[] = []
  for (const { fact } of mine) {
    const asked = asking.get(fact.id)
    if (asked?.byScope === true && truthOf(pack.scope.when, answers) !== subject.scope) return null
    for (const index of asked?.byRules ?? []) {
      const when = rules[index]?.when
      if (when === undefined || (truthOf(when, answers) === 'true') === holding[index]) continue
      holding[index] = !holding[index]
      touched.push(driverOf[index] ?? 0)
    }
  }
  return touched.length === 0 ? subject.tally : tallyWith(pack, subject.tally, holding, touched)
}

function tallyWith(
  pack: Pack,
  { levels, vetoed }: Tally,
  holding: readonly boolean[],
  touched: readonly number[],
): Tally {
  const { criteriaOf, vetoes } = rulesIn(pack)
  const after = [...levels]
  let vetoedAfter = vetoed
  for (const driver of touched)
    if (driver < after.length) after[driver] = levelsHeld(pack, heldOf(criteriaOf[driver], holding))
    else vetoedAfter = vetoedBy(pack, heldOf(vetoes, holding))
  return { levels: after, vetoed: vetoedAfter, burdened: holding.at(-1) === true }
}

const heldOf = <Rule>(rules: readonly Placed<Rule>[] = [], holding: readonly boolean[]): readonly Rule[] =>
  rules.filter(({ index }) => holding[index]).map(({ rule }) => rule)

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

/** What asks about a fact. */
interface Asked {
  readonly byScope: boolean
  /** By index. */
  readonly byRules: readonly number[]
}

interface Placed<Rule> {
  readonly rule: Rule
  readonly index: number
}

/** The criteria of a pack, its vetoes and its burden, and what they ask about. */
interface IndexedRules {
  readonly rules: readonly { readonly when: Condition }[]
  /** For each driver. */
  readonly criteriaOf: readonly (readonly Placed<Criterion>[])[]
  readonly vetoes: readonly Placed<Veto>[]
  /** By index; what is no criterion has the number after the last driver. */
  readonly driverOf: readonly number[]
  readonly asking: ReadonlyMap<string, Asked>
}

const never: Condition = { any: [] }

const rulesIn = rememberedOf((pack: Pack): IndexedRules => {
  const rules = [...pack.criteria, ...pack.vetoes, { when: pack.burden?.when ?? never }]
  const scope = factsOf(pack.scope)
  const facts = rules.map(factsOf)
  const askedOf = (id: string): Asked => ({
    byScope: scope.has(id),
    byRules: [...rules.keys()].filter((index) => facts[index]?.has(id)),
  })
  const criteria = pack.criteria.map((rule, index) => ({ rule, index }))
  return {
    rules,
    criteriaOf: pack.drivers.map(({ id }) => criteria.filter(({ rule }) => rule.driver === id)),
    vetoes: pack.vetoes.map((rule, index) => ({ rule, index: criteria.length + index })),
    driverOf: rules.map((rule) =>
      'driver' in rule ? pack.drivers.findIndex(({ id }) => id === rule.driver) : pack.drivers.length,
    ),
    asking: new Map(pack.facts.map(({ id }) => [id, askedOf(id)])),
  }
})

const factsOf = ({ when }: { readonly when: Condition }): ReadonlySet<string> =>
  new Set(comparisonsOf(when).map(({ fact }) => fact))
