import { decide, isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption, type Point } from './argument.ts'
import type { Choice } from './choice.ts'
import { escapeMarkdown } from './markdown.ts'

/** The components that would get another option if they were decided alone. */
export function dissentPoints(evaluation: Evaluation, { optionOf }: Choice): readonly Point[] {
  const { pack, covered, dominantConstraint, verdict } = evaluation
  if (!isChoice(verdict.decision) || covered.length < 2) return []
  return covered.flatMap((entry): readonly Point[] => {
    const alone = decide({ pack, dominantConstraint }, [entry])
    if (alone.kind !== 'chosen' || alone.option === optionOf(entry.component.id)) return []
    const name = escapeMarkdown(entry.component.name)
    return [
      {
        headline: `For ${name} alone, ${nameOfOption(pack, alone.option)} would be chosen.`,
        lines: [
          'Another option is charged as much as one strong driver; giving this component its own would not earn more than that.',
        ],
      },
    ]
  })
}
