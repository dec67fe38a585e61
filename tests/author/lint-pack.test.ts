import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findLongTexts } from '../../src/author/long-texts.ts'
import { type LintAge, lintPack } from '../../src/author/lint-pack.ts'
import { findOldSources } from '../../src/author/lint-sources.ts'
import { lintRules } from '../../src/criteria/lint-rules.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { houseWith } from '../criteria/tea-house.ts'
import { smallPack } from '../criteria/small-pack.ts'

/** What `madrigal criteria new` writes: nothing in it deserves a second look. */
const clean = readFileSync(new URL('../../templates/pack/new-pack.yaml', import.meta.url), 'utf8')

function packOf(text: string): Pack {
  const pack = parsePack({ name: 'pack.yaml', text })
  if (pack.ok) return pack.value
  throw new Error(
    pack.diagnostics.map(({ code, arguments: given }) => `${code} ${JSON.stringify(given)}`).join(),
  )
}

function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`there is no ${part}`)
  return text.replaceAll(part, () => by)
}

const findingsIn = (text: string, age?: LintAge): readonly string[] =>
  lintPack(packOf(text), age).map(({ rule, at }) => `${rule} ${at}`)

/** An entry of the list of criteria. */
const criterion = (id: string, favours: string, driver: string, strength: string, when: string): string =>
  `  - id: ${id}
    favours: ${favours}
    driver: ${driver}
    strength: ${strength}
    when: ${when}
    claim: It is so.
    gain: it is good
    loss: it is bad
    basis: judgement
    sources: []
`

const source = (id: string, more: string): string =>
  `  ${id}: { title: A page, publisher: Somebody, verified: 2026-11-29, url: 'https://${id}.example.org/docs/', ${more} }\n`

const more = (text: string) => ['vetoes: #', `${text}vetoes: #`] as const

const inHours = '{ fact: machines, at-least: 2 }'

/** For each rule what is changed in the clean pack, and where the rule finds it. */
const broken: readonly (readonly [rule: string, at: string, part: string, by: string])[] = [
  [
    'never-holds',
    'one-machine',
    '{ fact: machines, less-than: 2 }',
    '{ all: [{ fact: file-size, is: small }, { fact: file-size, is: large }] }',
  ],
  ['never-holds', 'lost-at-restart', '{ fact: lasting-disk, is: false }', '{ fact: keeps-files, is: false }'],
  [
    'never-holds',
    'large-copies',
    'when: { fact: file-size, is: large }\n    if:',
    'when: { fact: machines, less-than: 1 }\n    if:',
  ],
  [
    'never-holds',
    'scope',
    'when: { fact: keeps-files, is: true }',
    'when: { not: { any: [{ fact: keeps-files, is: true }, { fact: keeps-files, is: false }] } }',
  ],
  ['always-holds', 'one-machine', '{ fact: machines, less-than: 2 }', '{ fact: machines, at-least: 1 }'],
  [
    'always-holds',
    'large-copies',
    'when: { fact: file-size, is: large }\n    if:',
    'when: { fact: keeps-files, is: true }\n    if:',
  ],
  ['no-voice', 'object-storage', ', object-storage]', ']'],
  ['one-sided-driver', 'operation', 'favours: disk\n', 'favours: [object-storage, database]\n'],
  ['uneven-options', 'object-storage', ', object-storage]', ']'],
  ['same-condition', 'again', ...more(criterion('again', 'database', 'size', 'moderate', inHours))],
  ['implied-criterion', 'again', ...more(criterion('again', 'database', 'operation', 'weak', inHours))],
  [
    'counts-once',
    'other',
    ...more(
      criterion('one', 'disk', 'size', 'strong', '{ fact: lasting-disk, is: true }') +
        criterion('other', 'disk', 'size', 'strong', '{ fact: machines, at-most: 3 }'),
    ),
  ],
  ['strong-judgement', 'several-machines', 'strength: moderate #', 'strength: strong #'],
  [
    'unused-fact',
    'lasting-disk',
    'when: { fact: lasting-disk, is: false }',
    'when: { fact: machines, at-least: 100 }',
  ],
  ['unused-driver', 'price', 'drivers: #', 'drivers:\n  price: { name: Price }\n  #'],
  ['option-named', 'changes-together', 'Must a file and', 'Where object storage is used, must a file and'],
  ['watch-without-if', 'large-copies', '    if: most of its files are large\n', ''],
  [
    'long-text',
    'criteria.apart.claim',
    'Files that stand apart',
    `Files that stand ${'very '.repeat(30)}apart`,
  ],
  [
    'stop-in-clause',
    'criteria.apart.gain',
    'gain: files are copied and',
    'gain: files are copied. They are copied and',
  ],
  [
    'unused-silence',
    'apart',
    'ask-first:',
    'lint: [{ rule: strong-judgement, at: apart, because: It is so. }]\nask-first:',
  ],
]

/** The clean pack with two sources, one of which two drivers rest on. */
const cited = ['several-machines', 'large-files'].reduce(
  (text, id, index) =>
    text.replace(
      new RegExp(`(?<=- id: ${id}\\n(?:    .*\\n)*?    sources: \\[)`),
      index === 0 ? 'a, b' : 'a',
    ),
  replaced(clean, 'sources: {}', `sources:\n${source('a', 'note: It says little.')}${source('b', '')}`),
)

describe('the lint of a pack', () => {
  it('finds nothing in a new pack', () => expect(findingsIn(clean)).toEqual([]))

  it('has a case of each rule', () => {
    const others = ['shared-source', 'whole-site', 'old-source']
    expect([...new Set([...broken.map(([rule]) => rule), ...others])].toSorted()).toEqual(
      [...lintRules].toSorted(),
    )
  })

  it('finds sources behind several drivers, and such as lead to no place', () => {
    expect(findingsIn(cited)).toEqual(['shared-source a', 'whole-site b'])
  })

  it('finds what nobody has read for so many months', () => {
    const other = ['shared-source a', 'whole-site b']
    expect(findingsIn(cited, { asOf: '2027-11-29', months: 12 })).toEqual(other)
    expect(findingsIn(cited, { asOf: '2027-11-30', months: 12 })).toEqual([
      ...other,
      'old-source new-pack',
      'old-source a',
      'old-source b',
    ])
  })

  it('asks a house for nothing that only the comparison can do', () => {
    const disabled = 'disable: true, because: No., by: The cook }'
    const house = houseWith(
      'strength: weak, because: Mornings start late here., by: The cook }',
      `${disabled}\n  - { criterion: many-cups, ${disabled}`,
    )
    if (!house.ok) throw new Error('the house is wrong')
    expect(lintPack(house.value).filter(({ rule }) => rule.startsWith('unused'))).toEqual([])
  })

  it('counts months as people do', () => {
    const [first] = findOldSources(packOf(clean), '2027-01-01', 1)
    expect(first?.help).toContain('older than one month, ')
  })

  it('is silent where the pack says why, and says what that is for nothing', () => {
    const silenced = (...silences: readonly string[]) => `${cited}lint:\n${silences.join('')}`
    const silence = (what: string) => `  - { ${what}, because: It is meant so. }\n`
    expect(findingsIn(silenced(silence('rule: shared-source, at: a'), silence('rule: whole-site')))).toEqual(
      [],
    )
    expect(findingsIn(silenced(silence('rule: shared-source, at: b')))).toEqual([
      'shared-source a',
      'whole-site b',
      'unused-silence b',
    ])
  })

  it('takes a silence of old sources for needed while it does not look for them', () => {
    const text = `${clean}lint: [{ rule: old-source, because: They are meant so. }]\n`
    expect(findingsIn(text)).toEqual([])
    expect(findingsIn(text, { asOf: '2026-12-01', months: 12 })).toEqual(['unused-silence old-source'])
    expect(findingsIn(text, { asOf: '2028-12-01', months: 12 })).toEqual([])
  })

  it.each(broken)('finds %s at %s', (rule, at, part, by) => {
    const found = findingsIn(replaced(clean, part, by))
    expect(found).toContain(`${rule} ${at}`)
  })

  it.each([
    ['Without water there is nothing to compare.', 'scope.outside', 30],
    ['Taste', 'drivers.taste.name', 2],
    ['There is hot water.', 'facts.water.yes.says', 14],
    ['there were no hot water', 'facts.water.no.if', 14],
    ['It is for nobody.', 'facts.guests.empty', 14],
    ['Coffee wakes people up.', 'criteria.morning-coffee.claim', 26],
    ['one pot is enough', 'criteria.many-cups.gain.text', 16],
    ['people stay asleep', 'criteria.morning-coffee.loss.text', 16],
    ['Nobody sleeps.', 'vetoes.late.claim', 30],
    ['Both are warm.', 'shared.warm.text', 30],
    ['It is hot.', 'watch.hot.title', 12],
    ['Wait.', 'watch.hot.mitigation', 22],
    ['Use one tray.', 'boundary.tray.text', 30],
    ['Compares two drinks.', 'summary', 40],
    ['It burns.', 'watch.hot.text', 40],
  ])('names a text that takes too much of the page: %s', (part, text, most) => {
    const withWords = (count: number) =>
      tooLong(part, `${'word '.repeat(count).trimEnd()}${part.endsWith('.') ? '.' : ''}`)
    expect(withWords(most)).toEqual([])
    expect(withWords(most + 1)).toEqual([`${text}: ${most + 1} of ${most}`])
  })

  it('counts the first sentence, and the others only where they are very long', () => {
    const claim = 'Coffee wakes people up.'
    const withWords = (count: number) => tooLong(claim, `${claim} It${' word'.repeat(count - 1)}.`)
    expect(withWords(40)).toEqual([])
    expect(withWords(41)).toEqual(['criteria.morning-coffee.claim: 41 of 40'])
  })

  it('counts an answer of average length for the place of the answer', () => {
    // The answers are "in the morning" and "in the evening", and "adults" and "children".
    const says = (count: number) => tooLong('It is served {value}.', `${'word '.repeat(count)}{value}.`)
    expect(says(11)).toEqual([])
    expect(says(12)).toEqual(['facts.time.says: 15 of 14'])
    const added = (count: number) => tooLong('it were also for {value}', `${'word '.repeat(count)}{value}`)
    expect(added(13)).toEqual([])
    expect(added(14)).toEqual(['facts.guests.if-added: 15 of 14'])
  })
})

const shortPack = smallPack.replace('How it tastes', 'Taste').replace('How much work it is', 'Effort')

const tooLong = (part: string, by: string): readonly string[] =>
  findLongTexts(packOf(replaced(shortPack, part, by))).map(
    ({ text, words, most }) => `${text}: ${words} of ${most}`,
  )
