import type { Change, ChangeKind } from '../plan/change.ts'
import { changeNotes, revisitNotes } from './change-notes.ts'
import { differenceText } from './difference-text.ts'
import { harmless } from './plain-text.ts'
import { plainDecision, plainTakes } from './plain-verdict.ts'
import { type PlanReport, evaluationBehind } from './plan-report.ts'
import { acceptanceNotes } from './settled-notes.ts'

const done: Readonly<Record<ChangeKind, string>> = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  'merge-mine': 'merged',
  'mark-conflicts': 'marked',
  adopt: 'current',
  unchanged: 'current',
  supersede: 'proposed',
  kept: 'kept',
  'still-follows': 'kept',
  undecided: 'kept',
  untold: 'kept',
  groundless: 'kept',
  conflict: 'stopped',
  broken: 'stopped',
  unresolved: 'stopped',
  'base-missing': 'stopped',
  duplicate: 'stopped',
  deleted: 'left deleted',
  restore: 'restored',
  take: 'adopted',
  'not-written': 'not written',
}

const plannedWord: Partial<Record<ChangeKind, string>> = {
  create: 'would create',
  update: 'would update',
  merge: 'would merge',
  'merge-mine': 'would merge',
  'mark-conflicts': 'would mark',
  supersede: 'would propose',
  restore: 'would restore',
  take: 'would adopt',
}

/** One line a record: what was done, and the file. A dry run adds the differences. */
export function planText(report: PlanReport): string {
  const lines = report.plan.changes.map(
    (change) => lineOf(report, change) + (report.dryRun ? differenceText(change) : ''),
  )
  return harmless(lines.join(''))
}

function lineOf({ plan, dryRun }: PlanReport, { kind, path, id, twins = [path || id] }: Change): string {
  const planned = plannedWord[kind]
  const isHeldBack = planned !== undefined && plan.writes.length === 0 && plan.needsPerson
  const word = isHeldBack ? 'held back' : dryRun ? (planned ?? done[kind]) : done[kind]
  return twins.map((file) => `${word} ${file}\n`).join('')
}

/** What a person should know: what was decided, what it would take to decide, and what stands in the way. */
export function planNotes(report: PlanReport): string {
  const notes = report.plan.changes.map((change) => {
    const evaluation = evaluationBehind(report, change)
    const verdict = evaluation === undefined ? [] : [plainDecision(evaluation), ...plainTakes(evaluation)]
    return `${[...verdict, ...changeNotes(change), ...acceptanceNotes(report, change), ...revisitNotes(change)].join('\n')}\n`
  })
  return harmless(notes.join('\n'))
}
