import type { Criterion, Veto } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ExplainedCondition } from './explain-condition.ts'
import type { ExplainedDriver } from './explain-decision.ts'
import type { ExplainedCriterion, ExplainedRule } from './explained-rule.ts'
import type { OtherAnswer } from './other-answers.ts'
import type { Consequence } from './what-then.ts'
import type { FactState } from '../profile/fact.ts'
import { levelWord } from '../record/words.ts'
import { decisionData } from '../report/verdict-json.ts'
import type { ExplanationTrace } from './explanation-schema.ts'

type Part<Kind extends string> = Extract<ExplanationTrace['explanations'][number], { kind: Kind }>

export const driverTrace = (
  { pack }: Evaluation,
  { component, driver, levels, criteria }: ExplainedDriver,
): Part<'driver'>['components'][number] => ({
  component: component.id,
  driver: driver.id,
  levels: Object.fromEntries(pack.options.map(({ id }, option) => [id, levelWord[levels[option] ?? 0]])),
  criteria: criteria.map(criterionTrace),
})

export const ruleTrace = ({ component, truth, condition, ways }: ExplainedRule<unknown>) => ({
  component: component.id,
  truth,
  condition: conditionTrace(condition),
  ways: ways?.map((way) => way.map(answerTrace)) ?? null,
})

const groundsTrace = ({ id, basis, sources }: Criterion | Veto) => ({ id, basis, sources: [...sources] })

export const criterionTrace = (explained: ExplainedCriterion) => ({
  ...groundsTrace(explained.rule),
  driver: explained.rule.driver,
  favours: [...explained.rule.favours],
  strength: explained.rule.strength,
  ...ruleTrace(explained),
  outspoken: Object.fromEntries([...explained.outspoken].map(([option, { id }]) => [option, id])),
})

export const vetoTrace = (explained: ExplainedRule<Veto>) => ({
  ...groundsTrace(explained.rule),
  against: [...explained.rule.against],
  ...ruleTrace(explained),
})

type ConditionTrace = Part<'veto'>['components'][number]['condition']

function conditionTrace(explained: ExplainedCondition): ConditionTrace {
  const { kind, truth } = explained
  if (kind === 'not') return { kind, truth, parts: [conditionTrace(explained.part)] }
  if (kind !== 'comparison') return { kind, truth, parts: explained.parts.map(conditionTrace) }
  const { fact, operator, value } = explained.comparison
  return {
    kind,
    truth,
    fact,
    operator,
    value: copyOf<string | number>(value),
    known: stateTrace(explained.state),
  }
}

const copyOf = <Item>(value: boolean | number | string | readonly Item[]) =>
  typeof value === 'object' ? [...value] : value

export const stateTrace = (state: FactState): Part<'fact'>['holders'][number]['state'] =>
  'answer' in state ? { ...state, answer: copyOf(state.answer) } : state

export const answerTrace = ({ fact, to, step }: OtherAnswer) => ({
  fact: fact.id,
  step: step.kind,
  values: [...('members' in step ? step.members : step.values)],
  ...('interval' in step && step.interval !== undefined && { interval: step.interval }),
  to: copyOf(to),
})

export const consequenceTrace = ({ decision, differs }: Consequence) => ({
  decision: decisionData(decision),
  differs,
})
