import { type Change, basePath } from '../plan/change.ts'
import type { Segment } from '../plan/merge-text.ts'
import { listOf } from '../record/words.ts'
import { settledNotes } from './settled-notes.ts'

/** What a person should know about a change, beyond the verdict: what was merged, and what stands in the way. */
export function changeNotes(change: Change): readonly string[] {
  const { kind, path } = change
  switch (kind) {
    case 'merge':
      return [`The edits in \`${path}\` were kept.`]
    case 'merge-mine':
      return [`The edits in \`${path}\` were kept; this was set aside for them:`, ...setAside(change)]
    case 'mark-conflicts':
      return [
        `\`${path}\` has both sides of each conflict now, between markers.`,
        `Edit it until it says what it should, then run \`madrigal resolve ${path}\`.`,
      ]
    case 'create':
    case 'supersede':
    case 'kept':
    case 'still-follows':
    case 'undecided':
    case 'untold':
    case 'groundless':
    case 'restore':
    case 'take':
      return settledNotes(change)
    default:
      return obstacleNotes(change)
  }
}

function obstacleNotes({ kind, path, id, detail, segments = [], twins = [] }: Change): readonly string[] {
  switch (kind) {
    case 'conflict':
      return [
        `\`${path}\` was edited by a person, and what the profile says now contradicts the edits. Nothing was written.`,
        ...segments.flatMap((segment) => (segment.kind === 'conflict' ? bothSides(path, segment) : [])),
        'Use `--conflict mine` to keep the edits, or `--conflict markers` to have both sides in the file.',
      ]
    case 'broken':
      return [
        `\`${path}\` was edited so that ${detail}. Nothing was written.`,
        segments.length === 0
          ? 'Mend it and run this again.'
          : 'Mend it and run this again, or use `--conflict markers` to have both sides in the file.',
      ]
    case 'unresolved':
      return [
        `\`${path}\` has conflict markers from line ${detail}. Nothing was written.`,
        `Remove them and run \`madrigal resolve ${path}\`.`,
      ]
    case 'base-missing':
      return [
        `\`${path}\` differs from what would be written, and \`${basePath(id)}\`, which would tell why, is missing.`,
        'Nothing was written. Restore that file from the history of the repository, or run `madrigal adopt`.',
      ]
    case 'duplicate':
      return [
        `${listOf(twins.map((twin) => `\`${twin}\``))} have the same id, \`${id}\`. Nothing was written. Remove one or give it another id.`,
      ]
    case 'deleted':
      return [`The record was deleted and stays deleted. \`madrigal restore\` writes it again.`]
    default:
      return []
  }
}

type Conflict = Extract<Segment, { kind: 'conflict' }>

function bothSides(path: string, { line, mine, theirs }: Conflict): readonly string[] {
  return [`${path}:${line}`, ...quoted('yours', mine), ...quoted('now', theirs)]
}

const setAside = ({ segments = [] }: Change): readonly string[] =>
  segments.flatMap((segment) => (segment.kind === 'conflict' ? quoted('now', segment.theirs) : []))

/** The record, or the profile, said when to look at it again, and that has come about. */
export const revisitNotes = ({ path, met = [], overdue }: Change): readonly string[] => [
  ...met.map(
    (trigger) =>
      `\`${trigger.path}:${trigger.line}\` said when to look at it again, and it has come about: ${trigger.sentence}`,
  ),
  ...(overdue === undefined ? [] : [`\`${path}\` was to be looked at again by ${overdue}.`]),
]

const quoted = (label: string, lines: readonly string[]): readonly string[] => {
  const written = lines.filter((line) => line.trim() !== '')
  return written.length === 0
    ? [`  ${label}: (nothing)`]
    : written.map((line) => `  ${label}: ${line.trim()}`)
}
