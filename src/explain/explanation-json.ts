import type { Evaluation } from '../evaluation/evaluate.ts'
import type { DecisionExplanation, RuleEffects, ExplainedDriver } from './explain-decision.ts'
import type { FactExplanation } from './explain-fact.ts'
import type { OptionExplanation } from './explain-option.ts'
import type { Explanation } from './explain.ts'
import type { Component } from '../profile/profile.ts'
import { flipTrace } from '../report/evaluation-json.ts'
import { decisionData, verdictData } from '../report/verdict-json.ts'
import type { ExplanationTrace } from './explanation-schema.ts'
import type { Criterion, Veto } from '../criteria/pack.ts'
import type { ExplainedCondition, ExplainedCriterion, ExplainedRule } from './explained-rule.ts'
import type { OtherAnswer } from './other-answers.ts'
import type { Consequence } from './what-then.ts'
import type { FactState } from '../profile/fact.ts'
import { levelWord } from '../record/words.ts'

/**
 * Explanations as plain data, ready for JSON.
 *
 * @param evaluation the evaluation that is explained
 * @param explanations from `explain`
 * @param profilePath the name of the profile as people see it
 * @returns one item of what `explanationJsonSchema` describes
 */
export function explanationTrace(
  evaluation: Evaluation,
  explanations: readonly Explanation[],
  profilePath: string,
): ExplanationTrace {
  const { pack, profile, verdict } = evaluation
  return {
    project: profile.project,
    pack: { id: pack.id, version: pack.version },
    profile: profilePath,
    verdict: verdictData(verdict),
    explanations: explanations.map((explanation) => traceOf(evaluation, explanation)),
  }
}

type Trace = ExplanationTrace['explanations'][number]
type TraceOf<Kind extends Trace['kind']> = Extract<Trace, { kind: Kind }>

function traceOf(evaluation: Evaluation, explanation: Explanation): Trace {
  switch (explanation.kind) {
    case 'decision':
      return decisionTrace(evaluation, explanation)
    case 'option':
      return optionTrace(explanation)
    case 'fact':
      return factTrace(explanation)
    case 'driver':
      return {
        kind: 'driver',
        id: explanation.driver.id,
        components: explanation.inComponents.map((explained) => driverTrace(evaluation, explained)),
        without: consequenceTrace(explanation.without),
      }
    case 'criterion':
      return {
        kind: 'criterion',
        id: explanation.criterion.id,
        ...effectsTrace(explanation, criterionTrace),
      }
    case 'veto':
      return { kind: 'veto', id: explanation.veto.id, ...effectsTrace(explanation, vetoTrace) }
  }
}

const effectsTrace = <Explained, RuleTrace extends object>(
  { inComponents, without }: RuleEffects<Explained>,
  ruleTraceOf: (explained: Explained) => RuleTrace,
) => ({
  components: inComponents.map(({ explained, ifHeld }) => ({
    ...ruleTraceOf(explained),
    ifHeld: ifHeld && consequenceTrace(ifHeld),
  })),
  without: consequenceTrace(without),
})

const decisionTrace = (
  evaluation: Evaluation,
  { kind, components, restsOn }: DecisionExplanation,
): TraceOf<'decision'> => ({
  kind,
  components: components.map(({ component, scope, drivers, vetoes }) => ({
    component: component.id,
    scope: { id: 'scope', ...ruleTrace(scope) },
    drivers: drivers.map((driver) => driverTrace(evaluation, driver)),
    vetoes: vetoes.map(vetoTrace),
  })),
  restsOn: restsOn.map((effect) => ({ id: effect.rule.id, ...consequenceTrace(effect) })),
})

const optionTrace = (explanation: OptionExplanation): TraceOf<'option'> => ({
  kind: 'option',
  id: explanation.option.id,
  chosen: explanation.isChosen,
  components: explanation.components.map((standing) => ({
    component: standing.component.id,
    scope: standing.scope,
    chosen: standing.isChosen,
    behindConstraint: standing.isBehindConstraint,
    leads: Object.fromEntries(standing.leads.map(({ rival, lead }) => [rival.id, lead])),
    vetoes: standing.vetoes.map(vetoTrace),
    criteria: standing.criteria.map(criterionTrace),
    against: standing.against.map(criterionTrace),
  })),
  flips: explanation.flips.map(flipTrace),
  answers: explanation.answers.map((effect) => ({
    components: idsOf(effect.components),
    answer: answerTrace(effect.answer),
    ...consequenceTrace(effect),
  })),
  open: explanation.open,
})

const factTrace = ({ fact, holders, uses, flips }: FactExplanation): TraceOf<'fact'> => ({
  kind: 'fact',
  id: fact.id,
  holders: holders.map(({ components, state, others, sets }) => ({
    components: idsOf(components),
    state: stateTrace(state),
    others: others.map((other) => ({ answer: answerTrace(other.answer), ...consequenceTrace(other) })),
    sets,
  })),
  uses: uses.map(({ kind, rule, inComponents }) => ({
    kind,
    id: 'id' in rule ? rule.id : kind,
    truth: Object.fromEntries(inComponents.map(({ component, truth }) => [component.id, truth])),
  })),
  flips: flips.map(flipTrace),
})

const idsOf = (components: readonly Component[]): string[] => components.map(({ id }) => id)

const driverTrace = (
  { pack }: Evaluation,
  { component, driver, levels, criteria }: ExplainedDriver,
): TraceOf<'driver'>['components'][number] => ({
  component: component.id,
  driver: driver.id,
  levels: Object.fromEntries(pack.options.map(({ id }, option) => [id, levelWord[levels[option] ?? 0]])),
  criteria: criteria.map(criterionTrace),
})

const ruleTrace = ({ component, truth, condition, ways }: ExplainedRule<unknown>) => ({
  component: component.id,
  truth,
  condition: conditionTrace(condition),
  ways: ways?.map((way) => way.map(answerTrace)) ?? null,
})

const groundsTrace = ({ id, basis, sources, house }: Criterion | Veto) => ({
  id,
  basis,
  sources: [...sources],
  ...(house && { house }),
})

const criterionTrace = (explained: ExplainedCriterion) => ({
  ...groundsTrace(explained.rule),
  driver: explained.rule.driver,
  favours: [...explained.rule.favours],
  ...(explained.rule.against && { against: [...explained.rule.against] }),
  strength: explained.rule.strength,
  ...ruleTrace(explained),
  outspoken: Object.fromEntries([...explained.outspoken].map(([option, { id }]) => [option, id])),
})

const vetoTrace = (explained: ExplainedRule<Veto>) => ({
  ...groundsTrace(explained.rule),
  against: [...explained.rule.against],
  ...ruleTrace(explained),
})

type ConditionTrace = TraceOf<'veto'>['components'][number]['condition']

function conditionTrace(explained: ExplainedCondition): ConditionTrace {
  const { kind, truth } = explained
  if (kind === 'not') return { kind, truth, parts: [conditionTrace(explained.part)] }
  if (kind !== 'comparison') return { kind, truth, parts: explained.parts.map(conditionTrace) }
  const { fact, operator, value } = explained.comparison
  const known = stateTrace(explained.state)
  return { kind, truth, fact, operator, value: copyOf<string | number>(value), known }
}

const copyOf = <Item>(value: boolean | number | string | readonly Item[]) =>
  typeof value === 'object' ? [...value] : value

const stateTrace = (state: FactState): TraceOf<'fact'>['holders'][number]['state'] =>
  'answer' in state ? { ...state, answer: copyOf(state.answer) } : state

const answerTrace = ({ fact, to, step }: OtherAnswer) => ({
  fact: fact.id,
  step: step.kind,
  values: [...('members' in step ? step.members : step.values)],
  ...('interval' in step && step.interval !== undefined && { interval: step.interval }),
  to: copyOf(to),
})

const consequenceTrace = ({ decision, differs }: Consequence) => ({
  decision: decisionData(decision),
  differs,
})
