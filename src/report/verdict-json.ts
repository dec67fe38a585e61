import type { Decision } from '../evaluation/decision.ts'
import type { Verdict } from '../evaluation/evaluate.ts'
import type { FactState } from '../profile/fact.ts'
import type { DecisionData, StateData, VerdictData } from './evaluation-schema.ts'

export const verdictData = ({ decision, confidence, settled }: Verdict): VerdictData => ({
  ...decisionData(decision),
  confidence,
  settled,
})

export function decisionData(decision: Decision): DecisionData {
  switch (decision.kind) {
    case 'split':
      return { kind: 'split', assignment: Object.fromEntries(decision.assignment) }
    case 'tie':
    case 'insufficient-evidence':
      return { kind: decision.kind, options: [...decision.options] }
    default:
      return decision
  }
}

export function stateData(state: FactState): StateData {
  if (!('answer' in state)) return { state: state.state }
  return { state: state.state, answer: typeof state.answer === 'object' ? [...state.answer] : state.answer }
}
