import { optionsNamed } from '../record-file/options-named.ts'
import {
  type RecordedDecision,
  type Undecided,
  contradicts,
  decidesSame,
  decisionLine,
  recordedDecision,
} from '../record-file/recorded-decision.ts'
import { type EvidenceData, readEvidence } from '../record/evidence/evidence-data.ts'
import type { Change } from '../plan/change.ts'
import { versionsIn } from '../plan/decision-history.ts'
import { type EvidenceChange, compareEvidence } from '../plan/evidence-change.ts'
import type { Versions } from '../plan/plan-existing.ts'
import { sayTheSame } from '../plan/statements.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import type { ChangedFact, Remedy } from './behind-kinds.ts'
import { type Finding, found, lineOf } from './finding.ts'
import { type PlannedDecision, profilePlace } from './planned-decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Answer } from '../profile/fact.ts'
import { inlineText } from '../record/inline-text.ts'

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
  // That one place of the record names more deciders than the other is mended by the next run, and nothing is behind.
  if (change.kind === 'merge' && base !== undefined && sayTheSame(base, now)) return []
  const then = readEvidence(history.existing.evidenceData.get(record.id) ?? '')
  const support = history.wanted.support().data
  const difference = then && compareEvidence(then, support)
  const cause = {
    facts: changedFacts(evaluation, difference),
    gone: difference?.gone ?? [],
    added: difference?.added ?? [],
    isOfRules: difference?.facts.length === 0 && then?.dominantConstraint === support.dominantConstraint,
    section: firstDifference(base === undefined || sayTheSame(base, now) ? file : base, now),
  }
  const remedy = remedies[change.kind] ?? 'none'
  const place = { path, profile: profilePlace(planned, cause.facts[0]?.line ?? null) }
  const onVerdict = { ...place, line: decisionLine(file) }
  const reason = then && reasonIn(then)
  const decided = recordedDecision(now, then && reasonIn(support))
  const word = written.toLowerCase()
  if (change.kind === 'untold')
    return [found('verdict-unclear', onVerdict, { cause, now: decided, status: word })]
  if (isFlipped(change, versions, history.wanted.options, reason, decided)) {
    const was = recordedDecision(file, reason)
    return [found('verdict-flipped', onVerdict, { was, now: decided, cause, remedy, status: word })]
  }
  // What is accepted stands; that it rests on something else now is for people to know.
  const isAccepted = status === 'accepted'
  if (difference?.confidence) {
    const severity = isAccepted ? 'warning' : 'error'
    const line = lineOf(file, 'How sure we are')
    const about = { ...difference.confidence, cause, remedy }
    return [found('confidence-changed', { ...place, line, severity }, about)]
  }
  // A newer comparison is a finding of its own.
  const isNewer = then !== null && then.criteria.version < evaluation.pack.version
  if (isNewer && cause.facts.length === 0 && cause.gone.length === 0) return []
  const line = cause.gone[0] === undefined ? null : lineOf(file, cause.gone[0])
  const severity = isAccepted ? 'note' : 'error'
  return [found('inputs-changed', { ...place, line, severity }, { cause, remedy, status: word })]
}

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
  if (contradicts(file, now)) return true
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

/** What the profile answers now where it answered otherwise. */
function changedFacts({ profile }: Evaluation, change: EvidenceChange | null): readonly ChangedFact[] {
  const told = (change?.facts ?? []).flatMap(({ fact, component: id }): readonly ChangedFact[] => {
    const holder = profile.components.find((component) => component.id === id)
    const state = holder?.facts.get(fact)
    if (holder === undefined || state?.state !== 'answered') return []
    const isShared = !profile.divided || profile.components.every(({ inherited }) => inherited.has(fact))
    const component = isShared ? null : holder.name
    return [{ fact, answer: answerText(state.answer), line: state.line ?? null, component }]
  })
  return told.filter(
    ({ fact, component }, index) =>
      told.findIndex((other) => other.fact === fact && other.component === component) === index,
  )
}

/** As a profile writes it. */
const answerText = (answer: Answer): string =>
  typeof answer === 'object' ? `[${answer.join(', ')}]` : String(answer)

/** The section in which two texts begin to differ. */
function firstDifference(before: string, now: string): string {
  const [old, current] = [before.split('\n'), now.split('\n')]
  const index = current.findIndex((line, at) => line !== old[at] && !isDate(line))
  const heading = current.slice(0, index + 1).findLast((line) => /^#{2,} /.test(line)) ?? ''
  return inlineText(heading.replace(/^#+ /, ''))
}

/** The date follows whatever else changes. */
const isDate = (line: string): boolean => /^(?:[*-] )?date: /i.test(line)
