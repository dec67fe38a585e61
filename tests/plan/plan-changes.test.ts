import { describe, expect, it } from 'vitest'
import { basePath } from '../../src/plan/change.ts'
import { planChanges as planAll } from '../../src/plan/plan-changes.ts'
import type { ExistingFiles, WantedRecord } from '../../src/plan/wanted-record.ts'
import { bareSupport, noEvidence, withoutEvidence } from '../support/evidence.ts'

const planChanges = (...parts: Parameters<typeof planAll>) => withoutEvidence(planAll(...parts))

const today = '2026-03-04'
const earlier = '2026-01-02'

/** A record in its shortest form. */
const text = (id: string, number: number, date: string, body = 'Use it.'): string =>
  `---\nnumber: ${number}\ndate: ${date}\nid: ${id}\n\n---\n# Title\n\n${body}\n`

const wanted = (
  subject: string,
  parts: Partial<WantedRecord> & { readonly body?: string } = {},
): WantedRecord => {
  const id = `pack/${subject}@1`
  return {
    id,
    topic: 'Language',
    subject,
    directory: 'docs/decisions',
    worthCreating: true,
    evidence: [],
    support: bareSupport,
    options: ['a', 'b', 'c'],
    chosen: ['a'],
    render: (number, date) => text(id, number, date, parts.body),
    ...parts,
  }
}

type Files = Readonly<Record<string, string>>
const files = (records: Files = {}, bases: Files = {}, accepted: Files = {}): ExistingFiles => ({
  records: new Map(Object.entries(records)),
  bases: new Map(Object.entries(bases)),
  accepted: new Map(Object.entries(accepted)),
  pending: new Map(),
  ...noEvidence,
  isFirstRun: false,
})

const id = 'pack/agent@1'
const path = 'docs/decisions/0001-language-for-agent.md'
const base = '.madrigal/base/pack/agent@1.md'
const first = text(id, 1, earlier)

const plan = (existing: ExistingFiles, ...records: readonly WantedRecord[]) =>
  planChanges(records.length > 0 ? records : [wanted('agent')], existing, today)

describe('a record that is not there', () => {
  it('is created with its base, numbered and dated', () => {
    const after = text(id, 1, today)
    expect(plan(files())).toEqual({
      changes: [{ kind: 'create', id, path, before: '', after, rendered: after }],
      writes: [
        { path, text: after, expected: null },
        { path: base, text: after, expected: null },
      ],
      needsPerson: false,
    })
  })

  it('gets the number after the highest one, whatever is missing in between', () => {
    const { changes } = plan(files({ 'docs/decisions/0002-a.md': 'a', 'docs/decisions/0007-b.md': 'b' }))
    expect(changes.map((change) => change.path)).toEqual(['docs/decisions/0008-language-for-agent.md'])
    expect(changes[0]?.after).toBe(text(id, 8, today))
  })

  it('gets no number that a record of another tool has, however that writes it', () => {
    const { changes } = plan(
      files({
        'docs/decisions/0002-a.md': 'a',
        'docs/decisions/adr-12-b.md': 'b',
        'docs/decisions/20260101-c.md': '',
      }),
    )
    expect(changes.map((change) => change.path)).toEqual(['docs/decisions/0013-language-for-agent.md'])
  })

  it('is not numbered after files that have no number of ours, or lie elsewhere', () => {
    const { changes } = plan(
      files({
        'docs/decisions/README.md': '# Decisions',
        'docs/decisions/20260101-dated.md': 'dated',
        'docs/decisions/2026-01-01-dated.md': 'dated',
        'docs/decisions/template.md': 'template',
        'docs/decisions/0003-a.md': 'a',
        'docs/decisions/old/0050-b.md': 'b',
        'docs/adr/0090-c.md': 'c',
      }),
    )
    expect(changes[0]?.path).toBe('docs/decisions/0004-language-for-agent.md')
  })

  it('and others of the same run get numbers of their own, by directory', () => {
    const { changes, writes } = plan(
      files({ 'docs/decisions/0004-a.md': 'a' }),
      wanted('one'),
      wanted('two'),
      wanted('three', { directory: 'docs/adr' }),
      wanted('four'),
    )
    expect(changes.map((change) => change.path)).toEqual([
      'docs/decisions/0005-language-for-one.md',
      'docs/decisions/0006-language-for-two.md',
      'docs/adr/0001-language-for-three.md',
      'docs/decisions/0007-language-for-four.md',
    ])
    expect(changes.map(({ after }) => /number: (\d+)/.exec(after)?.[1])).toEqual(['5', '6', '1', '7'])
    expect(writes).toHaveLength(8)
  })

  it('is not written where it has nothing to say', () => {
    expect(plan(files(), wanted('agent', { worthCreating: false }))).toEqual({
      changes: [{ kind: 'not-written', id, path: '', before: '', after: '' }],
      writes: [],
      needsPerson: false,
    })
  })

  it('and uses up no number where it is not written', () => {
    const { changes } = plan(files(), wanted('one', { worthCreating: false }), wanted('two'))
    expect(changes.map((change) => change.path)).toEqual(['', 'docs/decisions/0001-language-for-two.md'])
  })

  it('stays away once a person has deleted it', () => {
    expect(plan(files({}, { [id]: first }))).toEqual({
      changes: [{ kind: 'deleted', id, path: base, before: '', after: '' }],
      writes: [],
      needsPerson: false,
    })
  })
})

describe('a record that is as it was written', () => {
  it('is unchanged, date and all, when nothing else changes', () => {
    expect(plan(files({ [path]: first }, { [id]: first }))).toEqual({
      changes: [{ kind: 'unchanged', id, path, before: first, after: first }],
      writes: [],
      needsPerson: false,
    })
  })

  it('is updated with its base when what it says changes, and keeps the date of its decision', () => {
    const after = text(id, 1, earlier, 'Use another.')
    expect(
      plan(files({ [path]: first }, { [id]: first }), wanted('agent', { body: 'Use another.' })),
    ).toEqual({
      changes: [{ kind: 'update', id, path, before: first, after, rendered: after }],
      writes: [
        { path, text: after, expected: first },
        { path: base, text: after, expected: first },
      ],
      needsPerson: false,
    })
  })

  it('is updated even where a new record would not be worth creating', () => {
    const { changes } = plan(
      files({ [path]: first }, { [id]: first }),
      wanted('agent', { body: 'Out of scope.', worthCreating: false }),
    )
    expect(changes[0]?.kind).toBe('update')
  })

  it('keeps the number that it was written with, whatever its file is called', () => {
    const renamed = 'docs/decisions/archive-language.md'
    const fifth = text(id, 5, earlier)
    const { changes } = plan(files({ [renamed]: fifth }, { [id]: fifth }), wanted('agent', { body: 'New.' }))
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'update',
        id,
        path: renamed,
        before: fifth,
        after: text(id, 5, earlier, 'New.'),
      }),
    ])
  })

  it('is found by its id when a person has moved or renamed it', () => {
    const moved = 'docs/adr/0042-language.md'
    expect(plan(files({ [moved]: first }, { [id]: first })).changes).toEqual([
      { kind: 'unchanged', id, path: moved, before: first, after: first },
    ])
  })

  it('keeps its line ends and byte order mark when it is updated; its base does not have them', () => {
    const before = `\uFEFF${first.replaceAll('\n', '\r\n')}`
    const plain = text(id, 1, earlier, 'New.')
    const after = `\uFEFF${plain.replaceAll('\n', '\r\n')}`
    const { changes, writes } = plan(
      files({ [path]: before }, { [id]: first }),
      wanted('agent', { body: 'New.' }),
    )
    expect(changes).toEqual([{ kind: 'update', id, path, before, after, rendered: plain }])
    expect(writes).toEqual([
      { path, text: after, expected: before },
      { path: base, text: plain, expected: first },
    ])
  })

  it('is unchanged with other line ends', () => {
    const before = `\uFEFF${first.replaceAll('\n', '\r\n')}`
    expect(plan(files({ [path]: before }, { [id]: first }))).toEqual({
      changes: [{ kind: 'unchanged', id, path, before, after: before }],
      writes: [],
      needsPerson: false,
    })
  })
})

describe('a record that a person has edited', () => {
  const edited = first.replace('Use it.', 'Use it, says Ada.')

  it('is left alone when what it says does not change', () => {
    expect(plan(files({ [path]: edited }, { [id]: first }))).toEqual({
      changes: [{ kind: 'unchanged', id, path, before: edited, after: edited }],
      writes: [],
      needsPerson: false,
    })
  })

  it('needs a person when what it says would change', () => {
    expect(plan(files({ [path]: edited }, { [id]: first }), wanted('agent', { body: 'New.' }))).toEqual({
      changes: [expect.objectContaining({ kind: 'conflict', id, path, before: edited, after: edited })],
      writes: [],
      needsPerson: true,
    })
  })

  it('is merged when the edit and the change do not meet, and its base follows the machine', () => {
    const own = `${first}\nA note by Ada.\n`
    const rendered = text(id, 1, earlier, 'New.')
    const after = `${rendered}\nA note by Ada.\n`
    expect(plan(files({ [path]: own }, { [id]: first }), wanted('agent', { body: 'New.' }))).toMatchObject({
      changes: [{ kind: 'merge', id, path, before: own, after }],
      writes: [
        { path, text: after, expected: own },
        { path: base, text: rendered, expected: first },
      ],
      needsPerson: false,
    })
  })

  it('keeps what the person wrote in a conflict, if asked to', () => {
    const { changes, writes } = planChanges(
      [wanted('agent', { body: 'New.' })],
      files({ [path]: edited }, { [id]: first }),
      today,
      { conflict: 'mine' },
    )
    expect(changes[0]).toMatchObject({ kind: 'merge-mine', after: edited })
    expect(writes.map(({ path: at }) => at)).toEqual([base])
  })

  it('shows both sides of a conflict in the file, if asked to, and keeps its base', () => {
    const { changes, writes, needsPerson } = planChanges(
      [wanted('agent', { body: 'New.' })],
      files({ [path]: edited }, { [id]: first }),
      today,
      { conflict: 'markers' },
    )
    expect(changes[0]?.after).toContain('<<<<<<<<<<<<<<< yours\nUse it, says Ada.\n')
    expect(writes.map(({ path: at }) => at)).toEqual([path, '.madrigal/pending/pack/agent@1.md'])
    expect(needsPerson).toBe(true)
  })

  it.each(['mine', 'markers'] as const)(
    'takes the place of an earlier conflict that nobody ended with `resolve` (%s)',
    (conflict) => {
      const earlierConflict = {
        ...files({ [path]: edited }, { [id]: first }),
        pending: new Map([[id, 'old']]),
      }
      const { writes } = planChanges([wanted('agent', { body: 'New.' })], earlierConflict, today, {
        conflict,
      })
      expect(writes.at(-1)).toEqual({
        path: '.madrigal/pending/pack/agent@1.md',
        text: conflict === 'mine' ? null : text(id, 1, earlier, 'New.'),
        expected: 'old',
      })
      expect(writes).toHaveLength(2)
    },
  )

  it('is not touched while markers are in it', () => {
    const marked = first.replace('Use it.', '<<<<<<< a\nb\n=======\nc\n>>>>>>> d')
    expect(plan(files({ [path]: marked }, { [id]: first })).changes[0]).toMatchObject({
      kind: 'unresolved',
      detail: '9',
    })
  })

  it('into just what would be written only has its base brought up to date', () => {
    const same = text(id, 1, earlier, 'New.')
    expect(plan(files({ [path]: same }, { [id]: first }), wanted('agent', { body: 'New.' }))).toEqual({
      changes: [{ kind: 'adopt', id, path, before: same, after: same, rendered: same }],
      writes: [{ path: base, text: same, expected: first }],
      needsPerson: false,
    })
  })

  it('in its line ends only is not edited', () => {
    const before = first.replaceAll('\n', '\r\n')
    const { changes } = plan(files({ [path]: before }, { [id]: first }), wanted('agent', { body: 'New.' }))
    expect(changes[0]?.kind).toBe('update')
  })
})

describe('a record without a base', () => {
  it('is adopted when it is just what would be written', () => {
    expect(plan(files({ [path]: first }))).toEqual({
      changes: [{ kind: 'adopt', id, path, before: first, after: first, rendered: first }],
      writes: [{ path: base, text: first, expected: null }],
      needsPerson: false,
    })
  })

  it('is adopted with plain line ends in its base', () => {
    const before = first.replaceAll('\n', '\r\n')
    expect(plan(files({ [path]: before })).writes).toEqual([{ path: base, text: first, expected: null }])
  })

  it('needs a person when it is anything else', () => {
    expect(plan(files({ [path]: first }), wanted('agent', { body: 'New.' }))).toEqual({
      changes: [{ kind: 'base-missing', id, path, before: first, after: first }],
      writes: [],
      needsPerson: true,
    })
  })

  it('takes its number from the file name where it does not say it itself', () => {
    const silent = `---\ndate: ${earlier}\nid: ${id}\n---\nUse it.\n`
    const render = (number: number, date: string): string => `${number} ${date}`
    const numbers: number[] = []
    plan(
      files({ 'docs/decisions/0009-x.md': silent }),
      wanted('agent', {
        render: (number, date) => {
          numbers.push(number)
          return render(number, date)
        },
      }),
    )
    expect(new Set(numbers)).toEqual(new Set([9]))
  })
})

describe('two files with one id', () => {
  it('need a person', () => {
    const copy = 'docs/decisions/0002-copy.md'
    expect(plan(files({ [path]: first, [copy]: first }, { [id]: first }))).toEqual({
      changes: [{ kind: 'duplicate', id, path, twins: [path, copy], before: '', after: '' }],
      writes: [],
      needsPerson: true,
    })
  })
})

describe('several records', () => {
  it('are all left unwritten when one of them needs a person', () => {
    const edited = first.replace('Use it.', 'Use it, says Ada.')
    const { changes, writes, needsPerson } = plan(
      files({ [path]: edited }, { [id]: first }),
      wanted('new'),
      wanted('agent', { body: 'New.' }),
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['create', 'conflict'])
    expect(writes).toEqual([])
    expect(needsPerson).toBe(true)
  })

  it('are written together when none does', () => {
    const { changes, writes } = plan(
      files({ [path]: first }, { [id]: first }),
      wanted('new'),
      wanted('agent', { body: 'New.' }),
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['create', 'update'])
    expect(writes.map((write) => write.path)).toEqual([
      'docs/decisions/0002-language-for-new.md',
      '.madrigal/base/pack/new@1.md',
      path,
      base,
    ])
  })

  it('come with what git needs to know of the copies when there has been nothing yet, and only then', () => {
    const { writes } = plan({ ...files(), isFirstRun: true })
    expect(writes.map((write) => write.path)).toEqual([
      path,
      base,
      '.madrigal/.gitattributes',
      '.madrigal/.gitignore',
    ])
    const nothing = plan({ ...files(), isFirstRun: true }, wanted('agent', { worthCreating: false }))
    expect(nothing.writes).toEqual([])
  })

  it('are nobody’s business when they are not wanted', () => {
    expect(planChanges([], files({ [path]: first }, { [id]: first }), today)).toEqual({
      changes: [],
      writes: [],
      needsPerson: false,
    })
  })

  it('planned twice are planned alike, and done once are done for good', () => {
    const records = [wanted('one'), wanted('two', { directory: 'docs/adr' })]
    const before = files()
    const { writes } = planChanges(records, before, today)
    expect(planChanges(records, before, today).writes).toEqual(writes)
    const after: ExistingFiles = {
      ...before,
      records: new Map(
        writes
          .filter(({ path: at }) => at.startsWith('docs/'))
          .map((write) => [write.path, write.text ?? '']),
      ),
      bases: new Map(
        records.map(({ id: of }) => [of, writes.find(({ path: at }) => at === basePath(of))?.text ?? '']),
      ),
    }
    const again = planChanges(records, after, '2027-01-01')
    expect(again.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
    expect(again.writes).toEqual([])
  })
})
