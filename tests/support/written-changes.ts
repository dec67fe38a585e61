import type { AnswerChange } from '../../src/evaluation/changes.ts'
import type { FactChange } from '../../src/profile/change-facts.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import type { Component, Profile } from '../../src/profile/profile.ts'
import { combine } from '../evaluation/brute-force.ts'

/** Who gives an answer, as `what-if` names it: null for the project. */
export const holderOf = ({ divided }: Profile, component: Component, fact: Fact): string | null =>
  !divided || component.inherited.has(fact.id) ? null : component.id

export const answerOf = (profile: Profile, holder: string | null, fact: Fact): Answer | undefined => {
  const component = profile.components.find((part) => holderOf(profile, part, fact) === holder)
  const state = component?.facts.get(fact.id)
  return state && 'answer' in state ? state.answer : undefined
}

/** Every way to write listed changes: one answer for each fact of each holder, whichever of the members or values is taken. */
export function waysToWrite(
  profile: Profile,
  changes: readonly AnswerChange[],
): readonly (readonly FactChange[])[] {
  return combine(changes.map(wordsFor)).map((words) => {
    const answers = new Map<string, FactChange>()
    for (const [index, { fact, components }] of changes.entries()) {
      const first = profile.components.find(({ id }) => id === components[0])
      const component = first === undefined ? null : holderOf(profile, first, fact)
      const key = `${component ?? ''}.${fact.id}`
      const before = answers.get(key)?.state
      const now = before && 'answer' in before ? before.answer : answerOf(profile, component, fact)
      const answer = words[index]?.(now) ?? ''
      answers.set(key, { component, fact, state: { state: 'answered', answer } })
    }
    return [...answers.values()]
  })
}

type Rewrite = (now: Answer | undefined) => Answer

function wordsFor({ step, to }: AnswerChange): readonly Rewrite[] {
  const listOf = (now: Answer | undefined): readonly string[] => (Array.isArray(now) ? now : [])
  switch (step.kind) {
    case 'gains':
      return step.members.map((member) => (now) => [...listOf(now), member])
    case 'loses':
      return [(now) => listOf(now).filter((member) => !step.members.includes(member))]
    case 'becomes':
      return step.values.length === 0 ? [() => to] : step.values.map((value) => () => value)
  }
}
