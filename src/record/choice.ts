import { isChoice, optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { type Argument, argumentsFor, isAheadOf, isRuledOut } from './argument.ts'

/** Who got what, with the arguments for it and against it. */
export interface Choice {
  readonly isMade: boolean
  /** The chosen option of a component, by id; empty when none was. */
  readonly optionOf: (component: string) => string
  readonly chosenOptions: readonly string[]
  readonly argumentsFor: (option: string) => readonly Argument[]
  readonly mine: readonly Argument[]
  readonly theirs: readonly Argument[]
  /** What would speak against the choice, if its option were not ruled out. */
  readonly overruled: readonly Argument[]
}

export function choiceOf({ pack, verdict, covered }: Evaluation): Choice {
  const { decision } = verdict
  const optionOf = (component: string): string => optionFor(decision, component) ?? ''
  const all = pack.options.flatMap(({ id }) => argumentsFor(pack, covered, id))
  const isMine = ({ component, option }: Argument): boolean => optionOf(component.component.id) === option
  const isMade = isChoice(decision)
  // A driver that speaks as strongly for what was chosen is no argument against it.
  const isTheirs = (argument: Argument): boolean => {
    const mine = optionFor(decision, argument.component.component.id)
    if (!isMade) return true
    return mine !== undefined && mine !== argument.option && isAheadOf(pack, argument, mine)
  }
  const theirs = all.filter(isTheirs).toSorted((a, b) => strengthOf(b) - strengthOf(a))
  const order = covered.map(({ component }) => component.id)
  const place = ({ component }: Argument): number => order.indexOf(component.component.id)
  return {
    isMade,
    optionOf,
    chosenOptions: [...new Set(covered.flatMap(({ component }) => optionFor(decision, component.id) ?? []))],
    argumentsFor: (option) => all.filter((argument) => argument.option === option),
    // What speaks for a choice is read component by component; of what speaks against it, the strongest comes first.
    mine: all.filter(isMine).toSorted((a, b) => place(a) - place(b)),
    theirs: theirs.filter((argument) => !isMade || !isRuledOut(argument)),
    overruled: theirs.filter((argument) => isMade && isRuledOut(argument)),
  }
}

const strengthOf = ({ criteria: [first] }: Argument): number => levelOf[first.strength]
