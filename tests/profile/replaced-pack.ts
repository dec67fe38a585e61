import type { Diagnostic, SourceText } from '../../src/diagnostics/diagnostic.ts'
import type { Replacement } from '../../src/profile/fact.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { problemsOf, teaPack } from './tea-profile.ts'

/** What became of the facts of an earlier tea or coffee. */
const replaced: readonly Replacement[] = [
  {
    id: 'hour',
    by: 'time',
    values: [
      { old: 'seven', answer: 'morning' },
      { old: '19', answer: 'evening' },
    ],
  },
  { id: 'mugs', by: 'cups' },
  { id: 'crowd', by: 'guests', says: 'Say who comes.' },
  { id: 'sugar', says: 'It is no longer asked.' },
  { id: 'hot', by: 'water', values: [{ old: 'true', answer: true }] },
  {
    id: 'family',
    by: 'guests',
    values: [
      { old: 'parents', answer: ['adults'] },
      { old: 'sons', answer: ['children'] },
      { old: 'daughters', answer: ['children'] },
      { old: 'nobody', answer: [] },
    ],
  },
  { id: 'friends', by: 'guests', values: [{ old: 'true', answer: ['adults'] }] },
  { id: 'dawn', by: 'time', values: [{ old: 'true', answer: 'morning' }] },
  { id: 'time', by: 'time', values: [{ old: 'noon', answer: 'evening' }] },
  {
    id: 'guests',
    by: 'guests',
    values: [{ old: 'teenagers', answer: ['adults', 'children'] }],
    says: 'Say how old they are.',
  },
]

export const newPack = { ...teaPack(), replaced }

export const problemsIn = (source: SourceText): readonly Diagnostic[] =>
  problemsOf(parseProfile(source, new Map([['tea-or-coffee', newPack]])))
