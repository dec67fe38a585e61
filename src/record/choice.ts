import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type Argument, argumentsFor, commonArguments } from './argument.ts'

/** Who got what, with the arguments for it and against it. */
export interface Choice {
  readonly isMade: boolean
  /** The chosen option of a component, by id; empty when nothing was chosen. */
  readonly optionOf: (component: string) => string
  readonly chosenOptions: readonly string[]
  readonly argumentsFor: (option: string) => readonly Argument[]
  readonly mine: readonly Argument[]
  readonly theirs: readonly Argument[]
  readonly common: readonly Argument[]
}

export function choiceOf({ pack, verdict, covered }: Evaluation): Choice {
  const { decision } = verdict
  const optionOf = (component: string): string => {
    if (decision.kind === 'chosen') return decision.option
    return decision.kind === 'split' ? (decision.assignment.get(component) ?? '') : ''
  }
  const all = pack.options.flatMap(({ id }) => argumentsFor(pack, covered, id))
  const isMine = ({ component, option }: Argument): boolean => optionOf(component.component.id) === option
  const isMade = isChoice(decision)
  return {
    isMade,
    optionOf,
    chosenOptions: isMade ? [...new Set(covered.map(({ component }) => optionOf(component.id)))] : [],
    argumentsFor: (option) => all.filter((argument) => argument.option === option),
    mine: all.filter(isMine),
    theirs: all.filter((argument) => !isMine(argument)),
    common: commonArguments(pack, covered),
  }
}
