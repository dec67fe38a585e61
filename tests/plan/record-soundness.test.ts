import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRecord } from '../../src/plan/merge-record.ts'
import { planExisting } from '../../src/plan/plan-existing.ts'
import { unsoundness } from '../../src/plan/record-soundness.ts'
import { changeWords } from '../../src/report/change-words.ts'
import { type Template, recordFor } from '../interoperability/records.ts'
import { tries } from '../support/arbitraries.ts'

const A = 'book-a'
const B = 'book-b'
const claim = (name: string, source: string): string =>
  `- **Claim ${name}.**\n  Documented: [${name}][${source}].\n`
const source = (id: string): string => `[${id}]: https://example.org/${id}\n`

interface Parts {
  readonly why?: readonly string[]
  readonly watch?: string
  readonly more?: string
  readonly sources?: readonly string[]
}

/** A record; `parts` are what its sections say. */
const record = ({
  why = [claim('a', A)],
  watch = '',
  more = 'Nothing.',
  sources = [A],
}: Parts = {}): string =>
  [
    '---\nnumber: 1\nstatus: proposed\ndate: 2026-01-01\nid: drinks/breakfast@1\n\n---\n# Drink coffee\n',
    '## Decision Outcome\n',
    'Chosen option: "coffee", because it is strong.\n',
    '### Why\n',
    ...why,
    ...(watch === '' ? [] : [`### Watch\n\n${watch}\n`]),
    `## More Information\n\n${more}\n`,
    ...sources.map(source),
  ].join('\n')

describe('a merge in which a source is missing', () => {
  it('takes back a claim that a person only moved', () => {
    const base = record({ why: [claim('a', A), claim('b', B)], sources: [A, B] })
    const file = record({ why: [claim('a', A)], more: `Nothing.\n\n${claim('b', B)}`, sources: [A, B] })
    expect(mergeRecord(base, file, record())).toMatchObject({
      kind: 'merged',
      text: expect.not.stringContaining('Claim b'),
    })
  })

  it('is left as it is where a person removed the source of a claim that is still there', () => {
    const file = record({ sources: [] })
    expect(mergeRecord(record(), file, record({ watch: 'It is hot.' }))).toEqual({
      kind: 'merged',
      text: record({ watch: 'It is hot.', sources: [] }),
    })
  })

  it('is sound where a person removed the sources with every claim that cites them', () => {
    const file = record({ why: [], sources: [] })
    const rendered = record().replace('it is strong', 'it is hot')
    expect(mergeRecord(record(), file, rendered)).toEqual({
      kind: 'merged',
      text: file.replace('it is strong', 'it is hot'),
    })
  })

  it('is sound where only a sentence or a claim of a person names it', () => {
    const mine = `As [the book](https://example.org/${B}) says.\n\nDocumented: [our wiki](https://wiki.example.org).`
    const base = record({ sources: [A, B] })
    const file = record({ sources: [A, B], more: mine })
    expect(mergeRecord(base, file, record())).toEqual({ kind: 'merged', text: record({ more: mine }) })
  })

  it('keeps the source of a claim that a person reworded', () => {
    const file = record().replace('Claim a', 'Claim a, says Ada')
    const rendered = record({ sources: [] })
    expect(mergeRecord(record(), file, rendered)).toEqual({
      kind: 'merged',
      text: file,
    })
  })
})

describe('a merge in which something stands twice', () => {
  it('is none for a source that both sides have added', () => {
    const file = record({ sources: [B, A] })
    const rendered = record({ why: [claim('a', A), claim('b', B)], sources: [A, B] })
    const merge = mergeRecord(record(), file, rendered)
    expect(merge.kind === 'merged' && merge.text.split(`[${B}]: `)).toHaveLength(2)
  })

  it('is none for a heading that both sides have added: what stands below it stands there once', () => {
    const file = record({ more: 'Nothing.\n\n### Watch\n\nThe milk.' })
    expect(mergeRecord(record(), file, record({ watch: 'It is hot.' }))).toEqual({
      kind: 'merged',
      text: record({ more: 'Nothing.\n\n### Watch\n\nThe milk.\n\nIt is hot.' }),
    })
  })

  it('is sound for a small heading that only a person wrote twice', () => {
    const file = record({ more: 'Nothing.\n\n### Why\n\nI like it.' })
    expect(mergeRecord(record(), file, record({ watch: 'It is hot.' }))).toMatchObject({ kind: 'merged' })
  })

  it('is sound for a heading in a block of code', () => {
    const file = record({ more: 'Nothing.\n\n```md\n## Decision Outcome\n```' })
    expect(mergeRecord(record(), file, record({ watch: 'It is hot.' }))).toMatchObject({ kind: 'merged' })
  })

  it('is none for a key of the front matter', () => {
    const named = (text: string, after: string): string => text.replace(after, `${after}\nconsulted: [Ada]`)
    const file = named(record(), 'number: 1')
    expect(mergeRecord(record(), file, named(record(), 'date: 2026-01-01'))).toEqual({
      kind: 'merged',
      text: file,
    })
  })
})

describe('a conflict that is settled by the edits of a person', () => {
  const base = record({ why: [claim('a', A), claim('b', B)], sources: [A, B] })
  const existing = (file: string, rendered: string) =>
    planExisting(
      { id: 'drinks/breakfast@1', path: 'docs/0001-x.md', text: file, base, render: () => rendered },
      '2026-01-01',
      { conflict: 'mine' },
    )

  it.each([[[A, B]], [[A]]])('keeps the sources of these, where the machine has %j', (sources) => {
    const file = base.replace('**Claim b.**', '**Claim b, says Ada.**')
    expect(existing(file, record({ why: [claim('a', A)], sources }))).toMatchObject({
      kind: 'merge-mine',
      after: file,
    })
  })

  it.each([
    ['Coffee for Ada', 'broken'],
    ['What Ada drinks', 'merge-mine'],
  ])('is refused where the title would name what was chosen before: %s', (title, kind) => {
    const file = base.replace('# Drink coffee', `# ${title}`)
    expect(existing(file, base.replaceAll('coffee', 'tea')).kind).toBe(kind)
  })

  it('is refused where it would say that something else is chosen', () => {
    const file = base.replace('"coffee", because it is strong', '"coffee", because Ada likes it')
    const change = existing(file, base.replaceAll('coffee', 'tea'))
    expect(change).toMatchObject({ kind: 'broken', after: file })
    expect(changeWords[change.kind].notes?.(change)).toEqual([
      '`docs/0001-x.md` was edited so that it says that something else is chosen than what follows now. Nothing was written.',
      'Mend it and run this again, or use `--conflict markers` to have both sides in the file.',
    ])
  })
})

describe('a section', () => {
  it('that a person removed stays away', () => {
    const file = record({ watch: 'It is hot.' }).replace('### Why\n\n', '')
    const rendered = record({ watch: 'It is very hot.' })
    expect(mergeRecord(record({ watch: 'It is hot.' }), file, rendered)).toEqual({
      kind: 'merged',
      text: rendered.replace('### Why\n\n', ''),
    })
  })

  it('that both sides have is not lost', () => {
    const texts = { base: record(), file: record(), rendered: record() }
    expect(unsoundness(record().replace('### Why\n\n', ''), texts)).toBe(
      'it would not have the heading `### Why` any more',
    )
  })
})

describe('the merge of a record that nobody edited', () => {
  const profiles = fc
    .record(
      {
        hot: fc.boolean(),
        time: fc.constantFrom('morning', 'evening', 'night'),
        guests: fc.constantFrom(4, 40, 600),
      },
      { requiredKeys: [] },
    )
    .map((facts) =>
      JSON.stringify({ project: 'Breakfast', decisions: [{ criteria: 'criteria/drinks.yaml' }], facts }),
    )

  it.each<Template>(['madr', 'nygard'])('is the other side, and sound, in the %s form', (template) => {
    fc.assert(
      fc.property(profiles, profiles, (one, other) => {
        const [base, now] = [one, other].map((text) => recordFor(text, template).text)
        const merged = { kind: 'merged', text: now }
        expect(mergeRecord(base ?? '', base ?? '', now ?? '')).toEqual(merged)
        expect(mergeRecord(base ?? '', now ?? '', base ?? '')).toEqual(merged)
      }),
      tries(60),
    )
  })
})
