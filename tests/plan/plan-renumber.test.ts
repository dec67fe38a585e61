import { describe, expect, it } from 'vitest'
import { numberOfFile } from '../../src/record-file/record-file-name.ts'
import { type NumberedFiles, planRenumber } from '../../src/plan/plan-renumber.ts'

const folder = 'docs/decisions'
const mine = `${folder}/0007-language-for-agent.md`
const theirs = `${folder}/0007-use-plates.md`
const renamed = `${folder}/0008-language-for-agent.md`
const base = '.madrigal/base/pack/agent@1.md'

/** A record in its shortest form. */
const record = (number: number, status = 'proposed', more = ''): string =>
  `---\nnumber: ${number}\nstatus: ${status}\nid: pack/agent@1\n${more}---\n# Use Go\n\n* Status: ${status}\n`

const plates = '# 7. Use plates\n\n## Status\n\nAccepted\n'

const named = (...names: readonly string[]) => names.map((name) => ({ name, number: numberOfFile(name) }))

const files = (
  texts: Readonly<Record<string, string>>,
  more: Partial<Omit<NumberedFiles, 'texts' | 'copies'>> & {
    readonly copies?: Readonly<Record<string, string>>
  } = {},
): NumberedFiles => ({
  directory: folder,
  bases: new Map(),
  unread: [],
  elsewhere: [],
  main: null,
  ...more,
  texts: new Map(Object.entries(texts)),
  copies: new Map(Object.entries(more.copies ?? {})),
})

const stopped = (problem: unknown) => ({
  problem,
  record: null,
  relinked: [],
  unlinked: [],
  writes: [],
})
const moved = (text: string, before: string, path = renamed) => [
  { path, text, expected: null },
  { path: mine, text: null, expected: before },
]

describe('a record that shares its number', () => {
  const shared = { [mine]: record(7), [theirs]: plates }

  it('gets the next one, in its file and in the copies of the machine', () => {
    const copies = {
      [base]: record(7),
      '.madrigal/pending/pack/agent@1.md': record(7, 'proposed', 'pending: true\n'),
      '.madrigal/accepted/pack/agent@1.md': record(7, 'accepted'),
      '.madrigal/base/pack/other@1.md': record(7),
    }
    const plan = planRenumber(files(shared, { copies }), mine)
    expect(plan.problem).toBeNull()
    expect(plan.record).toEqual({
      id: 'pack/agent@1',
      from: 7,
      to: 8,
      path: mine,
      newPath: renamed,
      before: record(7),
      after: record(8),
    })
    expect(plan.writes).toEqual([
      ...moved(record(8), record(7)),
      { path: base, text: record(8), expected: record(7) },
      {
        path: '.madrigal/accepted/pack/agent@1.md',
        text: record(8, 'accepted'),
        expected: record(7, 'accepted'),
      },
      {
        path: '.madrigal/pending/pack/agent@1.md',
        text: record(8, 'proposed', 'pending: true\n'),
        expected: record(7, 'proposed', 'pending: true\n'),
      },
    ])
  })

  it('is not meant by its number', () => {
    expect(planRenumber(files(shared), '7')).toEqual(stopped({ kind: 'ambiguous', paths: [mine, theirs] }))
    expect(planRenumber(files(shared), 'pack/agent@1').record?.to).toBe(8)
  })
})

describe('the new number', () => {
  it.each([
    ['is free on all branches', { elsewhere: named('0007-use-plates.md', '0009-use-forks.md') }, 10],
    ['is not that of a file that cannot be read', { unread: [`${folder}/0007-secret.md`] }, 8],
    ['is the old one while no other record has that', { elsewhere: named('0008-use-forks.md') }, 7],
    [
      'does not mind the record itself on another branch',
      { elsewhere: named('0007-language-for-agent.md') },
      7,
    ],
    [
      'does not mind the record under another number there',
      { elsewhere: named('0011-language-for-agent.md') },
      7,
    ],
  ])('%s', (_, more, number) => {
    const plan = planRenumber(files({ [mine]: record(7) }, more), '7')
    expect([plan.record?.to, plan.writes.length]).toEqual([number, number === 7 ? 0 : 2])
  })

  it('can be named', () => {
    const plan = planRenumber(files({ [mine]: record(7), [theirs]: plates }), mine, 70)
    expect(plan.writes).toEqual(moved(record(70), record(7), `${folder}/0070-language-for-agent.md`))
  })

  it.each([
    ['here', { [mine]: record(7), [theirs]: plates }, {}, 7, theirs, true],
    [
      'elsewhere',
      { [mine]: record(7) },
      { elsewhere: named('0003-use-forks.md') },
      3,
      `${folder}/0003-use-forks.md`,
      false,
    ],
  ])('is not taken by another record %s', (_, texts, more, number, by, isHere) => {
    expect(planRenumber(files(texts, more), mine, number)).toEqual(
      stopped({ kind: 'number-taken', number, by, isHere }),
    )
  })

  it('changes nothing when it is the old one', () => {
    const plan = planRenumber(files({ [mine]: record(7) }), '7', 7)
    expect([plan.problem, plan.record?.to, plan.writes]).toEqual([null, 7, []])
  })

  it('is brought into the text when somebody has given it to the file alone', () => {
    const plan = planRenumber(files({ [renamed]: record(7) }, { copies: { [base]: record(7) } }), '8')
    expect(plan.writes).toEqual([
      { path: renamed, text: record(8), expected: record(7) },
      { path: base, text: record(8), expected: record(7) },
    ])
  })
})

describe('a record of another tool', () => {
  const forks = `${folder}/0007-use-forks.md`
  const other = (number: string): string => `# ${number}. Use forks\r\n\r\n## Status\r\n\r\nAccepted`

  it('gets another number in its name and its title, accepted as it is', () => {
    const plan = planRenumber(
      files({
        [theirs]: plates,
        [forks]: other('7'),
        'README.md':
          '[7. Use forks](docs/decisions/0007-use-forks.md), [7](docs/decisions/0007-use-plates.md)\n',
      }),
      forks,
    )
    expect(plan.record).toMatchObject({ id: null, from: 7, to: 8 })
    expect(plan.writes).toEqual([
      { path: `${folder}/0008-use-forks.md`, text: other('8'), expected: null },
      { path: forks, text: null, expected: other('7') },
      expect.objectContaining({
        path: 'README.md',
        text: '[8. Use forks](docs/decisions/0008-use-forks.md), [7](docs/decisions/0007-use-plates.md)\n',
      }),
    ])
  })

  it('is told of where another one names its number without a link', () => {
    const plan = planRenumber(
      files({
        [theirs]: plates,
        [forks]: other('7'),
        [`${folder}/0001-a.md`]: '---\nstatus: superseded by ADR-0007\n---\n# A\n',
        [`${folder}/0002-b.md`]: '# 2. B\n\n## Status\n\nSuperceded by [7. Use forks](0007-use-forks.md)\n',
      }),
      forks,
    )
    expect([plan.unlinked, plan.relinked.map(({ path }) => path)]).toEqual([
      [`${folder}/0001-a.md`],
      [`${folder}/0002-b.md`],
    ])
  })
})

describe('a number without a link', () => {
  const old = (number: string): string => `---\nstatus: superseded by ADR-${number}\n---\n# A\n`

  it('changes where no other record has it', () => {
    const plan = planRenumber(files({ [theirs]: plates, [`${folder}/0001-a.md`]: old('0007') }), '7', 9)
    expect(plan.relinked).toMatchObject([{ path: `${folder}/0001-a.md`, after: old('0009') }])
    expect(plan.unlinked).toEqual([])
  })
})

describe('a file that is no text', () => {
  it('is to be renumbered by hand', () => {
    const path = `${folder}/0007-latin.md`
    const plan = planRenumber(files({ [theirs]: plates }, { unread: [path] }), '0007-latin.md')
    expect(plan).toEqual(stopped({ kind: 'unread', path }))
  })
})

describe('a record without a number in its name', () => {
  const path = `${folder}/agent.md`

  it('keeps its name', () => {
    const text = (number: number): string => record(number).replace('# Use Go', `# ${number}. Use Go`)
    const other = (number: number): string => `[ADR-${number}](agent.md)\n`
    const texts = { [path]: text(7), [theirs]: plates, [`${folder}/README.md`]: other(7) }
    expect(planRenumber(files(texts), 'agent.md').writes).toEqual([
      { path, text: text(8), expected: text(7) },
      { path: `${folder}/README.md`, text: other(8), expected: other(7) },
    ])
  })

  it('is not given one', () => {
    const text = '# Use Go\n\n<!-- id: pack/agent@1 -->\n'
    expect(planRenumber(files({ [path]: text }), 'agent.md')).toEqual(stopped({ kind: 'numberless', path }))
  })
})

describe('an accepted record', () => {
  const plan = (here: string, there: string | null, known = true) => {
    const records = new Map(there === null ? [] : [[`${folder}/0003-language-for-agent.md`, there]])
    return planRenumber(
      files({ [mine]: record(7, here) }, { main: known ? { branch: 'origin/main', records } : null }),
      mine,
      9,
    )
  }
  const published = (written: string, branch: string | null = 'origin/main') =>
    stopped({ kind: 'published', path: mine, written, branch, instead: null })

  it.each(['accepted', 'superseded by ADR-0009', 'deprecated'])(
    'keeps its number once it is on the main branch as %s',
    (status) => {
      expect(plan(status, record(3, status))).toEqual(published(status))
      expect(plan(status, record(3))).toEqual(published(status))
      expect(plan('proposed', record(3, status))).toEqual(published(status))
    },
  )

  it('gets another one on a branch', () => {
    expect(plan('accepted', null).record?.to).toBe(9)
    expect(plan('accepted', record(3, 'accepted').replace('agent@1', 'other@1')).record?.to).toBe(9)
  })

  it('gets another one on the main branch while it is proposed or rejected', () => {
    for (const status of ['proposed', 'rejected']) expect(plan(status, record(3, status)).record?.to).toBe(9)
  })

  it('gives its number up only where the other one cannot', () => {
    const decided = (status: string, id: string): string => record(7, status).replace('agent@1', id)
    const withOther = (text: string) =>
      planRenumber(
        files(
          { [mine]: record(7, 'accepted'), [theirs]: text },
          { main: { branch: 'main', records: new Map([[mine, record(7, 'accepted')]]) } },
        ),
        mine,
      )
    expect(withOther(decided('accepted', 'plates@1')).record?.to).toBe(8)
    for (const text of [plates, decided('proposed', 'plates@1'), decided('rejected', 'plates@1')])
      expect(withOther(text).problem).toMatchObject({ kind: 'published', instead: theirs })
  })

  it('gets the number of its name in its text as well', () => {
    const main = { branch: 'main', records: new Map([[renamed, record(7, 'accepted')]]) }
    const { writes } = planRenumber(files({ [renamed]: record(7, 'accepted') }, { main }), '8')
    expect(writes.map(({ text }) => text)).toEqual([record(8, 'accepted')])
  })

  it('keeps its number where nobody knows the main branch', () => {
    expect(plan('accepted', null, false)).toEqual(published('accepted', null))
    expect(plan('proposed', null, false).record?.to).toBe(9)
  })
})

describe('links to a record', () => {
  const name = '0007-language-for-agent'
  const text = (number: string): string =>
    `[ADR-${number}](docs/decisions/${number}-language-for-agent.md), not [this](0007-language-for-agent.md)\n`

  it('follow it, in every file and in the machine’s copies of other records', () => {
    const other = `${folder}/0001-use-forks.md`
    const forks = (number: string): string =>
      record(1).replace('agent@1', 'forks@1').concat(`\nSee [${number}](${number}-language-for-agent.md).\n`)
    const forksBase = '.madrigal/base/pack/forks@1.md'
    const plan = planRenumber(
      files(
        { 'README.md': text('0007'), [other]: forks('0007'), [mine]: `${record(7)}[here](${name}.md#x)\n` },
        { copies: { [forksBase]: forks('0007') }, elsewhere: named('0007-x.md') },
      ),
      '7',
    )
    expect(plan.relinked.map(({ path, links }) => [path, links])).toEqual([
      ['README.md', 1],
      [other, 1],
    ])
    expect(plan.writes).toEqual([
      ...moved(`${record(8)}[here](0008-language-for-agent.md#x)\n`, `${record(7)}[here](${name}.md#x)\n`),
      { path: 'README.md', text: text('0008').replace('[this](0008', '[this](0007'), expected: text('0007') },
      { path: other, text: forks('0008'), expected: forks('0007') },
      { path: forksBase, text: forks('0008'), expected: forks('0007') },
    ])
  })

  it('follow it from the record whose place it takes, in its status as well', () => {
    const old = (number: string): string =>
      record(1, `superseded by ADR-${number}`).replace(
        `* Status: superseded by ADR-${number}`,
        `* Status: superseded by [${number}-language-for-agent](${number}-language-for-agent.md)`,
      )
    const successor = (number: number): string =>
      record(number, 'accepted', 'supersedes: pack/agent@1\n').replace('id: pack/agent@1', 'id: pack/agent@2')
    const first = `${folder}/0001-language-for-agent.md`
    const plan = planRenumber(
      files(
        { [first]: old('0007'), [mine]: successor(7), [theirs]: plates },
        { main: { branch: 'origin/main', records: new Map() } },
      ),
      'pack/agent@2',
    )
    expect(plan.writes).toEqual([
      ...moved(successor(8), successor(7)),
      { path: first, text: old('0008'), expected: old('0007') },
    ])
  })
})

describe('copies of a record elsewhere in the repository', () => {
  const example = 'examples/docs/decisions/0007-language-for-agent.md'

  it('are left alone', () => {
    const plan = planRenumber(
      files({ [example]: record(7), [mine]: record(7), [theirs]: plates }, { copies: { [base]: record(7) } }),
      'pack/agent@1',
    )
    expect(plan.writes.map(({ path }) => path)).toEqual([renamed, mine, base])
  })

  it('are found by id when the record has left its directory', () => {
    const plan = planRenumber(files({ [example]: record(7) }), 'pack/agent@1', 1)
    expect(plan.record?.newPath).toBe('examples/docs/decisions/0001-language-for-agent.md')
    expect(planRenumber(files({ [example]: record(7) }), '7').problem?.kind).toBe('unknown')
    expect(planRenumber(files({ [example]: record(7), 'a/0007-b.md': record(7) }), 'pack/agent@1')).toEqual(
      stopped({ kind: 'ambiguous', paths: [example, 'a/0007-b.md'] }),
    )
  })

  it('stop everything when they are in the same directory', () => {
    const copy = `${folder}/0009-copy.md`
    expect(planRenumber(files({ [mine]: record(7), [copy]: record(9) }), '9')).toEqual(
      stopped({ kind: 'twins', paths: [mine, copy] }),
    )
  })
})
