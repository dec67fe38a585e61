import type { Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import { marginOf, voicesOf } from '../evaluation/confidence.ts'
import type { Decision } from '../evaluation/decision.ts'
import type { Evaluation, Judgement } from '../evaluation/evaluate.ts'
import { nameOfOption, namesOfComponents, namesOfOptions, quotedDriver } from './argument.ts'
import { factsFor, factsIn } from './facts-behind.ts'
import { escapeMarkdown } from './markdown.ts'
import { listOf } from './words.ts'

/** The decision in one sentence, with its first reason. The page and the evidence say it. */
export const decisionSentence = rememberedOf((evaluation: Evaluation): string => {
  const { pack, profile, verdict } = evaluation
  const { decision } = verdict
  const project = escapeMarkdown(profile.project)
  switch (decision.kind) {
    case 'chosen':
      return `Chosen option: "${nameOfOption(pack, decision.option)}", because ${reasonFor(evaluation, decision.option)}.`
    case 'split':
      return splitSentence(evaluation, decision.assignment)
    case 'tie':
      return `No option is chosen, because ${namesOfOptions(pack, decision.options)} are too close to call.`
    case 'insufficient-evidence':
      return `No option is chosen, because too little is known to tell ${namesOfOptions(pack, decision.options)} apart.`
    case 'no-option':
      return `No option is chosen, because ${namesOfOptions(pack)} are ${pack.options.length === 2 ? 'both' : 'all'} ruled out.`
    case 'out-of-scope':
      return `No option is chosen, because this comparison does not cover ${project}.`
    case 'scope-unknown':
      return `No option is chosen, because it is not known whether this comparison covers ${project}.`
  }
})

/** The division of the verdict: "Python for reconciliation, Go for query-api"; last what can go with any of several options. */
export const shares = (evaluation: Evaluation, assignment: ReadonlyMap<string, string>): string =>
  division(evaluation, assignment, (index) => {
    const own = evaluation.alone[index]
    return own !== undefined && 'options' in own ? anyOf(evaluation.pack, own.options) : NONE
  })

/** What a component is given that leads to none by itself, where it is not known which ones would suit it. */
const NONE = 'no particular option'

/** @param looseName what the component of an index is given where it leads to no option by itself */
function division(
  { pack, covered }: Judgement,
  assignment: ReadonlyMap<string, string>,
  looseName: (index: number) => string,
): string {
  const assigned = pack.options.flatMap(({ id }) =>
    shareOf(
      nameOfOption(pack, id),
      covered.filter(({ component }) => assignment.get(component.id) === id),
    ),
  )
  const loose = new Map<string, Evaluation['covered'][number][]>()
  for (const [index, part] of covered.entries())
    if (!assignment.has(part.component.id)) {
      const name = looseName(index)
      loose.set(name, [...(loose.get(name) ?? []), part])
    }
  return [...assigned, ...[...loose].flatMap(([name, parts]) => shareOf(name, parts))].join(', ')
}

/** "Python or Go"; a list with a comma would not be told from what stands before it. */
const anyOf = (pack: Pack, options: readonly string[]): string =>
  options.length > 2 ? `any of ${namesOfOptions(pack, options)}` : namesOfOptions(pack, options, 'or')

const shareOf = (name: string, parts: Evaluation['covered']): readonly string[] =>
  parts.length === 0 ? [] : [`${name} for ${namesOfComponents(parts)}`]

/** "decided alone, A would be Python and B would be Go". */
export const aloneClause = ({ pack, covered, alone }: Evaluation): string =>
  `decided alone, ${listOf(
    covered.map(({ component }, index) => {
      const own = alone[index]
      const name = escapeMarkdown(component.name)
      return own?.kind === 'chosen'
        ? `${name} would be ${nameOfOption(pack, own.option)}`
        : `nothing would decide for ${name}`
    }),
  )}`

function reasonFor(evaluation: Evaluation, option: string): string {
  const { pack, verdict, weighingAlone, withoutBurden, dominantConstraint } = evaluation
  const name = nameOfOption(pack, option)
  if (verdict.confidence === 'by-elimination') return eliminationReason(evaluation, option)
  if (withoutBurden !== undefined)
    return `one option has to serve all components, and wherever another is ahead of ${name}, ${name} is further ahead of it elsewhere`
  if (weighingAlone !== undefined && dominantConstraint !== undefined)
    return `the profile names ${quotedDriver(pack, dominantConstraint)} as its dominant constraint, and ${listOf(factsFor(evaluation, option).slice(0, 1)) || `that speaks for ${name}`}`
  const facts = factsFor(evaluation, option)
  return facts.length === 0 ? `more speaks for ${name}` : listOf(facts)
}

/** The choice for each component, with what leads to it; more than a sentence can hold is not told one by one. */
function splitSentence(evaluation: Evaluation, assignment: ReadonlyMap<string, string>): string {
  const head = `Chosen option: "${shares(evaluation, assignment)}", because`
  const room = Math.min(MOST_WORDS, LONGEST_SENTENCE - wordsIn(head))
  const assigned = new Set(assignment.values())
  const reasons = [2, 1].map((most) => {
    const owners = new Map<string, Evaluation['covered'][number][]>()
    for (const part of evaluation.covered) {
      const option = assignment.get(part.component.id)
      const facts = option === undefined ? '' : listOf(factsIn(evaluation, part, option, assigned, most))
      if (facts !== '') owners.set(facts, [...(owners.get(facts) ?? []), part])
    }
    return [...owners].map(([facts, parts]) => `for ${namesOfComponents(parts)}, ${facts}`)
  })
  const fitting = reasons.map(besideEachOther).find((reason) => reason !== '' && wordsIn(reason) <= room)
  return `${head} ${fitting ?? 'the components lead to different options'}.`
}

/** "for A, …, while for B, …"; three need more to keep them apart. */
const besideEachOther = (parts: readonly string[]): string =>
  parts.length < 3
    ? parts.join(', while ')
    : `${parts.slice(0, -1).join('; ')}; and ${parts.slice(-1).join('')}`

const MOST_WORDS = 28
const LONGEST_SENTENCE = 40

const wordsIn = (text: string): number => text.split(' ').length

function eliminationReason({ pack, covered }: Evaluation, option: string): string {
  const others = pack.options.map(({ id }) => id).filter((id) => id !== option)
  const ruledOut = `${namesOfOptions(pack, others)} ${others.length === 1 ? 'is' : 'are'} ruled out`
  const isSpokenFor = covered.some(({ criteria }) =>
    criteria.some(
      ({ rule, truth }) => truth === 'true' && rule.against === undefined && rule.favours.includes(option),
    ),
  )
  if (!isSpokenFor)
    return `${ruledOut}; nothing in the profile speaks for ${nameOfOption(pack, option)} itself`
  const trails = covered.some((component) =>
    others.some((id) => marginOf(voicesOf(pack, component, option, id)) < 0),
  )
  return trails ? `${ruledOut}, although more speaks for ${namesOfOptions(pack, others, 'or')}` : ruledOut
}

/** What another decision would be, as a clause. */
export function resultClause(evaluation: Judgement, decision: Decision): string {
  const { pack, covered } = evaluation
  switch (decision.kind) {
    case 'chosen':
      return `${nameOfOption(pack, decision.option)} would be chosen${covered.length > 1 ? ' for all components' : ''}`
    case 'split':
      return `the choice would be ${division(evaluation, decision.assignment, () => NONE)}`
    case 'tie':
    case 'insufficient-evidence':
      return `${namesOfOptions(pack, decision.options)} would be too close to call`
    case 'no-option':
      return 'every option would be ruled out'
    case 'out-of-scope':
      return 'the comparison would not apply'
    case 'scope-unknown':
      return 'it would not be known whether the comparison applies'
  }
}
