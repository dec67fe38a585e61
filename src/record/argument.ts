import { type Comparison, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack } from '../criteria/pack.ts'
import { voicesOf } from '../evaluation/confidence.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf, favoursAll } from '../evaluation/evidence.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { holds } from '../evaluation/truth.ts'
import type { Answer } from '../profile/fact.ts'
import { groundsLine } from './citation.ts'
import { factSentence } from './fact-sentence.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { levelAdverb, lowerFirst, sentencesOf } from './words.ts'

/** Stands for every option of a pack. */
const ALL_OPTIONS = '*'

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
export const argumentsFor = (
  pack: Pack,
  components: readonly ComponentEvidence[],
  option: string,
): readonly Argument[] =>
  gatherArguments(
    pack,
    components,
    option,
    (criterion) => criterion.favours.includes(option) && !favoursAll(pack, criterion),
  )

/** What speaks for all options alike: it decides nothing, but it explains the table. */
export const commonArguments = (pack: Pack, components: readonly ComponentEvidence[]): readonly Argument[] =>
  gatherArguments(pack, components, ALL_OPTIONS, (criterion) => favoursAll(pack, criterion))

function gatherArguments(
  pack: Pack,
  components: readonly ComponentEvidence[],
  option: string,
  isWanted: (criterion: Criterion) => boolean,
): readonly Argument[] {
  const all = components.flatMap((component) => {
    const holding = component.criteria.filter(({ truth }) => truth === 'true').map(({ rule }) => rule)
    return pack.drivers.flatMap(({ id: driver }): readonly Argument[] => {
      const [first, ...others] = holding
        .filter((rule) => rule.driver === driver && isWanted(rule))
        .toSorted((a, b) => levelOf[b.strength] - levelOf[a.strength])
      return first === undefined ? [] : [{ component, driver, option, criteria: [first, ...others] }]
    })
  })
  return all.toSorted((a, b) => levelOf[b.criteria[0].strength] - levelOf[a.criteria[0].strength])
}

/** Whether the driver of an argument speaks more strongly for its option than for a rival. */
export function isAheadOf(pack: Pack, { component, driver, option }: Argument, rival: string): boolean {
  const voice = voicesOf(pack, component, option, rival).find((one) => one.driver === driver)
  return voice !== undefined && voice.mine > voice.theirs
}

/** Whether the option of an argument is ruled out in its component. */
export const isRuledOut = ({ component, option }: Argument): boolean =>
  component.vetoes.some(({ rule, truth }) => truth === 'true' && rule.against.includes(option))

export const nameOfOption = (pack: Pack, id: string): string =>
  escapeProse(pack.options.find((option) => option.id === id)?.name ?? id)

export const nameOfDriver = (pack: Pack, id: string): string =>
  escapeProse(pack.drivers.find((driver) => driver.id === id)?.name ?? id)

/** An argument as a reviewer reads it: what speaks, how strongly, the fact, the claim, and where the claim stands. */
export function pointOf({ pack, profile }: Evaluation, argument: Argument): Point {
  const { component, driver, option, criteria } = argument
  const [first] = criteria
  const name = nameOfDriver(pack, driver)
  const whom = option === ALL_OPTIONS ? 'all options alike' : nameOfOption(pack, option)
  const speaker = profile.divided ? `${escapeMarkdown(component.component.name)}: ${lowerFirst(name)}` : name
  return {
    headline: `${speaker} speaks for ${whom}, ${levelAdverb[first.strength]}.`,
    lines: [
      ...factsBehind(pack, component, criteria).map(escapeProse),
      ...criteria.flatMap((criterion) => [
        ...sentencesOf(criterion.claim).map(escapeProse),
        groundsLine(pack, criterion),
      ]),
    ],
  }
}

/** The answers that make criteria hold, as sentences; of a list only the items that do. What was only assumed is told as that. */
function factsBehind(
  pack: Pack,
  { component }: ComponentEvidence,
  criteria: readonly Criterion[],
): readonly string[] {
  const answers = answersOf(component.facts)
  const behind = criteria.flatMap(({ when }) => {
    const comparisons = comparisonsOf(when)
    const holding = comparisons.filter((comparison) => {
      const answer = answers(comparison.fact)
      return answer !== undefined && holds(comparison, answer)
    })
    return holding.length > 0 ? holding : comparisons
  })
  return pack.facts.flatMap((fact) => {
    const asked = behind.filter((comparison) => comparison.fact === fact.id)
    const answer = answers(fact.id)
    if (asked.length === 0 || answer === undefined) return []
    const sentence = factSentence(fact, itemsAsked(asked, answer))
    const isAssumed = component.facts.get(fact.id)?.state === 'assumed'
    return [isAssumed ? `We assume that ${lowerFirst(sentence)}` : sentence]
  })
}

/** An answer, or of a list those items that comparisons ask for, if it has any of them. */
function itemsAsked(comparisons: readonly Comparison[], answer: Answer): Answer {
  if (!Array.isArray(answer)) return answer
  const wanted = answer.filter((item) =>
    comparisons.some(({ value }) => Array.isArray(value) && value.includes(item)),
  )
  return wanted.length > 0 ? wanted : answer
}
