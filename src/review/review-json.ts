import type { RecordReview } from './record-review.ts'
import { type DecisionReview, isOtherVerdict, isSubstantial } from './review-decisions.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { describeDiagnostic } from '../report/diagnostic-message.ts'
import { stateData, verdictData } from '../report/verdict-json.ts'
import type { Review } from './review-blocks.ts'
import type { ReviewTrace } from './review-schema.ts'

/** A review for other programs. */
export function reviewData({ decisions, broken }: Review): ReviewTrace {
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
  const { before, after, comparison, records, follows } = review
  const difference = comparison?.difference
  return {
    decision: decisionOfId((after ?? before)?.record.id ?? ''),
    profile: (after ?? before)?.profile ?? '',
    verdictChanged: isOtherVerdict(review),
    changed: isSubstantial(review),
    before: before === null ? null : verdictData(before.evaluation.verdict),
    after: after === null ? null : verdictData(after.evaluation.verdict),
    facts: (difference?.facts ?? []).map(({ component, fact, ...states }) => ({
      component: component.id,
      fact: fact.id,
      before: stateData(states.before),
      after: stateData(states.after),
      line: 'line' in states.after ? (states.after.line ?? null) : null,
    })),
    gained: [...(difference?.criteria ?? []), ...(difference?.vetoes ?? [])]
      .filter((entry) => entry.after === 'true')
      .map(ruleData),
    lost: [...(difference?.criteria ?? []), ...(difference?.vetoes ?? [])]
      .filter((entry) => entry.before === 'true')
      .map(ruleData),
    keys: [...(comparison?.keys ?? [])],
    records: records.map(recordData),
    generate: follows?.kind ?? null,
  }
}

const ruleData = ({
  component,
  rule,
}: {
  readonly component: { readonly id: string }
  readonly rule: { readonly id: string }
}) => ({ component: component.id, id: rule.id })

const recordData = ({
  id,
  before,
  after,
  edits,
  lost,
  editedAfterAcceptance,
}: RecordReview): ReviewTrace['decisions'][number]['records'][number] => ({
  id,
  before: before === null ? null : { path: before.path, number: before.number, status: before.written },
  after: after === null ? null : { path: after.path, number: after.number, status: after.written },
  edits: edits?.map((edit) => ({ ...edit, removed: [...edit.removed], added: [...edit.added] })) ?? null,
  lost: [...lost],
  editedAfterAcceptance,
})
