import type { Option } from '../criteria/pack.ts'
import { optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { OptionExplanation, OptionInComponent } from './explain-option.ts'
import { weightOf } from '../evaluation/ladder.ts'
import { countOf, listOf } from '../record/words.ts'
import { type Line, line } from './sections.ts'
import { about, isWeighed, notWeighed } from './wording.ts'

/** Where an option stands in one component, and what came before the weighing. */
export function standingLines(
  evaluation: Evaluation,
  { option }: OptionExplanation,
  standing: OptionInComponent,
): readonly Line[] {
  const { vetoes, isBehindConstraint, leads, component } = standing
  if (!isWeighed(evaluation, component)) return notWeighed(evaluation, component)
  const holding = vetoes.filter(({ truth }) => truth === 'true')
  return [
    ...holding.map(({ rule }) => `${option.name} is ruled out by ${rule.id}, whatever speaks for it.`),
    ...(isBehindConstraint
      ? [`the dominant constraint speaks more strongly for another option, so ${option.name} is not weighed.`]
      : []),
    ...(holding.length > 0 ? [] : leads).map(({ rival, lead, isRuledOut }) =>
      isRuledOut ? `${rival.name} is ruled out.` : `${leadText(option.name, rival.name, lead)}.`,
    ),
    ...(isKeptFrom(evaluation, option, standing)
      ? ['one option has to serve all components, because a second one would be a burden.']
      : []),
  ].map((text) => line(about(evaluation, component, text)))
}

/** The component would get it if it were decided alone. */
const isKeptFrom = (
  { verdict: { decision }, withoutBurden, alone, covered }: Evaluation,
  option: Option,
  { component }: OptionInComponent,
): boolean => {
  const own = alone[covered.findIndex((entry) => entry.component.id === component.id)]
  const isAlone = own !== undefined && optionFor(own, component.id) === option.id
  return withoutBurden !== undefined && isAlone && optionFor(decision, component.id) !== option.id
}

/** "Go is ahead of Python by as much as one strong driver". */
function leadText(name: string, rival: string, lead: number): string {
  if (lead === 0) return `${name} weighs as much as ${rival}`
  return `${name} is ${lead > 0 ? 'ahead of' : 'behind'} ${rival} by as much as ${weightText(Math.abs(lead))}`
}

/** "two strong drivers and one weak driver": how much a difference of scores is worth. */
function weightText(weight: number): string {
  const [weak, moderate, strong] = [weightOf(1), weightOf(2), weightOf(3)]
  return listOf(
    [
      { count: Math.floor(weight / strong), noun: 'strong driver' },
      { count: Math.floor((weight % strong) / moderate), noun: 'moderate driver' },
      { count: Math.floor(((weight % strong) % moderate) / weak), noun: 'weak driver' },
    ].flatMap(({ count, noun }) => (count === 0 ? [] : [countOf(count, noun)])),
  )
}
