import type { WordsOf } from './sayable.ts'

type LinkKind =
  | 'supersede-link-one-way'
  | 'supersede-link-broken'
  | 'duplicate-number'
  | 'duplicate-id'
  | 'number-mismatch'

/** The words for what is wrong between records: their links, numbers and ids. */
export const linkWords: WordsOf<LinkKind> = {
  'supersede-link-one-way': ({ about: { problem, other }, words, at, runHere, runOn }) => {
    switch (problem) {
      case 'not-superseded':
        return [`it supersedes ${at(other)}, which is still accepted`, `run ${runHere('accept')}`]
      case 'not-linked-back':
        return [
          `it says that ${at(other)} supersedes it, which does not say so`,
          `mend the link, or write ${words.code('supersedes:')} with the id of this record there`,
        ]
      case 'no-successor':
        return other === ''
          ? ['it is superseded and does not say by what', 'add a link to the record that supersedes it']
          : [`it is superseded and does not link to ${at(other)}`, `run ${runOn('accept', other)}`]
    }
  },
  'supersede-link-broken': ({ about: { problem, other, status }, words, at }) => {
    switch (problem) {
      case 'missing':
        return [`it links to ${words.code(other)}, which is not there`, 'mend the link']
      case 'cycle':
        return [`it supersedes ${at(other)}, which supersedes it in turn`, 'take one of the links away']
      case 'too-early':
        return [
          `it says that ${at(other)} supersedes it, which is only ${words.plain(status)}`,
          'set it to accepted again until that one is accepted',
        ]
    }
  },
  'duplicate-number': ({ about: { number, other, isOurs, against }, words, at, runHere }) => [
    against === null
      ? `${at(other)} has the number ${number} as well`
      : `${words.code(other)} on ${words.code(against)} has the number ${number} as well`,
    isOurs ? `run ${runHere('renumber')}` : 'give one of them another number',
  ],
  'duplicate-id': ({ about: { id, other, against }, words, at }) => [
    against === null
      ? `${at(other)} has the id ${words.code(id)} as well`
      : `${words.code(other)} on ${words.code(against)} has the id ${words.code(id)} as well, and says something else`,
    'keep one of them',
  ],
  'number-mismatch': ({ about: { inName, inText }, runHere }) => [
    `its text has the number ${inText}, its name ${inName}`,
    `run ${runHere('renumber')}`,
  ],
}
