import { type Changed, compareEvaluations } from '../evaluation/compare-evaluations.ts'
import { isSameVerdict } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Level } from '../evaluation/ladder.ts'
import type { Truth } from '../evaluation/truth.ts'
import { levelWord } from '../record/words.ts'
import { stateData, verdictData } from './verdict-json.ts'
import type { WhatIfTrace } from './what-if-schema.ts'
import { whatIfSummary } from './what-if-summary.ts'

/**
 * What would be, beside what is, as plain data, ready for JSON.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`, with the same pack and with a profile of the same components
 * @returns one item of what `whatIfJsonSchema` describes
 */
export function whatIfTrace(before: Evaluation, after: Evaluation): WhatIfTrace {
  const { pack, profile } = before
  const difference = compareEvaluations(before, after)
  return {
    project: profile.project,
    pack: { id: pack.id, version: pack.version },
    summary: whatIfSummary(before, after, difference),
    differs: !isSameVerdict(before.verdict.decision, after.verdict.decision),
    before: verdictData(before.verdict),
    after: verdictData(after.verdict),
    facts: difference.facts.map(({ fact, component, ...states }) => ({
      component: component.id,
      fact: fact.id,
      before: stateData(states.before),
      after: stateData(states.after),
    })),
    scope: difference.scope.map(truthData),
    criteria: difference.criteria.map((entry) => {
      const { id, favours, against, driver, strength } = entry.rule
      return {
        ...truthData(entry),
        id,
        favours: [...favours],
        ...(against && { against: [...against] }),
        driver,
        strength,
      }
    }),
    vetoes: difference.vetoes.map((entry) => {
      const { id, against } = entry.rule
      return { ...truthData(entry), id, against: [...against] }
    }),
    drivers: difference.drivers.map(({ driver, component, ...levels }) => ({
      component: component.id,
      driver: driver.id,
      before: levelData(before, levels.before),
      after: levelData(before, levels.after),
    })),
  }
}

const truthData = ({ component, before, after }: Changed<Truth>): WhatIfTrace['scope'][number] => ({
  component: component.id,
  before,
  after,
})

const levelData = (
  { pack }: Evaluation,
  levels: readonly Level[],
): WhatIfTrace['drivers'][number]['before'] =>
  Object.fromEntries(pack.options.map(({ id }, option) => [id, levelWord[levels[option] ?? 0]]))
