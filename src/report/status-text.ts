import { directoryName } from '../plan/relative-path.ts'
import {
  type StatusAction,
  type StatusChange,
  type StatusPlan,
  type StatusProblem,
  statusActions,
} from '../plan/plan-status.ts'
import { quoteName } from './diagnostic-words.ts'
import { differenceText } from './difference-text.ts'
import { harmless } from './plain-text.ts'
import { type RecordReport, candidateLines, explainSelection, namesOf } from './selection-text.ts'
import type { StatusTrace } from './record-schemas.ts'

type StatusReport = RecordReport<StatusPlan>

/** One line a record: its new status, and the file. A dry run adds the differences. */
export const statusText = ({ plan, dryRun }: StatusReport): string =>
  harmless(
    plan.changes.map((change) => lineOf(change, dryRun) + (dryRun ? differenceText(change) : '')).join(''),
  )

function lineOf({ path, from, to, isEdited }: StatusChange, dryRun: boolean): string {
  const word = isEdited ? `${to} as edited` : to
  return `${from === to && !isEdited ? `already ${to}` : dryRun ? `would be ${word}` : word} ${path}\n`
}

/** Why nothing could be done, and what there is to choose from; empty where all went well. */
export function statusProblem(report: StatusReport, action: StatusAction): string {
  const { problem } = report.plan
  if (problem === null) return ''
  return harmless(`error: ${explain(problem, action, report)}\n${candidateLines(problem)}`)
}

function explain(
  problem: StatusProblem,
  action: StatusAction,
  { selector, directory }: StatusReport,
): string {
  switch (problem.kind) {
    case 'unknown':
    case 'foreign':
    case 'lost':
    case 'ambiguous':
      return explainSelection(problem, selector, directory)
    case 'wrong-status': {
      const { from, to } = statusActions[action]
      return `${statusOf(problem.path, problem.written)}, and only what is ${from} can be ${to}; nothing was written`
    }
    case 'unresolved':
      return `\`${problem.path}\` still has conflict markers from line ${problem.line}; nothing was written`
    case 'predecessor-missing':
      return `\`${problem.path}\` supersedes \`${problem.predecessor}\`, which is not in \`${directoryName(directory)}\`; nothing was written`
    case 'predecessor-ambiguous':
      return `\`${problem.path}\` supersedes \`${problem.predecessor}\`, which is ${namesOf(problem.paths)}; nothing was written`
    case 'predecessor-not-accepted':
      return `${statusOf(problem.predecessor, problem.written)}, and \`${problem.path}\` can supersede only what is accepted; nothing was written`
  }
}

const statusOf = (path: string, written: string): string =>
  written === ''
    ? `\`${path}\` does not say its status`
    : `the status of \`${path}\` is ${quoteName(written)}`

/** The plan for machines. */
export function statusData(report: StatusReport): StatusTrace {
  const { plan, dryRun } = report
  const records = plan.changes.map(({ id, path, from, to, isEdited }) => ({
    id,
    path,
    from,
    to,
    ...(isEdited && { isEdited }),
  }))
  const writes = plan.writes.map(({ path }) => path)
  return { dryRun, problem: plan.problem, records, writes }
}
