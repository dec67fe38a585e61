import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type DecisionReview, isOtherVerdict, isSubstantial } from './review-decisions.ts'
import { formatDiagnostic } from '../report/code-frame.ts'
import { countOf, upperFirst } from '../record/words.ts'
import { attentionPhrases, behindPhrases, comparisonPhrases } from './attention.ts'
import { type ReviewBlock, type Phrase, code, joinPhrases, listBlock, paragraph } from './block.ts'
import { decisionDetails, ruleBlocks } from './decision-details.ts'
import { decisionSection } from './decision-section.ts'
import { outcomeWithDegree, subjectOf } from './verdict-phrases.ts'

/** What cannot be judged on one side of a change. */
export interface BrokenFile {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly side: 'before' | 'after'
  readonly diagnostics: readonly Diagnostic[]
}

export interface Review {
  readonly decisions: readonly DecisionReview[]
  readonly broken: readonly BrokenFile[]
}

/** Of more decisions than these, only those that call for attention are told at length. */
const MOST_SECTIONS = 10

/** A review as its parts: what to look at, a section for each decision, and the details last. */
export function reviewBlocks({ decisions, broken }: Review): readonly ReviewBlock[] {
  const changed = decisions.filter(isSubstantial)
  const same = decisions.filter((decision) => !isSubstantial(decision))
  if (changed.length + broken.length === 0) return [paragraph(...nothingChanges(same))]
  const isMany = changed.length > MOST_SECTIONS
  const looked = changed
    .map((review) => {
      const phrases = attentionPhrases(review, isMany)
      return { review, phrases, rank: rankOf(review, phrases) }
    })
    .toSorted((a, b) => a.rank - b.rank)
  const told = looked.filter(({ phrases }) => !isMany || phrases.length > 0).map(({ review }) => review)
  const attention = [
    ...broken.map(brokenPhrase),
    ...looked.flatMap(({ phrases }) => phrases),
    ...comparisonPhrases(changed),
    ...(isMany ? behindPhrases(changed) : []),
  ]
  return [
    { kind: 'heading', level: 2, text: ['What this changes about decisions'] },
    ...(attention.length === 0
      ? [paragraph('Verdicts, and how sure they are, stay as they are.')]
      : [paragraph('What to look at:'), ...listBlock(attention)]),
    ...broken.flatMap(brokenSection),
    ...told.flatMap(decisionSection),
    ...(same.length === 0 || broken.length > 0 ? [] : [paragraph(...nothingChanges(same))]),
    ...told.flatMap(decisionDetails),
    ...othersBlock(
      changed.filter((review) => !told.includes(review)),
      told.length > 0 ? 'more decision' : 'decision',
    ),
  ]
}

/** Other verdicts before anything else that calls for attention, and that before the rest. */
const rankOf = (review: DecisionReview, attention: readonly Phrase[]): number =>
  isOtherVerdict(review) ? 0 : attention.length > 0 ? 1 : 2

/** A line for each decision that stays what it was, and what changed in the comparisons that they are judged by. */
function othersBlock(reviews: readonly DecisionReview[], noun: string): readonly ReviewBlock[] {
  if (reviews.length === 0) return []
  const lines = reviews.flatMap(({ after }): readonly Phrase[] => {
    if (after === null) return []
    return [[{ strong: `${subjectOf(after)}:` }, ` still ${outcomeWithDegree(after.evaluation)}.`]]
  })
  const byComparison = new Map(reviews.map((review) => [review.comparison?.pack?.after.id, review]))
  return [
    {
      kind: 'details',
      summary: `${upperFirst(countOf(lines.length, noun))} with the same verdict`,
      blocks: [...listBlock(lines), ...[...byComparison.values()].flatMap(ruleBlocks)],
    },
  ]
}

function nothingChanges(same: readonly DecisionReview[]): Phrase {
  const subjects = same.map(({ decision }) => [{ strong: subjectOf(decision) }])
  if (subjects.length === 0)
    return ['No decision changes: no profile, comparison, template or record is touched.']
  return subjects.length > MOST_SECTIONS
    ? [`Nothing changes in substance in ${countOf(subjects.length, 'decision')}.`]
    : ['Nothing changes in substance: ', ...joinPhrases(subjects), '.']
}

const brokenPhrase = ({ path, side }: BrokenFile): Phrase =>
  side === 'after'
    ? [code(path), ' cannot be read as it is now; what is wrong stands below.']
    : [code(path), ' could not be read before, so there is nothing to compare it with.']

const brokenSection = ({ path, side, diagnostics }: BrokenFile): readonly ReviewBlock[] => [
  paragraph('What is wrong with ', code(path), side === 'after' ? ' now:' : ' before this change:'),
  {
    kind: 'lines',
    language: 'text',
    lines: diagnostics.flatMap((diagnostic) => formatDiagnostic(diagnostic, { colour: false }).split('\n')),
  },
]
