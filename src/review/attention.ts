import { isSameVerdict } from '../evaluation/decision.ts'
import type { Change, ChangeKind } from '../plan/change.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { RecordReview } from './record-review.ts'
import type { DecisionChange, DecisionReview } from './review-decisions.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { countOf, lowerFirst, upperFirst } from '../record/words.ts'
import { surenessBefore } from '../report/verdict-words.ts'
import { type Phrase, code, joinPhrases } from './block.ts'
import { isDeletedHere, placeOf } from './record-phrases.ts'
import { outcomeWithDegree, subjectOf } from './verdict-phrases.ts'
import { comparisonWords, houseWords, renamedWords } from './pack-change.ts'

/**
 * What a reviewer should look at in one decision beside the comparison, the most important first.
 *
 * @param isOneOfMany whether `behindPhrases` tells of records that only have to be generated
 */
export function attentionPhrases(review: DecisionReview, isOneOfMany: boolean): readonly Phrase[] {
  const { decision, before, after, comparison, records, follows } = review
  const phrases = [
    ...verdictPhrases(before, after),
    ...(comparison === null ? [] : [...groundPhrases(comparison), ...idPhrases(comparison)]),
    ...(follows === null || isDeletedHere(review) || (isOneOfMany && isBehind(review))
      ? []
      : followPhrases(follows)),
    ...records.flatMap((record) => recordPhrases(record, records)),
  ]
  return phrases.map((phrase) => [{ strong: `${subjectOf(decision)}:` }, ' ', ...phrase])
}

const nameOf = ({ evaluation }: WantedDecision): string => outcomeWithDegree(evaluation)

function verdictPhrases(before: WantedDecision | null, after: WantedDecision | null): readonly Phrase[] {
  if (after === null) return before === null ? [] : [[`no longer asked for; it was ${nameOf(before)}.`]]
  if (before === null) return [[`a new decision, ${nameOf(after)}.`]]
  const [was, is] = [before.evaluation.verdict, after.evaluation.verdict]
  if (!isSameVerdict(was.decision, is.decision)) return [[`${nameOf(after)} instead of ${nameOf(before)}.`]]
  const otherwise = surenessBefore(was, is)
  return otherwise === '' ? [] : [[`${nameOf(after)}, where it was ${otherwise}.`]]
}

/** What else decides beside the facts. */
const groundPhrases = ({ keys }: DecisionChange): readonly Phrase[] =>
  keys.includes('dominant-constraint') ? [['which driver decides before the others changed.']] : []

/** A decision that gets another id leaves its records behind; one whose pack alone does had none. */
function idPhrases({ before, after, pack }: DecisionChange): readonly Phrase[] {
  const [old, now] = [decisionOfId(before.record.id), decisionOfId(after.record.id)]
  const isPackAlone = pack?.isRenamed === true && before.record.subject === after.record.subject
  return old === now || isPackAlone
    ? []
    : [['its id is ', code(now), ' now; records of ', code(old), ' are left behind.']]
}

/** Whether all that is wrong with a record is that nobody has generated it. */
const isBehind = ({ follows }: DecisionReview): boolean =>
  follows?.kind === 'update' || follows?.kind === 'merge'

/** What is wrong with a record as it stands. */
const wrong: Partial<Record<ChangeKind, string>> = {
  update: 'does not say yet what follows',
  merge: 'does not say yet what follows',
  adopt: 'has a copy that is behind',
  supersede: 'is accepted, and decides something else',
  kept: 'decides something else',
  undecided: 'stands, and nothing is chosen now',
  untold: 'does not tell whether it decides what follows',
  groundless: 'has lost its ground',
  conflict: 'has words of people where it changes now',
  broken: 'is no sound record',
  unresolved: 'has conflict markers',
  'base-missing': 'has lost its copy',
  deleted: 'is a copy of a record that is deleted',
}

function followPhrases({ kind, path, id, detail, twins = [] }: Change): readonly Phrase[] {
  if (kind === 'create') return [['there is no record yet.']]
  if (kind === 'duplicate') return [[...joinPhrases(twins.map((file) => [code(file)])), ' have the same id.']]
  const words = wrong[kind]
  return words === undefined ? [] : [[code((kind === 'supersede' ? detail : path) || id), ` ${words}.`]]
}

function recordPhrases(record: RecordReview, all: readonly RecordReview[]): readonly Phrase[] {
  const { before, after } = record
  if (after === null) return before === null ? [] : [['a record was deleted, ', code(before.path), '.']]
  const file = code(after.path)
  const status = after.written || 'a record without a status'
  return [
    ...(before !== null && before.written !== after.written ? [[file, ` becomes ${status}.`]] : []),
    ...(before === null && after.supersedes !== null
      ? [[file, ' is to take the place of ', code(placeOf(after.supersedes, all)), '.']]
      : []),
    ...(before === null && after.status !== 'proposed' ? [[file, ` is new, and ${status} already.`]] : []),
    ...editPhrases(record, file),
  ]
}

function editPhrases(
  { edits, lost, editedAfterAcceptance }: RecordReview,
  file: Phrase[number],
): readonly Phrase[] {
  const fresh = edits?.filter(({ isNew }) => isNew) ?? []
  const verb = lost.length === 1 ? 'is' : 'are'
  return [
    ...(editedAfterAcceptance !== null
      ? [[file, ` was edited from line ${editedAfterAcceptance} on, although it is accepted.`]]
      : fresh.length > 0
        ? [['people edited ', file, ` in ${countOf(fresh.length, 'place')}.`]]
        : []),
    ...(lost.length === 0
      ? []
      : [[`${countOf(lost.length, 'line')} that people wrote ${verb} gone from `, file, '.']]),
  ]
}

/** The comparisons that changed, each told once for all decisions that are judged by it. */
export function comparisonPhrases(reviews: readonly DecisionReview[]): readonly Phrase[] {
  const changes = reviews.flatMap(({ comparison }) => (comparison?.pack ? [comparison] : []))
  const ids = new Set(changes.map(({ pack }) => pack?.after.id))
  return [...ids].flatMap((id): readonly Phrase[] => {
    const judged = changes.filter(({ pack }) => pack?.after.id === id)
    const [first] = judged
    if (!first?.pack) return []
    const { after, pack } = first
    const whose = judged.length === 1 ? subjectOf(after) : upperFirst(countOf(judged.length, 'decision'))
    const house: Phrase[] =
      pack.house === null ? [] : [[{ strong: `${whose}:` }, ` ${lowerFirst(houseWords(pack.house))}`]]
    if (!pack.isRevised && !pack.isRenamed) return house
    return [
      ...house,
      judged.length === 1
        ? [
            { strong: `${subjectOf(after)}:` },
            ' the comparison that it is judged by',
            ...(pack.isRevised ? [' changed, ', code(fileOf(first)), '.'] : []),
            ...(pack.isRevised && pack.isRenamed ? [' It'] : []),
            ...(pack.isRenamed ? renamedWords(pack) : []),
          ]
        : [
            { strong: `${upperFirst(countOf(judged.length, 'decision'))}:` },
            ' the comparison ',
            code(pack.after.id),
            ' that they are judged by',
            ...comparisonWords(pack),
          ],
    ]
  })
}

const fileOf = ({ after: { request, evaluation } }: DecisionChange): string =>
  evaluation.pack.house === undefined ? request.criteria : evaluation.pack.id

/** The records that are behind, told once. */
export function behindPhrases(reviews: readonly DecisionReview[]): readonly Phrase[] {
  const count = reviews.filter(isBehind).length
  const whose = { strong: `${upperFirst(countOf(count, 'decision'))}:` }
  const words = ` ${count === 1 ? 'the record does' : 'the records do'} not say yet what follows: run `
  return count === 0 ? [] : [[whose, words, code('madrigal generate'), '.']]
}
