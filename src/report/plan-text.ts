import { createTwoFilesPatch } from 'diff'
import { type Change, type ChangeKind, basePath } from '../plan/plan-changes.ts'
import { harmless } from './plain-text.ts'
import { plainDecision, plainTakes } from './plain-verdict.ts'
import { type PlanReport, evaluationBehind } from './plan-report.ts'

const done: Readonly<Record<ChangeKind, string>> = {
  create: 'created',
  update: 'updated',
  adopt: 'current',
  unchanged: 'current',
  edited: 'stopped',
  'base-missing': 'stopped',
  duplicate: 'stopped',
  deleted: 'left deleted',
  'not-written': 'not written',
}

const planned: Readonly<Record<ChangeKind, string>> = {
  ...done,
  create: 'would create',
  update: 'would update',
}

/** One line a record: what was done, and the file. A dry run adds the differences. */
export function planText(report: PlanReport): string {
  const lines = report.plan.changes.map(
    (change) => lineOf(report, change) + (report.dryRun ? differenceOf(change) : ''),
  )
  return harmless(lines.join(''))
}

function lineOf({ plan, dryRun }: PlanReport, { kind, path, id }: Change): string {
  const isWrite = kind === 'create' || kind === 'update'
  const word = isWrite && plan.needsPerson ? 'held back' : dryRun ? planned[kind] : done[kind]
  return `${word} ${path || id}\n`
}

const differenceOf = ({ path, before, after, kind }: Change): string =>
  before === after
    ? ''
    : `${createTwoFilesPatch(
        kind === 'create' ? '/dev/null' : `a/${path}`,
        `b/${path}`,
        before,
        after,
        '',
        '',
        { context: 2 },
      )
        .split('\n')
        .slice(1)
        .join('\n')}\n`

/** What a person should know: what was decided, what it would take to decide, and what stands in the way. */
export function planNotes(report: PlanReport): string {
  const notes = report.plan.changes.map((change) => {
    const evaluation = evaluationBehind(report, change)
    const verdict = evaluation === undefined ? [] : [plainDecision(evaluation), ...plainTakes(evaluation)]
    return `${[...verdict, ...obstacleNotes(change)].join('\n')}\n`
  })
  return harmless(notes.join('\n'))
}

function obstacleNotes({ kind, path, id }: Change): readonly string[] {
  switch (kind) {
    case 'edited':
      return [
        `\`${path}\` was edited by a person, and what the profile says now would change it.`,
        'Nothing was written. `--dry-run` shows the difference.',
        `To keep the edits, make the change by hand, in the record and in \`${basePath(id)}\`.`,
        `To drop them, restore the record from \`${basePath(id)}\` and run this again.`,
      ]
    case 'base-missing':
      return [
        `\`${path}\` differs from what would be written, and \`${basePath(id)}\`, which would tell why, is missing.`,
        'Nothing was written. Restore that file from the history of the repository and run this again.',
      ]
    case 'duplicate':
      return [
        `\`${path}\` have the same id, \`${id}\`. Nothing was written. Remove one of them or give it another id.`,
      ]
    case 'deleted':
      return [`The record was deleted and stays deleted. To write it again, delete \`${path}\` as well.`]
    default:
      return []
  }
}
