import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import { cellsOf } from '../evaluation/cells.ts'
import { COMPLETION_LIMIT } from '../evaluation/ladder.ts'
import { truthOf } from '../evaluation/truth.ts'
import type { Answer } from '../profile/fact.ts'

/** Whether some answers meet a condition. What would take too long to try counts as possible. */
export function canHold(condition: Condition, { facts }: Pack): boolean {
  const comparisons = comparisonsOf(condition)
  const asked = facts.flatMap((fact) => {
    const own = comparisons.filter((comparison) => comparison.fact === fact.id)
    return own.length === 0 ? [] : [{ id: fact.id, answers: cellsOf(fact, own).map(({ answer }) => answer) }]
  })
  const ways = asked.reduce((product, { answers }) => product * answers.length, 1)
  if (ways > COMPLETION_LIMIT) return true
  for (let way = 0; way < ways; way += 1) {
    let rest = way
    const given = new Map<string, Answer | undefined>()
    for (const { id, answers } of asked) {
      given.set(id, answers[rest % answers.length])
      rest = Math.floor(rest / answers.length)
    }
    if (truthOf(condition, (fact) => given.get(fact)) === 'true') return true
  }
  return false
}
