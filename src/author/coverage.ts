import { answersOf } from '../criteria/check-replaced.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Held, JudgedCase } from './judge-case.ts'
import { isOwn } from './own-entries.ts'

/** How many entries of a list some case reaches, and which none does. */
export interface Reach {
  readonly of: number
  readonly missing: readonly string[]
}

/** What of a pack its cases reach; of a house, what it adds. */
export interface Coverage {
  readonly criteria: Reach
  readonly vetoes: Reach
  readonly watch: Reach
  /** The answers that no case gives, by fact; a number has none to list. */
  readonly answers: readonly { readonly fact: string; readonly missing: readonly string[] }[]
}

export function coverageOf(pack: Pack, judged: readonly JudgedCase[]): Coverage {
  const reach = (list: keyof Held): Reach => {
    const own = pack[list].filter(({ id }) => isOwn(pack, list, id))
    const missing = own.filter(({ id }) => !judged.some(({ held }) => held[list].has(id)))
    return { of: own.length, missing: missing.map(({ id }) => id) }
  }
  const ownFacts = pack.facts.filter(({ id }) => isOwn(pack, 'facts', id))
  return {
    criteria: reach('criteria'),
    vetoes: reach('vetoes'),
    watch: reach('watch'),
    answers: ownFacts.flatMap((fact) => {
      const given = givenTo(fact, judged)
      const missing = answersOf(fact).filter((answer) => !given.has(answer))
      return missing.length === 0 ? [] : [{ fact: fact.id, missing }]
    }),
  }
}

/** Whether every criterion, veto and watch point is reached. */
export const isComplete = ({ criteria, vetoes, watch }: Coverage): boolean =>
  [criteria, vetoes, watch].every(({ missing }) => missing.length === 0)

function givenTo({ id }: Fact, judged: readonly JudgedCase[]): ReadonlySet<string> {
  const states = judged.flatMap(({ packCase }) =>
    packCase.profile.components.map(({ facts }) => facts.get(id)),
  )
  return new Set(
    states.flatMap((state) =>
      state !== undefined && 'answer' in state ? [state.answer].flat().map(String) : [],
    ),
  )
}
