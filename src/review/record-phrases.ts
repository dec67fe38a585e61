import type { Change } from '../plan/change.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import type { RecordReview } from './record-review.ts'
import { type DecisionReview, isRecordChanged } from './review-decisions.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { countOf, wordFor } from '../record/words.ts'
import { type Phrase, code, joinPhrases } from './block.ts'

const RECORD = { strong: 'Record:' }

/** What happened to the records of a decision, and whether the newest follows from the profile now. */
export function recordPhrases(review: DecisionReview): readonly Phrase[] {
  const { records, follows, after } = review
  const decision = after === null ? null : decisionOfId(after.record.id)
  const isFollowed = ({ after: record }: RecordReview): boolean =>
    record !== null && record.path === follows?.path
  const lines = records.flatMap((record): readonly Phrase[] => {
    const isLeft = decisionOfId(record.id) !== decision && record.after !== null
    if (!isLeft && !isFollowed(record) && !isRecordChanged(record)) return []
    const follow = isLeft
      ? ['stays, and no profile asks for it any more']
      : follows !== null && isFollowed(record)
        ? followPhrase(follows)
        : []
    return [
      [RECORD, ' ', ...recordPhrase(record, records), ...(follow.length === 0 ? [] : [' ', ...follow]), '.'],
    ]
  })
  const isTold = follows === null || records.some(isFollowed) || isDeletedHere(review)
  return isTold ? lines : [...lines, [RECORD, ' ', ...unwrittenPhrase(follows), '.']]
}

/** Whether the record that is missing is one that this change deletes. */
export const isDeletedHere = ({ follows, records }: DecisionReview): boolean =>
  follows?.kind === 'deleted' && records.some(({ id, after }) => id === follows.id && after === null)

/** Where the record with an id is, or was. */
export function placeOf(id: string, records: readonly RecordReview[]): string {
  const record = records.find((candidate) => candidate.id === id)
  return (record?.after ?? record?.before)?.path ?? id
}

function recordPhrase(record: RecordReview, all: readonly RecordReview[]): Phrase {
  const { before, after } = record
  if (after === null)
    return [
      code(before?.path ?? ''),
      ' is deleted, and stays so until ',
      code('madrigal restore'),
      ' brings it back',
    ]
  const notes = [...statusNotes(before, after, all), ...placeNotes(before, after), ...editNotes(record)]
  const joined = notes.flatMap((note, index) => (index === 0 ? note : ['; ', ...note]))
  return [code(after.path), ' (', ...joined, ')']
}

const statusOf = ({ written }: FoundRecord): string => written || 'without a status'

function statusNotes(
  before: FoundRecord | null,
  after: FoundRecord,
  all: readonly RecordReview[],
): readonly Phrase[] {
  if (before !== null)
    return [
      [before.written === after.written ? statusOf(after) : `${statusOf(after)}, was ${statusOf(before)}`],
    ]
  const place = after.supersedes === null ? [] : [['supersedes ', code(placeOf(after.supersedes, all))]]
  return [[`new, ${statusOf(after)}`], ...place]
}

function placeNotes(before: FoundRecord | null, after: FoundRecord): readonly Phrase[] {
  if (before === null) return []
  return [
    ...(before.path === after.path ? [] : [['was ', code(before.path)]]),
    ...(before.number === after.number
      ? []
      : [[`number ${after.number ?? 'none'}, was ${before.number ?? 'none'}`]]),
  ]
}

function editNotes({ edits, lost, editedAfterAcceptance }: RecordReview): readonly Phrase[] {
  const count = edits?.length ?? 0
  const fresh = edits?.filter(({ isNew }) => isNew).length ?? 0
  const novelty =
    fresh === 0 ? '' : fresh === count ? ', in this change' : `, ${wordFor(fresh)} of them in this change`
  return [
    ...(count === 0 ? [] : [[`edited by people in ${countOf(count, 'place')}${novelty}`]]),
    ...(editedAfterAcceptance === null
      ? []
      : [[`from line ${editedAfterAcceptance} on after it was accepted`]]),
    ...(lost.length === 0
      ? []
      : [[`${countOf(lost.length, 'line')} of people ${lost.length === 1 ? 'is' : 'are'} gone`]]),
  ]
}

const GENERATE = code('madrigal generate')

/** What a record does, as `generate` sees it: "it follows from the profile". */
function followPhrase({ kind, detail, status }: Change): Phrase {
  switch (kind) {
    case 'unchanged':
      return ['follows from the profile']
    case 'adopt':
      return ['says what follows, but the copy beside it does not: run ', GENERATE]
    case 'update':
    case 'merge':
    case 'merge-mine':
    case 'mark-conflicts':
      return ['does not say yet what follows: run ', GENERATE]
    case 'still-follows':
      return ['is settled, and the decision still follows, from other evidence']
    case 'supersede':
      return [
        'is settled, and decides something else than what follows now: ',
        GENERATE,
        ' proposes what takes its place',
      ]
    case 'kept':
      return [`is ${status ?? 'settled'} and stays as it is, although something else follows now`]
    case 'undecided':
      return ['is settled and stays as it is: nothing is chosen now']
    case 'untold':
      return ['does not tell whether it decides what follows now']
    case 'groundless':
      return ['has lost its ground: reject or delete it']
    case 'conflict':
      return ['was edited by people where it changes now: run ', GENERATE]
    case 'broken':
      return [`was edited so that ${detail ?? 'it is no sound record any more'}`]
    case 'unresolved':
      return [`has conflict markers from line ${detail ?? ''}`]
    case 'base-missing':
      return ['has lost the copy that would tell what people wrote: run ', code('madrigal adopt')]
    default:
      return []
  }
}

/** The same where the record has no file of this name. */
function unwrittenPhrase(change: Change): Phrase {
  const { kind, path, id, detail, twins = [] } = change
  switch (kind) {
    case 'create':
      return ['there is none yet: run ', GENERATE]
    case 'supersede':
      return [
        code(detail ?? ''),
        ' is accepted, and decides something else than what follows now: ',
        GENERATE,
        ' proposes what takes its place',
      ]
    case 'deleted':
      return ['it was deleted, and stays so until ', code('madrigal restore'), ' brings it back']
    case 'not-written':
      return ['none is written as long as nothing can be said about the options']
    case 'duplicate':
      return [...joinPhrases(twins.map((file) => [code(file)])), ' have the same id']
    default:
      return [code(path || id), ' ', ...followPhrase(change)]
  }
}
