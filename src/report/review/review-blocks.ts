import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type DecisionReview, isSubstantial } from '../../plan/review/review-decisions.ts'
import { formatDiagnostic } from '../code-frame.ts'
import { attentionPhrases } from './attention.ts'
import { type Block, type Phrase, code, joinPhrases, listBlock, paragraph } from './block.ts'
import { decisionDetails } from './decision-details.ts'
import { decisionSection } from './decision-section.ts'
import { subjectOf } from './verdict-phrases.ts'

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

/** A review as its parts: what to look at, a section for each decision, and the details last. */
export function reviewBlocks({ decisions, broken }: Review): readonly Block[] {
  const changed = decisions.filter(isSubstantial)
  const same = decisions.filter((decision) => !isSubstantial(decision))
  const title: Block = { kind: 'heading', level: 2, text: ['What this changes about decisions'] }
  if (changed.length + broken.length === 0) return [paragraph(...nothingChanges(same))]
  const attention = [...broken.map(brokenPhrase), ...changed.flatMap(attentionPhrases)]
  return [
    title,
    ...(attention.length === 0
      ? [paragraph('Verdicts, and how sure they are, stay as they are.')]
      : [paragraph('What to look at:'), ...listBlock(attention)]),
    ...broken.flatMap(brokenSection),
    ...changed.flatMap(decisionSection),
    ...(same.length === 0 || broken.length > 0 ? [] : [paragraph(...nothingChanges(same))]),
    ...changed.flatMap(decisionDetails),
  ]
}

function nothingChanges(same: readonly DecisionReview[]): Phrase {
  const subjects = same.flatMap(({ before, after }) => {
    const decision = after ?? before
    return decision === null ? [] : [[{ strong: subjectOf(decision) }]]
  })
  return subjects.length === 0
    ? ['No decision changes: no profile, comparison, template or record is touched.']
    : ['Nothing changes in substance: ', ...joinPhrases(subjects), '.']
}

const brokenPhrase = ({ path, side }: BrokenFile): Phrase =>
  side === 'after'
    ? [code(path), ' cannot be read as it is now; what is wrong stands below.']
    : [code(path), ' could not be read before, so there is nothing to compare it with.']

const brokenSection = ({ path, side, diagnostics }: BrokenFile): readonly Block[] => [
  paragraph('What is wrong with ', code(path), side === 'after' ? ' now:' : ' before this change:'),
  {
    kind: 'lines',
    language: 'text',
    lines: diagnostics.flatMap((diagnostic) => formatDiagnostic(diagnostic, { colour: false }).split('\n')),
  },
]
