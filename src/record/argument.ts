import { comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { holds } from '../evaluation/truth.ts'
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
    ({ favours }) => favours.includes(option) && !favoursAll(pack, favours),
  )

/** What speaks for all options alike: it decides nothing, but it explains the table. */
export const commonArguments = (pack: Pack, components: readonly ComponentEvidence[]): readonly Argument[] =>
  gatherArguments(pack, components, ALL_OPTIONS, ({ favours }) => favoursAll(pack, favours))

const favoursAll = ({ options }: Pack, favours: readonly string[]): boolean =>
  favours.length === options.length

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
  const sentences = criteria.flatMap((criterion) => factsBehind(pack, component, criterion))
  return {
    headline: `${speaker} speaks for ${whom}, ${levelAdverb[first.strength]}.`,
    lines: [
      ...new Set(sentences.map(escapeProse)),
      ...criteria.flatMap((criterion) => [
        ...sentencesOf(criterion.claim).map(escapeProse),
        groundsLine(pack, criterion),
      ]),
    ],
  }
}

/** The answers that make a criterion hold, as sentences; what was only assumed is told as that. */
function factsBehind(pack: Pack, { component }: ComponentEvidence, { when }: Criterion): readonly string[] {
  const answers = answersOf(component.facts)
  const comparisons = comparisonsOf(when)
  const holding = comparisons.filter((comparison) => {
    const answer = answers(comparison.fact)
    return answer !== undefined && holds(comparison, answer)
  })
  const ids = new Set((holding.length > 0 ? holding : comparisons).map(({ fact }) => fact))
  return pack.facts
    .filter(({ id }) => ids.has(id))
    .flatMap((fact) => {
      const answer = answers(fact.id)
      if (answer === undefined) return []
      const sentence = factSentence(fact, answer)
      const isAssumed = component.facts.get(fact.id)?.state === 'assumed'
      return [isAssumed ? `We assume that ${lowerFirst(sentence)}` : sentence]
    })
}
