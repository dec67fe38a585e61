/**
 * Madrigal as a library: text in, values out. Nothing here reads a file, a clock or the environment, and nothing writes.
 *
 * The usual way through: `parsePack` and `parseProfile` read what people wrote, `wantedDecisions` judges it and
 * makes the records, and `planChanges` compares them with the files that are there. docs/library.md has a program.
 */

export { parsePack } from './criteria/parse-pack.ts'
export { extendedCriteria, parseHouse } from './criteria/parse-house.ts'
export { criteriaJsonSchema, houseJsonSchema } from './criteria/json-schema.ts'
export { lintPack } from './author/lint-pack.ts'
export { parseProfile, requestedCriteria } from './profile/parse-profile.ts'
export { profileJsonSchema } from './profile/json-schema.ts'
export { changeFacts } from './profile/change-facts.ts'
export { readChanges } from './profile/read-changes.ts'
export { editProfile } from './profile/edit-profile.ts'
export { decodeText } from './document/decode-text.ts'
export { diagnosticCodes } from './diagnostics/diagnostic.ts'
export { formatDiagnostic } from './report/code-frame.ts'
export { evaluate } from './evaluation/evaluate.ts'
export { explain } from './explain/explain.ts'
export { compareEvaluations } from './evaluation/compare-evaluations.ts'
export { answerEffects } from './evaluation/answer-effects.ts'
export { evaluationTrace } from './report/evaluation-json.ts'
export { evaluationJsonSchema } from './report/evaluation-schema.ts'
export { evaluationText } from './report/evaluation-text.ts'
export { textOfEvidence } from './record/evidence/evidence-text.ts'
export { explanationTrace } from './explain/explanation-json.ts'
export { explanationJsonSchema } from './explain/explanation-schema.ts'
export { explanationText } from './explain/explanation-text.ts'
export { whatIfTrace } from './report/what-if-json.ts'
export { whatIfJsonSchema } from './report/what-if-schema.ts'
export { whatIfText } from './report/what-if-text.ts'
export { askTrace } from './report/ask-json.ts'
export { askJsonSchema } from './report/ask-schema.ts'
export { askText } from './report/ask-text.ts'
export { buildRecord } from './record/build-record.ts'
export { compileTemplate } from './record/compile-template.ts'
export { renderRecord } from './record/render-record.ts'
export { readRecord } from './record-file/read-record.ts'
export { recordFileName, recordId, slugOf } from './record-file/record-name.ts'
export { wantedDecisions } from './plan/wanted-decisions.ts'
export { planChanges } from './plan/plan-changes.ts'
export { noFiles } from './plan/wanted-record.ts'

export type { Diagnostic, DiagnosticCode, Place, Result, SourceText } from './diagnostics/diagnostic.ts'
export type { Answer, Fact, FactState } from './profile/fact.ts'
export type { Component, DecisionRequest, Profile } from './profile/profile.ts'
export type { FactChange } from './profile/change-facts.ts'
export type { WrittenAnswer } from './profile/edit-profile.ts'
export type { Comparison, Condition } from './criteria/condition.ts'
export type {
  Adjustment,
  Basis,
  Criterion,
  Difference,
  Driver,
  House,
  HouseAnswer,
  Option,
  Pack,
  PackFile,
  Strength,
  TieBreak,
  Veto,
  WatchPoint,
} from './criteria/pack.ts'
export type { Evaluation } from './evaluation/evaluate.ts'
export type { Verdict } from './evaluation/evaluate.ts'
export type { Explanation } from './explain/explain.ts'
export type { EvaluationDifference } from './evaluation/compare-evaluations.ts'
export type { AnswerEffect } from './evaluation/answer-effects.ts'
export type { Confidence } from './evaluation/confidence.ts'
export type { Decision } from './evaluation/decision.ts'
export type { EvaluationTrace } from './report/evaluation-schema.ts'
export type { ExplanationTrace } from './explain/explanation-schema.ts'
export type { WhatIfTrace } from './report/what-if-schema.ts'
export type { QuestionTrace } from './report/ask-schema.ts'
export type { RecordHead } from './record/build-record.ts'
export type { TemplateText } from './record/compile-template.ts'
export type { Template } from './record/template.ts'
export type { RecordView } from './record/view.ts'
export type { Change, ChangeKind, ConflictPolicy, PlanPolicy } from './plan/change.ts'
export type { Plan } from './plan/plan-changes.ts'
export type { RecordPlace } from './plan/wanted-decisions.ts'
export type { ExistingFiles, Proposal, WantedDecision, WantedRecord } from './plan/wanted-record.ts'
export type { Write } from './plan/write.ts'
