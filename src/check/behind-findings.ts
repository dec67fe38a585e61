import { optionsNamed } from '../record-file/options-named.ts'
import {
  type RecordedDecision,
  type Undecided,
  decidesSame,
  decisionLine,
  recordedDecision,
} from '../record-file/recorded-decision.ts'
import { type EvidenceData, readEvidence } from '../record/evidence/evidence-data.ts'
import type { Change } from '../plan/change.ts'
import { versionsIn } from '../plan/decision-history.ts'
import { compareEvidence } from '../plan/evidence-change.ts'
import type { Versions } from '../plan/plan-existing.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { causeOf } from './cause.ts'
import type { Remedy } from './behind-kinds.ts'
import { type Finding, found, lineOf } from './finding.ts'
import { type PlannedDecision, profilePlace } from './planned-decision.ts'

const remedies: Partial<Record<Change['kind'], Remedy>> = {
  update: 'update',
  merge: 'merge',
  conflict: 'conflict',
  broken: 'broken',
  adopt: 'copy',
  supersede: 'propose',
  create: 'propose',
}

/** In what way a record does not say what the profile says now: in its verdict, in how sure it is, or in what it rests on. */
export function behindFindings(planned: PlannedDecision, record: FoundRecord): readonly Finding[] {
  const { change, history, evaluation } = planned
  const { path, written, status } = record
  const versions = versionsIn(history, record)
  const { file, base, now } = versions
  const then = readEvidence(history.existing.evidenceData.get(record.id) ?? '')
  const support = history.wanted.support().data
  const difference = then && compareEvidence(then, support)
  const cause = causeOf(base ?? file, now, difference, evaluation)
  const remedy = remedies[change.kind] ?? 'none'
  const profile = profilePlace(planned, cause.facts[0]?.line ?? null)
  const reason = then && reasonIn(then)
  const decided = recordedDecision(now, then && reasonIn(support))
  const onVerdict = { path, profile, line: decisionLine(file) }
  const word = written.toLowerCase()
  if (change.kind === 'untold')
    return [found('verdict-unclear', onVerdict, { cause, now: decided, status: word })]
  if (isFlipped(change, versions, history.wanted.options, reason, decided)) {
    const was = recordedDecision(file, reason)
    return [found('verdict-flipped', onVerdict, { was, now: decided, cause, remedy, status: word })]
  }
  const confidence = difference?.confidence
  // What is accepted stands; that it rests on something else now is for people to know.
  const isAccepted = status === 'accepted'
  if (confidence)
    return [
      found(
        'confidence-changed',
        { ...place(file, 'How sure we are'), path, profile, ...(isAccepted && { severity: 'warning' }) },
        { ...confidence, cause, remedy },
      ),
    ]
  // A newer comparison is a finding of its own.
  const isNewer = then !== null && then.criteria.version < evaluation.pack.version
  if (isNewer && cause.facts.length === 0 && cause.gone.length === 0) return []
  const [gone = ''] = cause.gone
  return [
    found(
      'inputs-changed',
      { ...place(file, gone), path, profile, ...(isAccepted && { severity: 'note' }) },
      { cause, remedy, status: word },
    ),
  ]
}

const place = (file: string, words: string): { readonly line: number | null } => ({
  line: words === '' ? null : lineOf(file, words),
})

/** Why nothing is chosen, as the evidence has it. */
function reasonIn({ decision: { kind } }: EvidenceData): Undecided | null {
  return kind === 'chosen' || kind === 'split' ? null : kind
}

/** Whether what is decided differs. Somebody may have edited the record so that it says what the profile says now. */
function isFlipped(
  { kind }: Change,
  { file, base, now }: Versions,
  options: readonly string[],
  reason: Undecided | null,
  decided: RecordedDecision,
): boolean {
  if (kind === 'supersede' || kind === 'create' || kind === 'undecided') return true
  if (kind === 'still-follows') return false
  const same = (text: string): boolean =>
    decidesSame(recordedDecision(text, reason), decided) ||
    (decided.kind === 'titled' && namesSame(text, now, options))
  return !same(file) && (base === undefined || !same(base))
}

/** Where a template has a sentence of its own, the options that it names tell. */
function namesSame(before: string, now: string, options: readonly string[]): boolean {
  const [old, current] = [before, now].map((text) => optionsNamed(text, options))
  return old !== null && current !== null && old?.join('\n') === current?.join('\n')
}
