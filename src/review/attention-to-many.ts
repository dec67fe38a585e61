import type { DecisionReview } from './review-decisions.ts'
import { countOf, upperFirst } from '../record/words.ts'
import { isBehind } from './attention.ts'
import { type Phrase, code } from './block.ts'
import { packWords } from './pack-words.ts'
import { subjectOf } from './verdict-phrases.ts'

/** The comparisons that changed, each told once for all decisions that are judged by it. */
export function comparisonPhrases(reviews: readonly DecisionReview[]): readonly Phrase[] {
  const judged = new Map<string, DecisionReview[]>()
  for (const review of reviews) {
    const id = review.comparison?.pack?.after.id
    if (id !== undefined) judged.set(id, [...(judged.get(id) ?? []), review])
  }
  return [...judged].flatMap(([id, [first, ...others]]) => {
    const pack = first?.comparison?.pack
    if (!first?.after || !pack) return []
    return others.length === 0
      ? [
          [
            { strong: `${subjectOf(first.after)}:` },
            ' the comparison that it is judged by changed, ',
            code(first.after.request.criteria),
            '.',
          ],
        ]
      : [
          [
            { strong: `${upperFirst(countOf(others.length + 1, 'decision'))}:` },
            ' the comparison ',
            code(id),
            ` that they are judged by ${packWords(pack)}.`,
          ],
        ]
  })
}

/** The records that are behind, told once. */
export function behindPhrases(reviews: readonly DecisionReview[]): readonly Phrase[] {
  const count = reviews.filter(isBehind).length
  return count === 0
    ? []
    : [
        [
          { strong: `${upperFirst(countOf(count, 'decision'))}:` },
          ` ${count === 1 ? 'the record does' : 'the records do'} not say yet what follows: run `,
          code('madrigal generate'),
          '.',
        ],
      ]
}
