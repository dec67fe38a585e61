import { type Change, type ChangeKind, basePath } from '../plan/change.ts'
import type { Conflict } from '../plan/merge-statements.ts'
import { listOf } from '../record/words.ts'
import { plainText } from './plain-text.ts'

interface KindWords {
  /** What was done about the record. */
  readonly done: string
  /** What a dry run says of it, where a file would be written. */
  readonly planned?: string
  /** What a person should know beyond the verdict: what was merged, and what stands in the way. */
  readonly notes?: (change: Change) => readonly string[]
}

/** Each kind of change in words. */
export const changeWords: Readonly<Record<ChangeKind, KindWords>> = {
  create: {
    done: 'created',
    planned: 'would create',
    notes: ({ detail, status = '' }) =>
      detail === undefined ? [] : [`${standing(detail, status)}; this proposes another choice.`],
  },
  update: { done: 'updated', planned: 'would update' },
  merge: {
    done: 'merged',
    planned: 'would merge',
    notes: ({ path }) => [`The edits in \`${path}\` were kept.`],
  },
  'merge-mine': {
    done: 'merged',
    planned: 'would merge',
    notes: (change) => {
      const aside = conflictsOf(change).flatMap(({ theirs }) =>
        theirs.length > 0 ? quoted('now', theirs) : [],
      )
      return [
        `The edits in \`${change.path}\` were kept${aside.length > 0 ? '; this was set aside for them:' : '.'}`,
        ...aside,
      ]
    },
  },
  'mark-conflicts': {
    done: 'marked',
    planned: 'would mark',
    notes: ({ path }) => [
      `\`${path}\` has both sides of each conflict now, between markers.`,
      `Edit it until it says what it should, then run \`madrigal resolve ${path}\`.`,
    ],
  },
  adopt: { done: 'current' },
  unchanged: { done: 'current' },
  identify: { done: 'identified', planned: 'would identify' },
  supersede: {
    done: 'proposed',
    planned: 'would propose',
    notes: ({ detail }) => [`\`${detail}\` is accepted and stays as it is until this proposal is accepted.`],
  },
  kept: {
    done: 'kept',
    notes: ({ path, status }) => [`${standing(path, status)}, although the profile says something else now.`],
  },
  'still-follows': { done: 'kept', notes: evidenceNotes },
  undecided: {
    done: 'kept',
    notes: ({ path, status }) => [`${standing(path, status)}: the profile makes no choice now.`],
  },
  untold: {
    done: 'kept',
    notes: ({ path, status }) => [
      `${standing(path, status)}: its text does not tell whether it decides the same. Nothing is proposed.`,
      'A line `Chosen option: "<name>", because …` in its decision would tell.',
    ],
  },
  groundless: {
    done: 'kept',
    notes: (change) => [
      `\`${change.path}\` has lost its ground: ${lostGround(change)}. Reject or delete it.`,
    ],
  },
  conflict: {
    done: 'stopped',
    notes: (change) => [
      `\`${change.path}\` has edits that touch what changes now. Nothing was written.`,
      ...conflictsOf(change).flatMap(({ why, line, mine, theirs }) => [
        `${change.path}:${line}: ${touches[why]}`,
        ...quoted('yours', mine),
        ...(why === 'statement' || theirs.length > 0 ? quoted('now', theirs) : []),
      ]),
      'Use `--conflict mine` to keep the edits, or `--conflict markers` to have both sides in the file.',
    ],
  },
  broken: {
    done: 'stopped',
    notes: ({ path, detail, segments = [] }) => [
      `\`${path}\` was edited so that ${detail}. Nothing was written.`,
      segments.length === 0
        ? 'Mend it and run this again, or delete it: `madrigal restore` writes it anew.'
        : 'Mend it and run this again, or use `--conflict markers` to have both sides in the file.',
    ],
  },
  unresolved: {
    done: 'stopped',
    notes: ({ path, detail }) => [
      `\`${path}\` has conflict markers from line ${detail}. Nothing was written.`,
      `Remove them and run \`madrigal resolve ${path}\`.`,
    ],
  },
  'base-missing': {
    done: 'stopped',
    notes: ({ path, id }) => [
      `\`${path}\` differs from what would be written, and \`${basePath(id)}\`, which would tell why, is missing.`,
      'Nothing was written. Restore that file from the history of the repository, or run `madrigal adopt`.',
    ],
  },
  duplicate: {
    done: 'stopped',
    notes: ({ id, twins = [] }) => [
      `${listOf(twins.map((twin) => `\`${twin}\``))} have the same id, \`${id}\`. Nothing was written. Remove one or give it another id.`,
    ],
  },
  deleted: {
    done: 'left deleted',
    notes: () => [`The record was deleted and stays deleted. \`madrigal restore\` writes it again.`],
  },
  restore: {
    done: 'restored',
    planned: 'would restore',
    notes: ({ path }) => [`\`${path}\` is as it was accepted.`],
  },
  take: { done: 'adopted', planned: 'would adopt', notes: (change) => [takenNote(change)] },
  'not-written': { done: 'not written' },
}

const conflictsOf = ({ segments = [] }: Change): readonly Conflict[] =>
  segments.filter((segment) => segment.kind === 'conflict')

const touches = {
  statement: 'the edit and the profile change the same statement',
  decision: 'this stands below a decision that changes',
} as const

const standing = (path: string, status = ''): string => `\`${path}\` is ${status} and stays as it is`

/** What it means that somebody else's record is the one of a decision now. `detail` is its agreement with the profile. */
function takenNote({ path, status, detail }: Change): string {
  if (status === 'proposed' || status === 'draft')
    return `All that \`${path}\` says counts as written by people: when the profile changes, they choose between the two.`
  const stands = standing(path, status)
  if (status === 'superseded') return `${stands}.`
  switch (detail) {
    case 'same':
      return `${stands}: it decides what the profile chooses.`
    case 'other':
      return `${stands}: it does not decide what the profile chooses, and \`madrigal generate\` proposes that.`
    case 'no-choice':
      return `${stands}: the profile makes no choice now.`
    default:
      return `${stands}: its text does not tell whether it decides what the profile chooses, so it counts as if it did.`
  }
}

const lostGround = ({ detail, status = '' }: Change): string =>
  detail === undefined
    ? 'the profile makes no choice now, and that supersedes nothing'
    : `\`${detail}\` says what the profile says now${status === 'accepted' ? '' : `, and is ${status}`}`

const MOST_FACTS = 3

function evidenceNotes({ path, evidence }: Change): readonly string[] {
  const { confidence = null, gone = [], added = [] } = evidence ?? {}
  const how =
    confidence === null ? 'from other evidence' : `now ${confidence.now} instead of ${confidence.was}`
  return [
    `${standing(path, 'accepted')}: the decision still follows, ${how}.`,
    ...factLines('before', gone),
    ...factLines('now', added),
  ]
}

const factLines = (label: string, facts: readonly string[]): readonly string[] => [
  ...facts.slice(0, MOST_FACTS).map((fact) => `  ${label}: ${plainText(fact)}`),
  ...(facts.length > MOST_FACTS ? [`  ${label}: ${facts.length - MOST_FACTS} more`] : []),
]

function quoted(label: string, lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '')
  return written.length === 0
    ? [`  ${label}: (nothing)`]
    : written.map((line) => `  ${label}: ${line.trim()}`)
}
