import type { Finding, FindingKind, FindingOf } from './finding.ts'
import { countOf } from '../record/words.ts'
import { behindWords } from './behind-words.ts'
import { linkWords } from './link-words.ts'
import { type Said, type WordsOf, sayable } from './sayable.ts'
import type { Wording } from './wording.ts'

const wordsByKind: WordsOf<FindingKind> = {
  ...behindWords,
  ...linkWords,
  'proposal-groundless': ({ about: { against, status }, words, at, runHere }) => [
    against === null
      ? 'the profile makes no choice now, and that supersedes nothing'
      : `${at(against)} says what the profile says now${status === 'accepted' ? '' : `, and is ${words.plain(status)}`}`,
    `run ${runHere('reject')}, or delete it`,
  ],
  'trigger-met': ({ about: { sentences }, words, runHere }) => {
    const [first = '', ...others] = sentences
    const more = others.length === 0 ? '' : `, and ${countOf(others.length, 'other condition')}`
    return [
      `it names when to look at it again, and that is so now: "${words.plain(first)}"${more}`,
      `look at it again; if it stands, take the condition out and run ${runHere('accept')}, else run ${runHere('deprecate')}`,
    ]
  },
  'revisit-by-passed': ({ about: { day }, words }) => [
    `the decision was to be looked at again by ${words.plain(day)}`,
    `look at it again, then put another day into ${words.code('revisit-by')}`,
  ],
  'pack-newer': ({ about: { pack, was, now, isSettled }, words, generate }) => [
    `${words.code(pack)} has version ${now} now, the record was judged against version ${was}`,
    isSettled ? 'an accepted record is not rewritten; nothing is to be done' : `run ${generate()}`,
  ],
  'sources-old': ({ about: { pack, isShipped, months, oldest, count }, words }) => [
    count === 0
      ? `${words.code(pack)} was last verified on ${words.plain(oldest)}, more than ${countOf(months, 'month')} ago`
      : `${countOf(count, 'source')} of the record ${count === 1 ? 'was' : 'were'} last verified more than ${countOf(months, 'month')} ago, ${count === 1 ? '' : 'the first '}on ${words.plain(oldest)}`,
    isShipped
      ? 'install a newer Madrigal'
      : `read the sources again, then put the days into ${words.code('verified')}`,
  ],
  'record-missing': ({ about: { id }, words, generate }) => [
    `the profile asks for ${words.code(id)}, which was never written`,
    `run ${generate()}`,
  ],
  'record-deleted': ({ about: { id }, words, generate }) => [
    `the profile asks for ${words.code(id)}, whose file was deleted`,
    `run ${generate().replace(/\bgenerate\b/, 'restore')}, or take the decision out of the profile`,
  ],
  'base-missing': ({ about: { copy, follows }, at, generate, runHere }) => [
    `${at(copy)}, which tells what people wrote, is missing`,
    follows
      ? `run ${generate()}`
      : `put it back from the history of the repository, or run ${runHere('adopt')}`,
  ],
  'conflict-markers': ({ about: { isOurs, isCopy }, words, runHere }) => [
    'it has conflict markers',
    isCopy
      ? `run ${words.code('madrigal generate')}: both sides are texts of the machine`
      : `remove them${isOurs ? `, then run ${runHere('resolve')}` : ''}`,
  ],
  'accepted-body-edited': ({ about, words, at, runHere }) => [
    `it was edited after it was accepted${about.against === null ? '' : `: on ${words.code(about.against)} it reads otherwise`}`,
    about.isAcceptedAnew
      ? 'it was accepted anew as it is now; look whether that was meant'
      : about.status === 'accepted'
        ? `undo the edit, or run ${runHere('accept')}, which takes it as it is now`
        : `put back what ${at(about.copy)} says`,
  ],
  'evidence-behind': ({ about: { copy, isMissing }, at, generate }) => [
    isMissing
      ? `the evidence behind it, ${at(copy)}, is not there`
      : `the evidence behind it, ${at(copy)}, is not what follows from the profile`,
    `run ${generate()}`,
  ],
  'acceptance-unrecorded': ({ about: { copy }, at, generate }) => [
    `it was accepted, and ${at(copy)}, which would show later edits, is not there yet`,
    `run ${generate()}`,
  ],
  'unknown-status': ({ about: { written }, words }) => [
    `its status is ${words.code(written)}`,
    'expected proposed, accepted, rejected, deprecated or superseded',
  ],
  'unreadable-record': ({ about: { reason }, words }) => [
    `cannot read it as a record: ${words.plain(reason)}`,
    'mend it, or move it elsewhere if it is none',
  ],
  'interrupted-run': ({ words }) => [
    'a run was stopped while it wrote, so that files may be old and new',
    `run ${words.code('madrigal generate')}, which finishes it`,
  ],
}

/** Why something is a finding, as a clause without a full stop, and what to do. */
export interface FindingWords {
  readonly why: string
  readonly advice: string
}

/**
 * The words for a finding.
 *
 * @param pathTo a path as people see it, by the one from the root of the repository
 */
export function describeFinding(
  finding: Finding,
  words: Wording,
  pathTo: (path: string) => string = (path) => path,
): FindingWords {
  const [why, advice] = say(finding, words, pathTo)
  return { why, advice }
}

const say = <Kind extends FindingKind>(
  finding: FindingOf<Kind>,
  words: Wording,
  pathTo: (path: string) => string,
): Said => wordsByKind[finding.kind](sayable(finding, words, pathTo))
