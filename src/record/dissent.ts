import { isChoice, optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption, type Point } from './argument.ts'
import { standingLine } from './citation.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { listOf, sentencesOf } from './words.ts'

/** Where one option has to serve all components: those that would get another one if they were decided alone. */
export function dissentPoints(
  { pack, covered, alone, verdict, withoutBurden }: Evaluation,
  sources: number,
): readonly Point[] {
  const { burden } = pack
  if (burden === undefined || withoutBurden === undefined || !isChoice(verdict.decision)) return []
  const apart = covered.flatMap(({ component }, index) => {
    const own = optionFor(alone[index] ?? verdict.decision, component.id)
    return own === undefined || own === optionFor(verdict.decision, component.id)
      ? []
      : [`${nameOfOption(pack, own)} for ${escapeMarkdown(component.name)}`]
  })
  return apart.length === 0
    ? []
    : [
        {
          headline: `Decided alone, it would be ${listOf(apart)}.`,
          lines: [
            ...sentencesOf(burden.claim).slice(-1).map(escapeProse),
            standingLine(pack, burden, sources),
          ],
        },
      ]
}
