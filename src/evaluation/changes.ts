import type { Comparison } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import { type Cell, cellContaining, cellsOf, comparisonsByFact, memberClasses } from './cells.ts'
import { type ComponentEvidence, answersOf, byHolder } from './evidence.ts'
import type { Interval } from './truth.ts'

/** One fact with another answer than the profile gives. */
export interface AnswerChange {
  readonly fact: Fact
  /** Ids of the components that it changes: all that share the project's answer, or the one that has its own. */
  readonly components: readonly string[]
  readonly from: Answer
  readonly to: Answer
  readonly step:
    | { readonly kind: 'becomes'; readonly values: readonly string[]; readonly interval?: Interval }
    /** Any of these members alone has the effect. */
    | { readonly kind: 'gains'; readonly members: readonly string[] }
    /** All of these members have to go. */
    | { readonly kind: 'loses'; readonly members: readonly string[] }
}

/** Every single change of an answered fact that some rule of the pack could notice, in the pack's order. */
export function possibleChanges(pack: Pack, evidence: readonly ComponentEvidence[]): readonly AnswerChange[] {
  const byFact = comparisonsByFact(pack)
  return pack.facts.flatMap((fact) => {
    const comparisons = byFact.get(fact.id) ?? []
    const answered = evidence.flatMap(({ component }) => {
      const answer = answersOf(component.facts)(fact.id)
      return answer === undefined || comparisons.length === 0 ? [] : [{ component, answer }]
    })
    return byHolder(answered, fact.id).flatMap((holders) => {
      const components = holders.map(({ component }) => component.id)
      const from = holders[0].answer
      return stepsFrom(fact, comparisons, from).map((step) => ({ fact, components, from, ...step }))
    })
  })
}

/** Another answer, and how it comes about. */
export type Step = Pick<AnswerChange, 'to' | 'step'>

/** The other answers to one fact that some of the comparisons could notice. */
export function stepsFrom(fact: Fact, comparisons: readonly Comparison[], answer: Answer): readonly Step[] {
  if (fact.type === 'set-of' && Array.isArray(answer))
    return memberClasses(fact, comparisons).flatMap((members) => stepOfMembers(members, answer) ?? [])
  const cells = cellsOf(fact, comparisons)
  const current = cellContaining(cells, comparisons, answer)
  return cells.filter((cell) => cell !== current).map(stepTo)
}

const stepTo = ({ answer, values, interval }: Cell): Step => ({
  to: answer,
  step: { kind: 'becomes', values, ...(interval && { interval }) },
})

function stepOfMembers(members: readonly string[], answer: readonly string[]): Step | undefined {
  const present = members.filter((member) => answer.includes(member))
  if (present.length > 0)
    return {
      to: answer.filter((member) => !present.includes(member)),
      step: { kind: 'loses', members: present },
    }
  const [first] = members
  return first === undefined ? undefined : { to: [...answer, first], step: { kind: 'gains', members } }
}
