import { countOf } from '../record/words.ts'
import { kindOf } from './finding-kind.ts'

/** What is wrong within one record, or with what stands behind it. */
export const recordKinds = {
  'conflict-markers': kindOf<{ readonly isOurs: boolean; readonly isCopy: boolean }>({
    rule: 'Conflict markers are in the file.',
    words: ({ about: { isOurs, isCopy }, words, runHere }) => [
      'it has conflict markers',
      isCopy
        ? `run ${words.code('madrigal generate')}: both sides are texts of the machine`
        : `remove them${isOurs ? `, then run ${runHere('resolve')}` : ''}`,
    ],
  }),
  /** `against` is the branch or commit that it was compared with; null for the machine's copy. */
  'accepted-body-edited': kindOf<{
    readonly status: string
    readonly copy: string
    readonly against: string | null
    readonly isAcceptedAnew: boolean
  }>({
    rule: 'The record was edited after it was accepted.',
    words: ({ about, words, at, runHere }) => [
      `it was edited after it was accepted${about.against === null ? '' : `: on ${words.code(about.against)} it reads otherwise`}`,
      about.isAcceptedAnew
        ? 'it was accepted anew as it is now; look whether that was meant'
        : about.status === 'accepted'
          ? `undo the edit, or run ${runHere('accept')}, which takes it as it is now`
          : `put back what ${at(about.copy)} says`,
    ],
  }),
  'sources-unlisted': kindOf<{ readonly first: string; readonly count: number; readonly copy: string }>({
    severity: 'warning',
    rule: 'The record cites sources whose addresses were taken out of it.',
    words: ({ about: { first, count, copy }, words, at }) => [
      `it cites ${words.code(first)}${count === 1 ? '' : ` and ${countOf(count - 1, 'other source')}`}, but not where to find ${count === 1 ? 'it' : 'them'}, so that readers see brackets instead of links`,
      `put the lines of its sources back from ${at(copy)}, or take the citations out as well; no run does either`,
    ],
  }),
  'acceptance-unrecorded': kindOf<{ readonly copy: string }>({
    severity: 'warning',
    rule: 'The record was accepted by hand, and nothing remembers as what.',
    words: ({ about: { copy }, at, generate }) => [
      `it was accepted, and ${at(copy)}, which would show later edits, is not there yet`,
      `run ${generate()}`,
    ],
  }),
  'id-lost': kindOf<{ readonly id: string }>({
    rule: 'The record has lost its id, by which it is found.',
    words: ({ about: { id }, words, generate }) => [
      `it has lost its id, ${words.code(id)}, by which it is found wherever it is moved`,
      `run ${generate()}, which gives it back beside any other id`,
    ],
  }),
  'evidence-behind': kindOf<{ readonly copy: string; readonly isMissing: boolean }>({
    rule: 'The evidence behind the record is missing, or is not what follows.',
    words: ({ about: { copy, isMissing }, at, generate }) => [
      isMissing
        ? `the evidence behind it, ${at(copy)}, is not there`
        : `the evidence behind it, ${at(copy)}, is not what follows from the profile`,
      `run ${generate()}`,
    ],
  }),
  'status-contradictory': kindOf<{
    readonly written: string
    readonly other: string
    readonly run: string | null
  }>({
    rule: 'Two places of a record say two things of its status.',
    words: ({ about: { written, other, run }, words, runHere }) => [
      `it says ${words.code(other)} here, and ${words.code(written)} in another place, which counts`,
      run === null
        ? 'say the same in both'
        : `run ${runHere(run)}, which writes it in both, or say the same yourself`,
    ],
  }),
  'unknown-status': kindOf<{ readonly written: string }>({
    rule: 'The record has a status that is none of the known ones.',
    words: ({ about: { written }, words }) => [
      `its status is ${words.code(written)}`,
      'expected proposed, accepted, rejected, deprecated or superseded',
    ],
  }),
}
