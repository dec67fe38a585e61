import { kindOf } from './finding-kind.ts'

/** What is wrong between records, and with files that are none. */
export const repositoryKinds = {
  'record-orphaned': kindOf<{
    readonly criteria: string
    readonly name: string
    readonly isAccepted: boolean
    /** The profile that it was generated from, where that is not there any more. */
    readonly gone: string | null
  }>({
    severity: 'warning',
    rule: 'No profile asks for the decision of the record any more.',
    words: ({ about: { criteria, name, isAccepted, gone }, words, at, runHere }) => [
      gone === null
        ? `no profile asks for ${words.code(`${criteria}/${name}`)}, so nobody sees when its facts change`
        : `it was generated from ${at(gone)}, which is gone, and no other profile asks for ${words.code(`${criteria}/${name}`)}`,
      `${gone === null ? '' : 'put the profile back; '}a profile with another name keeps it by ${words.code(`id: ${name}`)} beside its ${words.code('criteria:')}${gone === null ? `, a pack with another id by ${words.code(`renames: [${criteria}]`)}` : ''}; otherwise run ${runHere(isAccepted ? 'deprecate' : 'reject')}`,
    ],
  }),
  'supersede-link-one-way': kindOf<{
    readonly problem: 'not-superseded' | 'not-linked-back' | 'no-successor'
    readonly other: string
  }>({
    rule: 'Of two records, only one says that it takes the place of the other.',
    words: ({ about: { problem, other }, words, at, runHere, runOn }) => {
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
  }),
  'supersede-link-broken': kindOf<{
    readonly problem: 'missing' | 'cycle' | 'too-early'
    readonly other: string
    readonly status: string
  }>({
    rule: 'A link between a record and the one that takes its place leads nowhere, in a circle, or to a mere proposal.',
    words: ({ about: { problem, other, status }, words, at }) => {
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
  }),
  'duplicate-number': kindOf<{
    readonly number: number
    readonly other: string
    readonly isUtf8: boolean
    readonly against: string | null
  }>({
    rule: 'Two records have the same number.',
    words: ({ about: { number, other, isUtf8, against }, words, at, runHere }) => [
      against === null
        ? `${at(other)} has the number ${number} as well`
        : `${words.code(other)} on ${words.code(against)} has the number ${number} as well`,
      isUtf8 ? `run ${runHere('renumber')}` : 'it is no UTF-8: rename it, and change its number by hand',
    ],
  }),
  'duplicate-id': kindOf<{ readonly id: string; readonly other: string; readonly against: string | null }>({
    rule: 'Two records have the same id.',
    words: ({ about: { id, other, against }, words, at }) => [
      against === null
        ? `${at(other)} has the id ${words.code(id)} as well`
        : `${words.code(other)} on ${words.code(against)} has the id ${words.code(id)} as well, and says something else`,
      'keep one of them',
    ],
  }),
  'number-mismatch': kindOf<{ readonly inName: number; readonly inText: number }>({
    rule: 'The number in the text of the record is not that of its file name.',
    words: ({ about: { inName, inText }, runHere }) => [
      `its text has the number ${inText}, its name ${inName}`,
      `run ${runHere('renumber')}`,
    ],
  }),
  'unreadable-record': kindOf<{ readonly reason: string; readonly isOurs: boolean }>({
    rule: 'A file of the record directory cannot be read as a record.',
    words: ({ about: { reason }, words }) => [
      `cannot read it as a record: ${words.plain(reason)}`,
      'mend it, or move it elsewhere if it is none',
    ],
  }),
  'interrupted-run': kindOf<Readonly<Record<string, never>>>({
    rule: 'A run was stopped while it wrote.',
    words: ({ words }) => [
      'a run was stopped while it wrote, so that files may be old and new',
      `run ${words.code('madrigal generate')}, which finishes it`,
    ],
  }),
}
