import { describe, expect, it } from 'vitest'
import { acceptedPath } from '../../src/plan/change.ts'
import { type StatusAction, planStatus } from '../../src/plan/plan-status.ts'

const folder = 'docs/decisions'
const one = `${folder}/0001-language-for-agent.md`
const two = `${folder}/0002-language-for-agent.md`

/** A record in its shortest form. */
const record = (number: number, status: string, supersedes?: string): string =>
  [
    '---',
    `number: ${number}`,
    `status: ${status}`,
    `id: pack/agent@${number}`,
    ...(supersedes === undefined ? [] : [`supersedes: ${supersedes}`]),
    '',
    '---',
    `# Use Go for number ${number}`,
    '',
    `* Status: ${status}`,
    '',
  ].join('\n')

type Texts = Readonly<Record<string, string>>

const planWith = (files: Texts, copies: Texts, selector: string, action: StatusAction = 'accept') =>
  planStatus(
    {
      records: new Map(Object.entries(files)),
      accepted: new Map(Object.entries(copies)),
      bases: new Map(),
      isFirstRun: false,
    },
    selector,
    action,
  )

/** Without what is remembered of accepted records. */
function plan(files: Texts, selector: string, action?: StatusAction) {
  const { writes, ...rest } = planWith(files, {}, selector, action)
  return { ...rest, writes: writes.filter(({ path }) => !path.startsWith('.madrigal/')) }
}

const stopped = (problem: unknown) => ({ problem, changes: [], writes: [] })

const accepted = {
  problem: null,
  changes: [
    {
      id: 'pack/agent@1',
      path: one,
      from: 'proposed',
      to: 'accepted',
      before: record(1, 'proposed'),
      after: record(1, 'accepted'),
    },
  ],
  writes: [{ path: one, text: record(1, 'accepted'), expected: record(1, 'proposed') }],
}

describe('a record', () => {
  it.each(['1', '0001', 'pack/agent@1', one, '0001-language-for-agent.md'])('is found as %s', (selector) => {
    const files = {
      [`${folder}/README.md`]: '# Decisions',
      [one]: record(1, 'proposed'),
      [two]: record(2, 'proposed'),
    }
    expect(plan(files, selector)).toEqual(accepted)
  })

  it('says its new status in every place, also where a person has accepted it in one of them', () => {
    const half = record(1, 'proposed').replace('* Status: proposed', '* Status: accepted')
    expect(plan({ [one]: half }, '1').writes).toEqual([
      { path: one, text: record(1, 'accepted'), expected: half },
    ])
  })

  it('has the number of its file name, or else of its text', () => {
    const renamed = `${folder}/agent.md`
    expect(plan({ [renamed]: record(1, 'proposed') }, '1').changes.map(({ path }) => path)).toEqual([renamed])
    expect(plan({ [two]: record(1, 'proposed') }, '2').changes.map(({ path }) => path)).toEqual([two])
    expect(plan({ [two]: record(1, 'proposed') }, '1').problem?.kind).toBe('unknown')
  })

  it('that is not there is answered with what is', () => {
    const files = { [one]: record(1, 'proposed'), [two]: record(2, 'accepted') }
    const candidates = [
      { id: 'pack/agent@1', path: one, written: 'proposed' },
      { id: 'pack/agent@2', path: two, written: 'accepted' },
    ]
    expect(plan(files, '3')).toEqual(stopped({ kind: 'unknown', nearest: null, candidates }))
    expect(plan(files, 'pack/agnet@2')).toEqual(
      stopped({ kind: 'unknown', nearest: 'pack/agent@2', candidates }),
    )
    expect(plan({}, '1')).toEqual(stopped({ kind: 'unknown', nearest: null, candidates: [] }))
  })

  it('is not chosen among several with one number or one id', () => {
    const other = `${folder}/0001-use-plates.md`
    const files = { [one]: record(1, 'proposed'), [other]: '# 1. Use plates\n' }
    expect(plan(files, '1')).toEqual(stopped({ kind: 'ambiguous', paths: [one, other] }))
    expect(plan(files, one)).toEqual(accepted)
    const twins = { [one]: record(1, 'proposed'), [two]: record(1, 'proposed') }
    expect(plan(twins, 'pack/agent@1')).toEqual(stopped({ kind: 'ambiguous', paths: [one, two] }))
  })

  it('of somebody else is left alone', () => {
    expect(plan({ [one]: '# 1. Use plates\n\n## Status\n\nProposed\n' }, '1')).toEqual(
      stopped({ kind: 'foreign', path: one }),
    )
  })
})

describe('a status', () => {
  it.each([
    ['accept', 'proposed', 'accepted'],
    ['reject', 'proposed', 'rejected'],
    ['deprecate', 'accepted', 'deprecated'],
  ] as const)('changes by `%s` from %s to %s alone', (action, from, to) => {
    for (const status of [
      'proposed',
      'accepted',
      'rejected',
      'deprecated',
      'superseded by ADR-0002',
      'draft',
      '',
    ]) {
      const text = record(1, status)
      const result = plan({ [one]: text }, '1', action)
      if (status === from) expect(result.writes.map((write) => write.text)).toEqual([record(1, to)])
      else if (status === to)
        expect(result).toEqual({
          problem: null,
          changes: [{ id: 'pack/agent@1', path: one, from: to, to, before: text, after: text }],
          writes: [],
        })
      else expect(result).toEqual(stopped({ kind: 'wrong-status', path: one, written: status }))
    }
  })

  it('does not change while conflict markers are in the record', () => {
    const markers = '<<<<<<< mine\na\n=======\nb\n>>>>>>> new\n'
    expect(plan({ [one]: record(1, 'proposed') + markers }, '1')).toEqual(
      stopped({ kind: 'unresolved', path: one, line: 10 }),
    )
  })
})

describe('a record that supersedes another', () => {
  const successor = record(2, 'proposed', 'pack/agent@1')

  it('takes its place when it is accepted', () => {
    const before = `\uFEFF${record(1, 'accepted')}By a person.\n`.replaceAll('\n', '\r\n')
    const { problem, changes, writes } = plan({ [one]: before, [two]: successor }, '2')
    expect([problem, changes.map(({ path, from, to }) => [path, from, to])]).toEqual([
      null,
      [
        [two, 'proposed', 'accepted'],
        [one, 'accepted', 'superseded'],
      ],
    ])
    expect(writes).toEqual([
      { path: two, text: record(2, 'accepted', 'pack/agent@1'), expected: successor },
      {
        path: one,
        expected: before,
        text: before
          .replace('status: accepted', 'status: superseded by ADR-0002')
          .replace(
            '* Status: accepted',
            '* Status: superseded by [0002-language-for-agent](0002-language-for-agent.md)',
          ),
      },
    ])
  })

  it('takes its place even if a person accepted it by hand before', () => {
    const files = { [one]: record(1, 'accepted'), [two]: record(2, 'accepted', 'pack/agent@1') }
    const { problem, writes } = plan(files, '2')
    expect(problem).toBeNull()
    expect(writes.map(({ path }) => path)).toEqual([one])
    expect(writes[0]?.text).toContain('\nstatus: superseded by ADR-0002\n')
    const done = { ...files, [one]: writes[0]?.text ?? '' }
    expect(plan(done, '2').writes).toEqual([])
  })

  it('is linked by its title without its number', () => {
    const nygard = (number: number, status: string, more = '') =>
      `# ${number}. Use Go\n\n## Status\n\n${status}\n\n## Context\n\n<!-- id: pack/agent@${number} -->\n${more}`
    const files = {
      [one]: nygard(1, 'Accepted'),
      [two]: nygard(2, 'Proposed', '\n<!-- supersedes: pack/agent@1 -->\n'),
    }
    expect(plan(files, '2').writes.map(({ text }) => text)).toEqual([
      nygard(2, 'Accepted', '\n<!-- supersedes: pack/agent@1 -->\n'),
      nygard(1, 'Superseded by [2. Use Go](0002-language-for-agent.md)'),
    ])
  })

  it.each(['reject', 'deprecate'] as const)('leaves it alone on `%s`', (action) => {
    const text = record(2, action === 'reject' ? 'proposed' : 'accepted', 'pack/agent@1')
    const { writes } = plan({ [one]: record(1, 'accepted'), [two]: text }, '2', action)
    expect(writes.map(({ path }) => path)).toEqual([two])
  })

  it('is not accepted where the other one is missing, there twice, or not accepted', () => {
    const predecessor = 'pack/agent@1'
    expect(plan({ [two]: successor }, '2')).toEqual(
      stopped({ kind: 'predecessor-missing', path: two, predecessor }),
    )
    const copy = `${folder}/0003-copy.md`
    const twins = { [one]: record(1, 'accepted'), [two]: successor, [copy]: record(1, 'accepted') }
    expect(plan(twins, '2')).toEqual(
      stopped({ kind: 'predecessor-ambiguous', path: two, predecessor, paths: [one, copy] }),
    )
    for (const written of ['proposed', 'rejected', 'superseded by ADR-0003'])
      expect(plan({ [one]: record(1, written), [two]: successor }, '2')).toEqual(
        stopped({ kind: 'predecessor-not-accepted', path: two, predecessor: one, written }),
      )
  })

  it('does not supersede itself', () => {
    expect(plan({ [one]: record(1, 'proposed', 'pack/agent@1') }, '1').problem?.kind).toBe(
      'predecessor-not-accepted',
    )
  })
})

describe('what was accepted', () => {
  const id = 'pack/agent@1'
  const copy = acceptedPath(id)
  const copies = (files: Texts, known: Texts, selector: string, action?: StatusAction) =>
    planWith(files, known, selector, action).writes.filter(({ path }) => path.startsWith('.madrigal/'))

  it('is remembered as it is then, with plain line ends', () => {
    const windows = `\uFEFF${record(1, 'proposed').replaceAll('\n', '\r\n')}`
    expect(copies({ [one]: windows }, {}, '1')).toEqual([
      { path: copy, text: record(1, 'accepted'), expected: null },
    ])
  })

  it('is remembered once, and anew only where it was proposed again in between', () => {
    const older = `${record(1, 'accepted')}Older.\n`
    expect(copies({ [one]: record(1, 'accepted') }, { [id]: record(1, 'accepted') }, '1')).toEqual([])
    expect(copies({ [one]: record(1, 'proposed') }, { [id]: older }, '1')).toEqual([
      { path: copy, text: record(1, 'accepted'), expected: older },
    ])
  })

  it('is remembered, too, where a person accepted it by hand', () => {
    const written = { path: copy, text: record(1, 'accepted'), expected: null }
    expect(copies({ [one]: record(1, 'accepted') }, {}, '1')).toEqual([written])
    expect(copies({ [one]: record(1, 'accepted') }, {}, '1', 'deprecate')).toEqual([written])
    const files = { [one]: record(1, 'accepted'), [two]: record(2, 'proposed', id) }
    expect(copies(files, {}, '2').map(({ path, text }) => [path, text])).toEqual([
      [acceptedPath('pack/agent@2'), record(2, 'accepted', id)],
      [copy, record(1, 'accepted')],
    ])
  })

  it('is not remembered where it is rejected, or has the markers of a conflict', () => {
    expect(copies({ [one]: record(1, 'proposed') }, {}, '1', 'reject')).toEqual([])
    const markers = '<<<<<<< mine\na\n=======\nb\n>>>>>>> new\n'
    expect(planWith({ [one]: record(1, 'accepted') + markers }, {}, '1')).toEqual(
      stopped({ kind: 'unresolved', path: one, line: 10 }),
    )
  })

  it('may be edited, and accepted as edited', () => {
    const edited = `${record(1, 'accepted')}By a person.\n`
    const { changes, writes } = planWith({ [one]: edited }, { [id]: record(1, 'accepted') }, '1')
    expect(changes).toMatchObject([{ from: 'accepted', to: 'accepted', isEdited: true }])
    expect(writes).toEqual([{ path: copy, text: edited, expected: record(1, 'accepted') }])
    expect(planWith({ [one]: edited }, { [id]: edited }, '1').changes[0]).not.toHaveProperty('isEdited')
    expect(copies({ [one]: edited }, { [id]: record(1, 'accepted') }, '1', 'deprecate')).toEqual([])
  })
})

describe('a record in another folder', () => {
  it('is linked from there, and back', () => {
    const moved = 'docs/archive/0001-language-for-agent.md'
    const { writes } = plan(
      { [moved]: record(1, 'accepted'), [two]: record(2, 'proposed', 'pack/agent@1') },
      '2',
    )
    expect(writes[1]?.text).toContain('[0002-language-for-agent](../decisions/0002-language-for-agent.md)')
    expect(writes[1]?.text).toContain('status: superseded by ADR-0002\n')
  })
})
