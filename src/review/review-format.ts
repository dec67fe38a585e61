import type { Changed } from '../evaluation/compare-evaluations.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { answerJson } from '../report/answer-json.ts'
import type { TextLayout } from '../report/evaluation-text.ts'
import { type Review, reviewBlocks } from './review-blocks.ts'
import { reviewMarkdown } from './review-markdown.ts'
import { reviewText } from './review-text.ts'
import type { RecordReview } from './record-review.ts'
import { type DecisionReview, isOtherVerdict, isSubstantial } from './review-decisions.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { describeDiagnostic } from '../report/diagnostic-message.ts'
import { stateData, verdictData } from '../report/verdict-json.ts'
import type { ReviewTrace } from './review-schema.ts'

/** A review as people or other programs read it, by the name of the format. */
export const reviewFormats = {
  markdown: (review) => reviewMarkdown(reviewBlocks(review)),
  text: (review, layout) => reviewText(reviewBlocks(review), layout),
  json: (review) => answerJson('review', reviewData(review)),
} satisfies Readonly<Record<string, (review: Review, layout: TextLayout) => string>>

export type ReviewFormat = keyof typeof reviewFormats

/** A review for other programs. */
function reviewData({ decisions, broken }: Review): ReviewTrace {
  return {
    verdictChanged: decisions.some(isOtherVerdict),
    decisions: decisions.map(decisionOf),
    broken: broken.map(({ path, side, diagnostics }) => ({
      path,
      side,
      problems: diagnostics.map((diagnostic) => describeDiagnostic(diagnostic).sentence),
    })),
  }
}

function decisionOf(review: DecisionReview): ReviewTrace['decisions'][number] {
  const { decision, before, after, comparison, records, follows } = review
  const { facts = [], criteria = [], vetoes = [] } = comparison?.difference ?? {}
  const rules = [...criteria, ...vetoes]
  return {
    decision: decisionOfId(decision.record.id),
    profile: decision.profile,
    verdictChanged: isOtherVerdict(review),
    changed: isSubstantial(review),
    before: before && verdictData(before.evaluation.verdict),
    after: after && verdictData(after.evaluation.verdict),
    facts: facts.map(({ component, fact, ...states }) => ({
      component: component.id,
      fact: fact.id,
      before: stateData(states.before),
      after: stateData(states.after),
      line: 'line' in states.after ? (states.after.line ?? null) : null,
    })),
    gained: rules.filter((rule) => rule.after === 'true').map(ruleData),
    lost: rules.filter((rule) => rule.before === 'true').map(ruleData),
    keys: [...(comparison?.keys ?? [])],
    records: records.map(recordData),
    generate: follows?.kind ?? null,
  }
}

const ruleData = ({ component, rule }: Changed<unknown> & { readonly rule: { readonly id: string } }) => ({
  component: component.id,
  id: rule.id,
})

const recordData = ({ id, edits, lost, ...record }: RecordReview) => ({
  id,
  before: fileData(record.before),
  after: fileData(record.after),
  edits: edits?.map((edit) => ({ ...edit, removed: [...edit.removed], added: [...edit.added] })) ?? null,
  lost: [...lost],
  editedAfterAcceptance: record.editedAfterAcceptance,
})

const fileData = (record: FoundRecord | null) =>
  record && { path: record.path, number: record.number, status: record.written }
