import type { Criterion, Pack } from '../criteria/pack.ts'
import { type ComponentEvidence, favoursAll } from '../evaluation/evidence.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { clauseOf, listOf, lowerFirst } from './words.ts'
import { isChoice, optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'

/** What one driver says for one option, about one component. */
export interface Argument {
  readonly component: ComponentEvidence
  readonly driver: string
  readonly option: string
  /** The criteria that hold, the strongest first; only the first counts. */
  readonly criteria: readonly [Criterion, ...Criterion[]]
}

/** A headline and the sentences below it. */
export interface Point {
  readonly headline: string
  readonly lines: readonly string[]
}

/**
 * What speaks for an option in some components, the strongest drivers first, then in the pack's order.
 * A criterion that favours every option argues for none of them and is left out.
 */
function argumentsFor(
  pack: Pack,
  components: readonly ComponentEvidence[],
  option: string,
): readonly Argument[] {
  const all = components.flatMap((component) => {
    const holding = component.criteria
      .filter(
        ({ truth, rule }) => truth === 'true' && rule.favours.includes(option) && !favoursAll(pack, rule),
      )
      .map(({ rule }) => rule)
    return pack.drivers.flatMap(({ id: driver }): readonly Argument[] => {
      const [first, ...others] = holding.filter((rule) => rule.driver === driver).toSorted(byStrength)
      return first === undefined ? [] : [{ component, driver, option, criteria: [first, ...others] }]
    })
  })
  return all.toSorted(strongestFirst)
}

/** Whether the driver of an argument speaks more strongly for its option than for a rival. */
export const isAheadOf = (
  pack: Pack,
  { component, driver, criteria: [strongest] }: Argument,
  rival: string,
): boolean =>
  !component.criteria.some(
    ({ truth, rule }) =>
      truth === 'true' &&
      rule.driver === driver &&
      levelOf[rule.strength] >= levelOf[strongest.strength] &&
      rule.favours.includes(rival) &&
      !favoursAll(pack, rule),
  )

/** Whether an option is ruled out in a component. */
export const isRuledOut = ({ vetoes }: ComponentEvidence, option: string): boolean =>
  vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(option))

export const nameOfOption = (pack: Pack, id: string): string =>
  escapeProse(pack.options.find((option) => option.id === id)?.name ?? id)

export const quotedDriver = (pack: Pack, id: string): string => `"${lowerFirst(nameOfDriver(pack, id))}"`

/** "Go or Python": all of a pack, or some. */
export const namesOfOptions = (
  pack: Pack,
  ids: readonly string[] = pack.options.map(({ id }) => id),
  conjunction?: 'or',
): string =>
  listOf(
    ids.map((id) => nameOfOption(pack, id)),
    conjunction,
  )

/** "for Go and Rust", "against Python". */
export const stanceOf = (pack: Pack, { favours, against }: Criterion, mine = favours): string =>
  against === undefined ? `for ${namesOfOptions(pack, mine)}` : `against ${namesOfOptions(pack, against)}`

/** "the gateway and the model" */
export const namesOfComponents = (parts: readonly ComponentEvidence[]): string =>
  listOf(parts.map(({ component }) => escapeMarkdown(component.name)))

/** A sentence of a pack as a clause. The name of an option stays as it is. */
export const clauseIn = ({ options }: Pack, sentence: string): string =>
  options.some(({ name }) => sentence.startsWith(`${name} `) || sentence.startsWith(`${name}'s `))
    ? sentence.replace(/\.$/, '')
    : clauseOf(sentence)

export const nameOfDriver = (pack: Pack, id: string): string =>
  escapeProse(pack.drivers.find((driver) => driver.id === id)?.name ?? id)

export type ChoiceArguments = ReturnType<typeof choiceOf>

/** Who got what, with the arguments for it and against it. */
export function choiceOf({ pack, verdict, covered }: Evaluation) {
  const { decision } = verdict
  /** The chosen option of a component, by id; empty when none was. */
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
  const theirs = all.filter(isTheirs).toSorted(strongestFirst)
  const order = covered.map(({ component }) => component.id)
  const place = ({ component }: Argument): number => order.indexOf(component.component.id)
  return {
    isMade,
    optionOf,
    all,
    // What speaks for a choice is read component by component; of what speaks against it, the strongest comes first.
    mine: all.filter(isMine).toSorted((a, b) => place(a) - place(b)),
    theirs: theirs.filter((argument) => !isMade || !isRuledOut(argument.component, argument.option)),
    /** What would speak against the choice, if its option were not ruled out. */
    overruled: theirs.filter((argument) => isMade && isRuledOut(argument.component, argument.option)),
  }
}

export type Together = readonly [Argument, ...Argument[]]

/** Those of one key together, at the place of the first. */
export function togetherBy(
  some: readonly Argument[],
  keyOf: (argument: Argument) => string,
): readonly Together[] {
  const together = new Map<string, [Argument, ...Argument[]]>()
  for (const argument of some) {
    const before = together.get(keyOf(argument))
    if (before === undefined) together.set(keyOf(argument), [argument])
    else before.push(argument)
  }
  return [...together.values()]
}

export const ofCriterion = ({ criteria: [criterion] }: Argument): string => criterion.id

export const byStrength = (a: Criterion, b: Criterion): number => levelOf[b.strength] - levelOf[a.strength]

export const strongestFirst = (a: Argument, b: Argument): number => byStrength(a.criteria[0], b.criteria[0])
