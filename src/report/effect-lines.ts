import type { AnswerEffect } from '../evaluation/answer-effects.ts'
import { cellContaining, comparisonsByFact } from '../evaluation/cells.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Fact, FactValue, SetOfFact } from '../profile/fact.ts'
import { resultClause } from '../record/decision-sentence.ts'
import { answerLabel, intervalIn, joinIntervals } from '../record/fact-sentence.ts'
import { listOf } from '../record/words.ts'
import { plainText } from './plain-text.ts'

/** "one executable file: Go would be chosen": what each answer would do, answers that do the same put together. */
export function effectLines(
  evaluation: Evaluation,
  fact: Fact,
  effects: readonly AnswerEffect[],
): readonly string[] {
  const alike = groupBy(effects, (effect) => effectPhrase(evaluation, effect))
  const [phrase, ...others] = alike.keys()
  if (!effects.some(({ differs, settles }) => differs || settles))
    return ['no answer alone would change the verdict; together with others one could']
  if (others.length === 0) return [`any answer: ${phrase}`]
  if (fact.type === 'set-of') return setLines(evaluation, fact, effects)
  return [...alike].map(([result, group]) => `${answerWords(fact, group).join('; ')}: ${result}`)
}

function effectPhrase(evaluation: Evaluation, { decision, differs, settles }: AnswerEffect): string {
  const result = differs ? plainText(resultClause(evaluation, decision)) : 'the verdict would stay'
  return settles ? `${result}, and that would settle it` : result
}

function answerWords(fact: Fact, effects: readonly AnswerEffect[]): readonly string[] {
  const cells = effects.map(({ cell }) => cell)
  if (fact.type === 'boolean') return cells.map(({ answer }) => answerLabel(fact, answer))
  if (fact.type !== 'number')
    return cells.flatMap(({ values }) => values.map((value) => answerLabel(fact, value)))
  const intervals = joinIntervals(cells.flatMap(({ interval }) => interval ?? []))
  const named = { ...fact, unitOfOne: fact.unitOfOne ?? fact.unit }
  return intervals.map((interval) => intervalIn(named, interval))
}

/** Of a set, each member alone is told; several together by all that they can lead to. */
function setLines(
  evaluation: Evaluation,
  fact: SetOfFact,
  effects: readonly AnswerEffect[],
): readonly string[] {
  const comparisons = comparisonsByFact(evaluation.pack).get(fact.id) ?? []
  const cells = effects.map(({ cell }) => cell)
  const phraseOf = (members: readonly string[]): string => {
    const cell = cellContaining(cells, comparisons, members)
    const effect = effects.find((candidate) => candidate.cell === cell)
    return effect === undefined ? '' : effectPhrase(evaluation, effect)
  }
  const larger = [...pairsOf(fact.values), ...cells.map(({ values }) => values)]
  const several = new Set(larger.filter(({ length }) => length > 1).map(phraseOf))
  const alone = groupBy([null, ...fact.values], (value) => phraseOf(value === null ? [] : [value.id]))
  return [
    ...[...alone].map(([phrase, values]) => `${aloneWords(values)}: ${phrase}`),
    ...(several.size === 0 ? [] : [`several of these: ${listOf([...several], 'or')}`]),
  ]
}

/** Every two members. With the cells of more than one member they reach all that several members can lead to. */
const pairsOf = (values: readonly FactValue[]): readonly (readonly string[])[] =>
  values.flatMap(({ id }, index) => values.slice(index + 1).map((other) => [id, other.id]))

/** "none of these; only analysts; researchers". */
function aloneWords(values: readonly (FactValue | null)[]): string {
  const labels = values.flatMap((value) => (value === null ? [] : [value.label]))
  const only = labels.length === 0 ? [] : [`only ${labels.join('; ')}`]
  return [...(values.includes(null) ? ['none of these'] : []), ...only].join('; ')
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, readonly Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
