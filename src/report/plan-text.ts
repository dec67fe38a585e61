import type { Orphan } from '../plan/orphans.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { type Change, acceptedPath } from '../plan/change.ts'
import { changeWords } from './change-words.ts'
import { differenceText } from './difference-text.ts'
import { harmless } from './plain-text.ts'
import { type PlanReport, verdictBehind } from './plan-report.ts'

/** One line a record: what was done, and the file. A dry run adds the differences. */
export function planText(report: PlanReport): string {
  const lines = report.plan.changes.map(
    (change) => lineOf(report, change) + (report.dryRun ? differenceText(change) : ''),
  )
  return harmless(lines.join(''))
}

function lineOf({ plan, dryRun }: PlanReport, { kind, path, id, twins = [path || id] }: Change): string {
  const { done, planned } = changeWords[kind]
  const isHeldBack = planned !== undefined && plan.writes.length === 0 && plan.needsPerson
  const word = isHeldBack ? 'held back' : dryRun ? (planned ?? done) : done
  return twins.map((file) => `${word} ${file}\n`).join('')
}

/** What a person should know: what was decided, what it would take to decide, and what stands in the way. */
export function planNotes(report: PlanReport): string {
  const notes = report.plan.changes.map((change) => {
    const lines = [
      ...(verdictBehind(report, change)?.lines ?? []),
      ...(changeWords[change.kind].notes?.(change) ?? []),
      ...lostNotes(report, change),
      ...acceptanceNotes(report, change),
      ...revisitNotes(change),
    ]
    return `${lines.join('\n')}\n`
  })
  const left = (report.plan.orphans ?? []).map((orphan) => `${orphanNotes(orphan).join('\n')}\n`)
  return harmless([...notes, ...left].join('\n'))
}

/** A record that nobody brings up to date any more. */
function orphanNotes({ id, path, isAccepted, profile, isProfileGone }: Orphan): readonly string[] {
  const decision = decisionOfId(id)
  const [pack = '', name = ''] = decision.split('/')
  const renamed = isProfileGone ? '' : `, a pack with another id by \`renames: [${pack}]\``
  const end = isAccepted
    ? `run \`madrigal deprecate ${path}\``
    : `run \`madrigal reject ${path}\`, or delete it`
  return [
    `\`${path}\` is left behind: ${isProfileGone ? `\`${profile}\` is gone, and ` : ''}no profile asks for \`${decision}\`.`,
    `A profile with another name keeps it by \`id: ${name}\` beside its \`criteria:\`${renamed}; otherwise ${end}.`,
  ]
}

/** A record without its id is found by what it says, and that may not always be possible. */
const lostNotes = ({ plan, dryRun }: PlanReport, { lost = [] }: Change): readonly string[] =>
  plan.writes.length === 0
    ? []
    : lost.map(
        ({ id, path }) =>
          `\`${path}\` had lost its id, \`${id}\`, and ${dryRun ? 'would get' : 'has'} it again.`,
      )

/** What is remembered of accepted records from now on, and what became of them since. */
function acceptanceNotes(
  { plan, dryRun }: PlanReport,
  { copies = [], edited = [] }: Change,
): readonly string[] {
  const written = new Set(plan.writes.map(({ path }) => path))
  return [
    ...copies
      .filter(({ id }) => written.has(acceptedPath(id)))
      .map(
        ({ id, path }) =>
          `\`${path}\` was accepted; \`${acceptedPath(id)}\` ${dryRun ? 'would keep' : 'keeps'} it as it is now.`,
      ),
    ...edited.map(
      ({ path, line }) =>
        `\`${path}\` was edited after it was accepted, from line ${line}. It is left so; \`madrigal accept ${path}\` takes it as it is now.`,
    ),
  ]
}

/** The record, or the profile, said when to look at it again, and that has come about. */
const revisitNotes = ({ path, met = [], overdue }: Change): readonly string[] => [
  ...met.map(
    (trigger) =>
      `\`${trigger.path}:${trigger.line}\` said when to look at it again, and it has come about: ${trigger.sentence}`,
  ),
  ...(overdue === undefined ? [] : [`\`${path}\` was to be looked at again by ${overdue}.`]),
]
