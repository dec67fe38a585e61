import type { Evaluation } from '../../evaluation/evaluate.ts'
import type { OptionExplanation, OptionInComponent } from '../../evaluation/explanation/explain-option.ts'
import { weightOf } from '../../evaluation/ladder.ts'
import { countOf, listOf } from '../../record/words.ts'
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
  return [
    ...vetoes
      .filter(({ truth }) => truth === 'true')
      .map(({ rule }) => `${option.name} is ruled out by ${rule.id}, whatever speaks for it.`),
    ...(isBehindConstraint
      ? [`the dominant constraint speaks more strongly for another option, so ${option.name} is not weighed.`]
      : []),
    ...leads.map(
      ({ rival, lead, isRuledOut }) =>
        `${leadText(option.name, rival.name, lead)}${isRuledOut ? ', which is ruled out' : ''}.`,
    ),
    ...(isKeptFrom(evaluation, standing)
      ? [
          'a second option is charged as much as one strong driver, and giving this component its own does not earn that.',
        ]
      : []),
  ].map((text) => line(about(evaluation, component, text)))
}

/** More weighs for it in this component than for the option that all components share. */
const isKeptFrom = (
  { verdict: { decision }, covered }: Evaluation,
  { leads, vetoes, isBehindConstraint }: OptionInComponent,
): boolean =>
  covered.length > 1 &&
  decision.kind === 'chosen' &&
  !isBehindConstraint &&
  vetoes.every(({ truth }) => truth !== 'true') &&
  leads.some(({ rival, lead }) => rival.id === decision.option && lead > 0)

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
