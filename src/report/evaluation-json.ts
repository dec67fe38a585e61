import { type Pack, filesOf } from '../criteria/pack.ts'
import type { AnswerChange } from '../evaluation/changes.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, type Levels, levelsOf } from '../evaluation/evidence.ts'
import type { Flip } from '../evaluation/flips.ts'
import { scoresOf } from '../evaluation/standing.ts'
import type { FactState } from '../profile/fact.ts'
import { statedDefault } from '../record/stated-default.ts'
import { levelWord } from '../record/words.ts'
import type { EvaluationTrace } from './evaluation-schema.ts'
import { decisionData, stateData, verdictData } from './verdict-json.ts'

/**
 * The whole trace of an evaluation as plain data, ready for JSON.
 *
 * @param evaluation from `evaluate`
 * @returns one item of what `evaluationJsonSchema` describes
 */
export function evaluationTrace(evaluation: Evaluation): EvaluationTrace {
  const {
    pack,
    profile,
    verdict,
    alone,
    comparisonAlone,
    weighingAlone,
    withoutBurden,
    possibilities,
    flips,
    questions,
    covered,
  } = evaluation
  return {
    project: profile.project,
    pack: {
      id: pack.id,
      version: pack.version,
      house: pack.house?.id ?? null,
      files: filesOf(pack).map((file) => ({ ...file })),
    },
    dominantConstraint: evaluation.dominantConstraint ?? null,
    verdict: verdictData(verdict),
    comparisonAlone: comparisonAlone === undefined ? null : verdictData(comparisonAlone.verdict),
    weighingAlone: weighingAlone === undefined ? null : decisionData(weighingAlone),
    withoutBurden: withoutBurden === undefined ? null : decisionData(withoutBurden),
    alone: Object.fromEntries(
      covered.map(({ component }, index) => [component.id, decisionData(alone[index] ?? verdict.decision)]),
    ),
    components: evaluation.components.map((component) => componentTrace(evaluation, component)),
    withoutDriver: Object.fromEntries(
      [...evaluation.withoutDriver].map(([driver, decision]) => [driver, decisionData(decision)]),
    ),
    possibilities: possibilities?.map(({ decision }) => decisionData(decision)) ?? null,
    flips: { toAnother: flips.toAnother.map(flipTrace), toNone: flips.toNone.map(flipTrace) },
    ...defaultTrace(evaluation),
    questions:
      questions?.map(({ components, fact }) => ({
        components: components.flatMap((index) => covered[index]?.component.id ?? []),
        fact: fact.id,
      })) ?? null,
  }
}

function defaultTrace(evaluation: Evaluation): Pick<EvaluationTrace, 'statedDefault'> {
  const tieBreak = statedDefault(evaluation)
  if (tieBreak === null) return {}
  const { option, claim, basis, sources } = tieBreak
  return { statedDefault: { option, claim, basis, sources: [...sources] } }
}

function componentTrace(
  { pack }: Evaluation,
  entry: ComponentEvidence,
): EvaluationTrace['components'][number] {
  const { component, scope, burden, criteria, vetoes } = entry
  const [least, most] = [levelsOf(pack, criteria, 'least'), levelsOf(pack, criteria, 'most')]
  const [leastScores, mostScores] = [least, most].map((levels) => scoresOf({ pack }, levels))
  return {
    id: component.id,
    name: component.name,
    scope,
    burden,
    facts: Object.fromEntries(pack.facts.map(({ id }) => [id, factTrace(component.facts.get(id))])),
    criteria: criteria.map(({ rule, truth }) => ({
      id: rule.id,
      truth,
      basis: rule.basis,
      sources: [...rule.sources],
      ...(rule.house && { house: rule.house }),
      favours: [...rule.favours],
      ...(rule.against && { against: [...rule.against] }),
      driver: rule.driver,
      strength: rule.strength,
    })),
    vetoes: vetoes.map(({ rule: { id, basis, sources, against, house }, truth }) => ({
      id,
      truth,
      basis,
      sources: [...sources],
      against: [...against],
      ...(house && { house }),
    })),
    drivers: levelsTrace(pack, least),
    scores: Object.fromEntries(
      pack.options.map(({ id }, option) => [
        id,
        { least: leastScores?.[option] ?? 0, most: mostScores?.[option] ?? 0 },
      ]),
    ),
  }
}

const levelsTrace = (pack: Pack, levels: Levels): EvaluationTrace['components'][number]['drivers'] =>
  Object.fromEntries(
    pack.drivers.map(({ id }, driver) => [
      id,
      Object.fromEntries(
        pack.options.map((option, index) => [option.id, levelWord[levels[driver]?.[index] ?? 0]]),
      ),
    ]),
  )

type FactTrace = EvaluationTrace['components'][number]['facts'][string]

const factTrace = (state: FactState = { state: 'unanswered' }): FactTrace => ({
  ...stateData(state),
  ...('line' in state && { line: state.line }),
})

export const flipTrace = ({ changes, decision }: Flip): EvaluationTrace['flips']['toAnother'][number] => ({
  changes: changes.map(changeTrace),
  decision: decisionData(decision),
})

const changeTrace = ({ fact, components, from, to }: AnswerChange) => ({
  fact: fact.id,
  components: [...components],
  from,
  to,
})
