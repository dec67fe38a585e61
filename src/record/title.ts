import type { Pack } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { listOf } from './words.ts'

/** The decision as an imperative, in plain text. */
export function titleOf(evaluation: Evaluation): string {
  const { pack, verdict, covered } = evaluation
  const { decision } = verdict
  const { verb, preposition } = pack.imperative
  const project = subjectOf(evaluation)
  const options = pack.options.map(({ name }) => name)
  switch (decision.kind) {
    case 'chosen':
      return `${verb} ${project} ${preposition} ${nameOf(pack, decision.option)}`
    case 'split': {
      const shares = pack.options.flatMap(({ id, name }) => {
        const components = covered.filter(({ component }) => decision.assignment.get(component.id) === id)
        return components.length === 0
          ? []
          : [`${listOf(components.map(({ component }) => component.name))} ${preposition} ${name}`]
      })
      return `${verb} ${listOf(shares)}`
    }
    case 'tie':
      return `Choose between ${listOf(decision.options.map((id) => nameOf(pack, id)))} for ${project} on other grounds`
    case 'insufficient-evidence':
      return `Find out more before choosing a ${pack.topic} for ${project}`
    case 'no-option':
      return `Look beyond ${listOf(options)} for ${project}`
    case 'out-of-scope':
      return `Choose the ${pack.topic} for ${project} outside this comparison`
    case 'scope-unknown':
      return `Find out whether ${listOf(options, 'or')} can be considered for ${project}`
  }
}

/** The project; where the comparison covers only some of its components, these. */
const subjectOf = ({ profile, covered, components }: Evaluation): string =>
  covered.length === 0 || covered.length === components.length
    ? profile.project
    : `${listOf(covered.map(({ component }) => component.name))} of ${profile.project}`

const nameOf = (pack: Pack, id: string): string => pack.options.find((option) => option.id === id)?.name ?? id
