import { countOf, listOf } from '../record/words.ts'
import { kindOf } from './finding-kind.ts'

/** Decisions that have lost their ground, their time or their record. */
export const decisionKinds = {
  /** `against` is the record that says what the profile says now; null where it makes no choice. */
  'proposal-groundless': kindOf<{ readonly against: string | null; readonly status: string }>({
    rule: 'An open proposal is against what the profile says now.',
    words: ({ about: { against, status }, words, at, runHere }) => [
      against === null
        ? 'the profile makes no choice now, and that supersedes nothing'
        : `${at(against)} says what the profile says now${status === 'accepted' ? '' : `, and is ${words.plain(status)}`}`,
      `run ${runHere('reject')}, or delete it`,
    ],
  }),
  'trigger-met': kindOf<{ readonly sentences: readonly string[] }>({
    rule: 'A condition that the accepted record names for looking at it again holds now.',
    words: ({ about: { sentences }, words, runHere }) => {
      const [first = '', ...others] = sentences
      const more = others.length === 0 ? '' : `, and ${countOf(others.length, 'other condition')}`
      return [
        `it names when to look at it again, and that is so now: "${words.plain(first)}"${more}`,
        `look at it again; if it stands, take the condition out and run ${runHere('accept')}, else run ${runHere('deprecate')}`,
      ]
    },
  }),
  'revisit-by-passed': kindOf<{ readonly day: string }>({
    rule: 'The day by which the profile wants the decision to be looked at again has passed.',
    words: ({ about: { day }, words }) => [
      `the decision was to be looked at again by ${words.plain(day)}`,
      `look at it again, then put another day into ${words.code('revisit-by')}`,
    ],
  }),
  'pack-newer': kindOf<{
    readonly pack: string
    readonly was: number
    readonly now: number
    readonly isSettled: boolean
  }>({
    rule: 'The pack has a newer version than the one that the record was judged against.',
    words: ({ about: { pack, was, now, isSettled }, words, generate }) => [
      `${words.code(pack)} has version ${now} now, the record was judged against version ${was}`,
      isSettled ? 'an accepted record is not rewritten; nothing is to be done' : `run ${generate()}`,
    ],
  }),
  'pack-changed': kindOf<{ readonly file: string }>({
    severity: 'warning',
    rule: 'A file of rules reads otherwise than when the record was accepted, and has the same version.',
    words: ({ about: { file }, words }) => [
      `${words.code(file)} has changed since the record was accepted, without a new version of the comparison`,
      'look whether the decision still convinces you; the history of the file says what changed',
    ],
  }),
  /** `needless` are the adjustments that the comparison makes itself now. */
  'house-outgrown': kindOf<{
    readonly file: string
    readonly criteria: string
    readonly was: number
    readonly now: number
    readonly adjusted: readonly string[]
    readonly needless: readonly string[]
  }>({
    severity: 'warning',
    rule: 'A house was written for another version of the comparison that it extends.',
    words: ({ about: { file, criteria, was, now, adjusted, needless }, words }) => [
      `${words.code(file)} was written for version ${was} of ${words.code(criteria)}, which has version ${now} now${
        needless.length === 0
          ? ''
          : `; the comparison counts ${listOf(needless.map(words.code))} as the house does`
      }`,
      `look at what it ${adjusted.length === 0 ? 'adds' : `says of ${listOf(adjusted.map(words.code))}`}, then write ${words.code(`version: ${now}`)} into it`,
    ],
  }),
  /** How many of the sources that the record cites; 0 where it is the pack itself. */
  'sources-old': kindOf<{
    readonly pack: string
    readonly isShipped: boolean
    readonly months: number
    readonly oldest: string
    readonly count: number
  }>({
    rule: 'The pack, or a source that the record cites, was last verified too long ago.',
    words: ({ about: { pack, isShipped, months, oldest, count }, words }) => [
      count === 0
        ? `${words.code(pack)} was last verified on ${words.plain(oldest)}, more than ${countOf(months, 'month')} ago`
        : `${countOf(count, 'source')} of the record ${count === 1 ? 'was' : 'were'} last verified more than ${countOf(months, 'month')} ago, ${count === 1 ? '' : 'the first '}on ${words.plain(oldest)}`,
      isShipped
        ? 'install a newer Madrigal'
        : `read the sources again, then put the days into ${words.code('verified')}`,
    ],
  }),
  'record-missing': kindOf<{ readonly id: string }>({
    rule: 'The profile asks for a record that was never written.',
    words: ({ about: { id }, words, generate }) => [
      `the profile asks for ${words.code(id)}, which was never written`,
      `run ${generate()}`,
    ],
  }),
  'record-deleted': kindOf<{ readonly id: string; readonly copy: string }>({
    rule: 'The profile asks for a record whose file was deleted.',
    words: ({ about: { id }, words, generate }) => [
      `the profile asks for ${words.code(id)}, whose file was deleted`,
      `run ${generate().replace(/\bgenerate\b/, 'restore')}, or take the decision out of the profile`,
    ],
  }),
  'base-missing': kindOf<{ readonly copy: string; readonly follows: boolean }>({
    rule: 'The copy that tells what people wrote in the record is missing.',
    words: ({ about: { copy, follows }, at, generate, runHere }) => [
      `${at(copy)}, which tells what people wrote, is missing`,
      follows
        ? `run ${generate()}`
        : `put it back from the history of the repository, or run ${runHere('adopt')}`,
    ],
  }),
}
