import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack } from '../criteria/pack.ts'
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
  const { rules, asking } = rulesIn(pack)
  const mine = changes.filter(({ components }) => components.includes(subject.id))
  const answers = answersAfter(subject.known, mine)
  const holding = [...subject.holding]
  const touched = new Set<number>()
  for (const { fact } of mine) {
    const asked = asking.get(fact.id)
    if (asked?.byScope === true && truthOf(pack.scope.when, answers) !== subject.scope) return null
    for (const index of asked?.byRules ?? []) {
      const rule = rules[index]
      if (rule === undefined || (truthOf(rule.when, answers) === 'true') === holding[index]) continue
      holding[index] = !holding[index]
      touched.add(rule.driver)
    }
  }
  return touched.size === 0 ? subject.tally : tallyWith(pack, subject.tally, holding, touched)
}

function tallyWith(
  pack: Pack,
  { levels, vetoed }: Tally,
  holding: readonly boolean[],
  touched: ReadonlySet<number>,
): Tally {
  const { rules } = rulesIn(pack)
  const held = (driver: number): readonly Criterion[] =>
    pack.criteria.filter((_, index) => holding[index] && rules[index]?.driver === driver)
  const vetoes = pack.vetoes.filter((_, index) => holding[pack.criteria.length + index])
  return {
    levels: levels.map((before, driver) => (touched.has(driver) ? levelsHeld(pack, held(driver)) : before)),
    vetoed: touched.has(levels.length) ? vetoedBy(pack, vetoes) : vetoed,
    burdened: holding.at(-1) === true,
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

/** The criteria of a pack, its vetoes and its burden, by index, and what asks about each fact. */
interface IndexedRules {
  /** What is no criterion has the number after the last driver. */
  readonly rules: readonly { readonly when: Condition; readonly driver: number }[]
  readonly asking: ReadonlyMap<string, { readonly byScope: boolean; readonly byRules: readonly number[] }>
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
  return { rules, asking: new Map(pack.facts.map(({ id }) => [id, askedOf(id)])) }
})

const factsOf = ({ when }: { readonly when: Condition }): ReadonlySet<string> =>
  new Set(comparisonsOf(when).map(({ fact }) => fact))
