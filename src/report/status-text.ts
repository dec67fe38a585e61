import {
  type StatusAction,
  type StatusChange,
  type StatusPlan,
  type StatusProblem,
  statusActions,
} from '../plan/plan-status.ts'
import type { Candidate } from '../plan/select-record.ts'
import { listOf } from '../record/words.ts'
import { quoteName } from './diagnostic-words.ts'
import { differenceText } from './difference-text.ts'
import { harmless } from './plain-text.ts'

const MOST_CANDIDATES = 12

/** A plan with what was asked for. */
export interface StatusReport {
  readonly plan: StatusPlan
  readonly action: StatusAction
  /** As written on the command line. */
  readonly selector: string
  /** Where the records are. */
  readonly directory: string
  readonly dryRun: boolean
}

/** One line a record: its new status, and the file. A dry run adds the differences. */
export const statusText = ({ plan, dryRun }: StatusReport): string =>
  harmless(
    plan.changes.map((change) => lineOf(change, dryRun) + (dryRun ? differenceText(change) : '')).join(''),
  )

function lineOf({ path, from, to }: StatusChange, dryRun: boolean): string {
  return `${from === to ? `already ${to}` : dryRun ? `would be ${to}` : to} ${path}\n`
}

/** Why nothing could be done, and what there is to choose from; empty where all went well. */
export function statusProblem(report: StatusReport): string {
  const { problem } = report.plan
  if (problem === null) return ''
  const candidates = problem.kind === 'unknown' ? candidateLines(problem.candidates) : []
  return harmless([`error: ${explain(problem, report)}`, ...candidates].map((line) => `${line}\n`).join(''))
}

function explain(problem: StatusProblem, { action, selector, directory }: StatusReport): string {
  switch (problem.kind) {
    case 'unknown':
      return `found no record ${quoteName(selector)} in \`${directory}\`${
        problem.nearest === null ? '' : `; did you mean ${quoteName(problem.nearest)}?`
      }`
    case 'foreign':
      return `\`${problem.path}\` has no id of Madrigal, expected a record that it wrote`
    case 'ambiguous':
      return `${quoteName(selector)} is ${namesOf(problem.paths)}; nothing was written, name one by its path`
    case 'wrong-status': {
      const { from, to } = statusActions[action]
      return `${statusOf(problem.path, problem.written)}, and only what is ${from} can be ${to}; nothing was written`
    }
    case 'unresolved':
      return `\`${problem.path}\` still has conflict markers from line ${problem.line}; nothing was written`
    case 'predecessor-missing':
      return `\`${problem.path}\` supersedes \`${problem.predecessor}\`, which is not in \`${directory}\`; nothing was written`
    case 'predecessor-ambiguous':
      return `\`${problem.path}\` supersedes \`${problem.predecessor}\`, which is ${namesOf(problem.paths)}; nothing was written`
    case 'predecessor-not-accepted':
      return `${statusOf(problem.predecessor, problem.written)}, and \`${problem.path}\` can supersede only what is accepted; nothing was written`
  }
}

const namesOf = (paths: readonly string[]): string => listOf(paths.map((path) => `\`${path}\``))

const statusOf = (path: string, written: string): string =>
  written === ''
    ? `\`${path}\` does not say its status`
    : `the status of \`${path}\` is ${quoteName(written)}`

function candidateLines(candidates: readonly Candidate[]): readonly string[] {
  const shown = candidates.slice(0, MOST_CANDIDATES)
  const rest = candidates.length - shown.length
  return [
    ...shown.map(({ id, path, written }) => `  ${path} \`${id}\`${written === '' ? '' : ` (${written})`}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}

/** The plan for machines. */
export function statusJson(report: StatusReport): string {
  const { plan, action, dryRun } = report
  const records = plan.changes.map(({ id, path, from, to }) => ({ id, path, from, to }))
  const writes = plan.writes.map(({ path }) => path)
  return `${JSON.stringify({ dryRun, action, problem: plan.problem, records, writes }, null, 2)}\n`
}
