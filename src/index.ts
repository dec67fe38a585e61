/**
 * Madrigal as a library: text in, values out. Nothing here reads a file, a clock or the environment, and nothing writes.
 *
 * The usual way through: `parsePack` and `parseProfile` read what people wrote, `evaluate` judges it, `buildRecord` and
 * `renderRecord` make the record, and `planChanges` compares it with the files that are there.
 */

export { parsePack } from './criteria/parse-pack.ts'
export { lintPack } from './criteria/lint-pack.ts'
export { criteriaJsonSchema } from './criteria/json-schema.ts'
export { parseProfile, requestedCriteria } from './profile/parse-profile.ts'
export { profileJsonSchema } from './profile/json-schema.ts'
export { decodeText } from './document/decode-text.ts'
export { diagnosticCodes } from './diagnostics/diagnostic.ts'
export { formatDiagnostic } from './report/code-frame.ts'
export { evaluate } from './evaluation/evaluate.ts'
export { evaluationTrace } from './report/evaluation-json.ts'
export { evaluationJsonSchema } from './report/evaluation-schema.ts'
export { evaluationText } from './report/evaluation-text.ts'
export { buildRecord } from './record/build-record.ts'
export { renderRecord } from './record/render-record.ts'
export { readRecord } from './record/read-record.ts'
export { recordFileName, recordId, slugOf } from './record/record-name.ts'
export { planChanges } from './plan/plan-changes.ts'

export type { Diagnostic, DiagnosticCode, Place, Result, SourceText } from './diagnostics/diagnostic.ts'
export type { Answer, Fact, FactState } from './profile/fact.ts'
export type { Component, DecisionRequest, Profile } from './profile/profile.ts'
export type { Comparison, Condition } from './criteria/condition.ts'
export type {
  Basis,
  Criterion,
  Difference,
  Driver,
  Option,
  Pack,
  Strength,
  Veto,
  WatchPoint,
} from './criteria/pack.ts'
export type { Evaluation, Verdict } from './evaluation/evaluate.ts'
export type { Confidence } from './evaluation/confidence.ts'
export type { Decision } from './evaluation/decision.ts'
export type { EvaluationTrace } from './report/evaluation-schema.ts'
export type { RecordHead } from './record/build-record.ts'
export type { TemplateText } from './record/render-record.ts'
export type { RecordView } from './record/view.ts'
export type { Change, ChangeKind, ConflictPolicy, PlanPolicy } from './plan/change.ts'
export type { ExistingFiles, Plan, Proposal, WantedRecord, Write } from './plan/plan-changes.ts'
