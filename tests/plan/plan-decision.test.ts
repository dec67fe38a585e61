import { describe, expect, it } from 'vitest'
import { type ConflictPolicy, acceptedPath, basePath } from '../../src/plan/change.ts'
import { planChanges as planAll } from '../../src/plan/plan-changes.ts'
import type { ExistingFiles, Support, WantedRecord } from '../../src/plan/wanted-record.ts'
import { evidenceJson } from '../../src/record/evidence/evidence-data.ts'
import { bareSupport, noEvidence, withoutEvidence } from '../support/evidence.ts'

const planChanges = (...parts: Parameters<typeof planAll>) => withoutEvidence(planAll(...parts))

const day = '2026-01-02'
const today = '2026-03-04'
const idOf = (generation: number): string => `pack/agent@${generation}`
const pathOf = (generation: number): string => `docs/decisions/000${generation}-language-for-agent.md`

/** What a record says: an option, with its confidence and a fact, or what stands there instead. */
interface Said {
  readonly option?: string
  readonly sure?: 'clear' | 'lean'
  readonly fact?: string
}

/** A record in its shortest form. */
const render = (
  { option, sure = 'clear', fact = 'It is small.' }: Said,
  head: { id: string; number: number; date: string; status?: string; supersedes?: string; link?: string },
): string =>
  [
    '---',
    `number: ${head.number}`,
    `status: ${head.status ?? 'proposed'}`,
    `date: ${head.date}`,
    `id: ${head.id}`,
    ...(head.supersedes === undefined ? [] : [`supersedes: ${head.supersedes}`]),
    '',
    '---',
    '# Title',
    '',
    '## Context and Problem Statement',
    '',
    `* ${fact}`,
    '',
    '## Decision Outcome',
    '',
    option === undefined
      ? 'No option is chosen, because they are too close to call.'
      : `Chosen option: "${option}", because it fits.`,
    '',
    `**How sure we are: ${sure}.**`,
    ...(head.link === undefined ? [] : ['', `* Supersedes [it](${head.link})`]),
    '',
  ].join('\n')

/** The evidence for that. */
function support({ sure = 'clear', fact = 'It is small.' }: Said): Support {
  const { lines, data } = bareSupport()
  const facts = { size: { state: 'answered' as const, answer: fact, says: fact } }
  const components = [{ id: 'agent', name: 'Agent', facts, criteria: {}, vetoes: [] }]
  return { lines, data: { ...data, confidence: sure, components } }
}

/** What a profile comes to now; without an option, to no choice. */
const wanted = (said: Said): WantedRecord => ({
  id: idOf(1),
  topic: 'language',
  subject: 'agent',
  directory: 'docs/decisions',
  worthCreating: true,
  evidence: [],
  support: () => support(said),
  options: ['A', 'B', 'C'],
  chosen: said.option === undefined ? [] : [said.option],
  render: (number, date, _path, proposal) =>
    render(said, {
      id: proposal?.id ?? idOf(1),
      number,
      date,
      ...(proposal?.supersedes && { supersedes: proposal.supersedes.id, link: proposal.supersedes.fileName }),
    }),
})

/** A record of the past: its status, what it says, and the record that it supersedes. */
interface Past extends Said {
  readonly status: string
  readonly supersedes?: number
  /** What a person has made of it. */
  readonly edit?: (text: string) => string
  readonly path?: string
}

/** The files that are there after some records of one decision, the first one first. */
function after(...past: readonly Past[]): ExistingFiles {
  const texts = past.map(({ status, supersedes, edit = (text) => text, path, ...said }, index) => {
    const head = { id: idOf(index + 1), number: index + 1, date: day }
    const link =
      supersedes === undefined ? {} : { supersedes: idOf(supersedes), link: pathOf(supersedes).slice(15) }
    return {
      id: head.id,
      path: path ?? pathOf(index + 1),
      status,
      base: render(said, { ...head, ...link }),
      text: edit(render(said, { ...head, ...link, status })),
    }
  })
  const wasAccepted = (status: string): boolean => /^(?:accepted|deprecated|superseded)/.test(status)
  return {
    records: new Map(texts.map(({ path, text }) => [path, text])),
    bases: new Map(texts.map(({ id, base }) => [id, base])),
    accepted: new Map(texts.filter(({ status }) => wasAccepted(status)).map(({ id, text }) => [id, text])),
    pending: new Map(),
    ...noEvidence,
    evidenceData: new Map(past.map((said, index) => [idOf(index + 1), evidenceJson(support(said).data)])),
    isFirstRun: false,
  }
}

const plan = (
  existing: ExistingFiles,
  now: Said,
  policy: { restore?: boolean; conflict?: ConflictPolicy } = {},
) => planChanges([wanted(now)], existing, today, policy)

/** The one change, and the ids that its text names. */
function outcome(existing: ExistingFiles, now: Said) {
  const { changes, writes } = plan(existing, now)
  const [change] = changes
  const text = change?.before === '' ? change.after : ''
  return {
    kind: change?.kind,
    path: change?.path,
    writes: writes.length,
    ...(change?.detail !== undefined && { about: change.detail }),
    ...(text !== '' && { id: change?.id, supersedes: /^supersedes: (.*)$/m.exec(text)?.[1] }),
  }
}

const accepted = (option: string): Past => ({ status: 'accepted', option })
const rejected = (option: string): Past => ({ status: 'rejected', option })
const proposedAgainst = (supersedes: number, option: string): Past => ({
  status: 'proposed',
  option,
  supersedes,
})
const none: Said = {}

const current = (generation: number) => ({ kind: 'unchanged', path: pathOf(generation), writes: 0 })
const kept = (kind: string, generation: number, about?: number) => ({
  kind,
  path: pathOf(generation),
  writes: 0,
  ...(about !== undefined && { about: pathOf(about) }),
})
const proposal = (generation: number, superseded: number) => ({
  kind: 'supersede',
  path: pathOf(generation),
  writes: 2,
  about: pathOf(superseded),
  id: idOf(generation),
  supersedes: idOf(superseded),
})
const fresh = (generation: number, declined: number) => ({
  kind: 'create',
  path: pathOf(generation),
  writes: 2,
  about: pathOf(declined),
  id: idOf(generation),
  supersedes: undefined,
})

describe('what becomes of the records of a decision', () => {
  it.each<[string, readonly Past[], Said, object]>([
    ['accepted, the same choice', [accepted('A')], { option: 'A' }, current(1)],
    ['accepted, another choice', [accepted('A')], { option: 'B' }, proposal(2, 1)],
    ['accepted, no choice now', [accepted('A')], none, kept('undecided', 1)],
    ['accepted without a choice, still none', [{ status: 'accepted' }], none, current(1)],
    ['accepted without a choice, one now', [{ status: 'accepted' }], { option: 'B' }, proposal(2, 1)],
    ['an open proposal, the same', [accepted('A'), proposedAgainst(1, 'B')], { option: 'B' }, current(2)],
    [
      'an open proposal, a third choice',
      [accepted('A'), proposedAgainst(1, 'B')],
      { option: 'C' },
      { kind: 'update', path: pathOf(2), writes: 2 },
    ],
    [
      'an open proposal, and the choice flips back',
      [accepted('A'), proposedAgainst(1, 'B')],
      { option: 'A' },
      kept('groundless', 2, 1),
    ],
    [
      'an open proposal, no choice now',
      [accepted('A'), proposedAgainst(1, 'B')],
      none,
      kept('groundless', 2),
    ],
    ['rejected, the same choice', [rejected('A')], { option: 'A' }, current(1)],
    ['rejected, another choice', [rejected('A')], { option: 'B' }, fresh(2, 1)],
    ['rejected, no choice now', [rejected('A')], none, kept('undecided', 1)],
    ['rejected twice, the first again', [rejected('A'), rejected('B')], { option: 'A' }, current(1)],
    ['rejected twice, a third choice', [rejected('A'), rejected('B')], { option: 'C' }, fresh(3, 2)],
    [
      'rejected, then proposed, and the choice flips back',
      [rejected('A'), { status: 'proposed', option: 'B' }],
      { option: 'A' },
      kept('groundless', 2, 1),
    ],
    [
      'rejected, then proposed, and no choice now',
      [rejected('A'), { status: 'proposed', option: 'B' }],
      none,
      { kind: 'update', path: pathOf(2), writes: 2 },
    ],
    [
      'accepted, its successor rejected, the same choice',
      [accepted('A'), { ...rejected('B'), supersedes: 1 }],
      { option: 'B' },
      current(2),
    ],
    [
      'accepted, its successor rejected, and the choice flips back',
      [accepted('A'), { ...rejected('B'), supersedes: 1 }],
      { option: 'A' },
      current(1),
    ],
    [
      'accepted, its successor rejected, a third choice',
      [accepted('A'), { ...rejected('B'), supersedes: 1 }],
      { option: 'C' },
      proposal(3, 1),
    ],
    [
      'rejected before another one was accepted',
      [rejected('B'), accepted('A')],
      { option: 'B' },
      proposal(3, 2),
    ],
    ['deprecated, the same choice', [{ status: 'deprecated', option: 'A' }], { option: 'A' }, current(1)],
    ['deprecated, another choice', [{ status: 'deprecated', option: 'A' }], { option: 'B' }, fresh(2, 1)],
    [
      'superseded by something else, another choice',
      [{ status: 'superseded by ADR-0009', option: 'A' }],
      { option: 'B' },
      kept('kept', 1),
    ],
    [
      'superseded, and its successor accepted',
      [
        { status: 'superseded by ADR-0002', option: 'A' },
        { ...accepted('B'), supersedes: 1 },
      ],
      { option: 'A' },
      proposal(3, 2),
    ],
    [
      'of no known status, another choice',
      [{ status: 'on hold', option: 'A' }],
      { option: 'B' },
      kept('kept', 1),
    ],
  ])('%s', (_, past, now, expected) => {
    expect(outcome(after(...past), now)).toEqual(expected)
  })

  it('is settled by one run', () => {
    for (const past of [
      [accepted('A')],
      [rejected('A')],
      [accepted('A'), { ...rejected('C'), supersedes: 1 }],
    ]) {
      const existing = after(...past)
      const { writes } = plan(existing, { option: 'B' })
      const written = (start: string): [string, string][] =>
        writes.filter(({ path }) => path.startsWith(start)).map(({ path, text }) => [path, text ?? ''])
      const next = idOf(past.length + 1)
      const then: ExistingFiles = {
        ...existing,
        records: new Map([...existing.records, ...written('docs/')]),
        bases: new Map([
          ...existing.bases,
          ...written(basePath(next)).map(([, text]): [string, string] => [next, text]),
        ]),
      }
      expect(plan(then, { option: 'B' })).toMatchObject({
        changes: [{ kind: 'unchanged', id: next }],
        writes: [],
      })
    }
  })
})

describe('an accepted record', () => {
  it('rests on other evidence: what changed is told, and nothing is written', () => {
    const existing = after(accepted('A'))
    expect(plan(existing, { option: 'A', sure: 'lean', fact: 'It is large.' })).toMatchObject({
      changes: [
        {
          kind: 'still-follows',
          evidence: {
            confidence: { was: 'clear', now: 'leaning' },
            gone: ['It is small.'],
            added: ['It is large.'],
          },
        },
      ],
      writes: [],
    })
    expect(plan(existing, { option: 'A', fact: 'It is large.' }).changes[0]?.evidence?.confidence).toBeNull()
  })

  it('counts with what a person made of its decision', () => {
    const edited = after({ ...accepted('A'), edit: (text) => text.replace('"A"', '"B"') })
    expect(outcome(edited, { option: 'A' })).toMatchObject({ kind: 'supersede' })
    expect(outcome(edited, { option: 'B' })).toMatchObject({ kind: 'unchanged' })
    const prose = after({ ...accepted('A'), edit: (text) => text.replace(/^Chosen.*/m, 'We will use B.') })
    expect(outcome(prose, { option: 'A' })).toMatchObject({ kind: 'supersede' })
    expect(outcome(prose, { option: 'B' })).toMatchObject({ kind: 'unchanged' })
  })

  it('whose prose does not tell what it decides is left alone, and that is told once the choice is another', () => {
    const vague = after({ ...accepted('A'), edit: (text) => text.replace(/^Chosen.*/m, 'It is decided.') })
    expect(outcome(vague, { option: 'A' })).toMatchObject({ kind: 'unchanged' })
    expect(outcome(vague, { option: 'B' })).toEqual(kept('untold', 1))
  })

  it('needs no base', () => {
    const existing = { ...after(accepted('A')), bases: new Map() }
    expect(outcome(existing, { option: 'A' })).toEqual(current(1))
    expect(outcome(existing, { option: 'B' })).toEqual(proposal(2, 1))
  })

  it('that was accepted by hand is remembered once, as it is then', () => {
    const text = after(accepted('A')).records.get(pathOf(1)) ?? ''
    const existing = { ...after(accepted('A')), accepted: new Map() }
    const copy = { id: idOf(1), path: pathOf(1), text }
    expect(plan(existing, { option: 'A' })).toMatchObject({
      changes: [{ kind: 'unchanged', copies: [copy] }],
      writes: [{ path: acceptedPath(idOf(1)), text, expected: null }],
    })
    const windows = new Map([[pathOf(1), `\uFEFF${text.replaceAll('\n', '\r\n')}`]])
    expect(plan({ ...existing, records: windows }, { option: 'A' }).changes[0]?.copies).toEqual([copy])
    expect(plan({ ...existing, accepted: new Map([[idOf(1), 'older']]) }, { option: 'A' }).writes).toEqual([])
  })

  it('is remembered, too, when it was superseded or deprecated by hand, and not when it was rejected', () => {
    const copiesOf = (...past: readonly Past[]) =>
      plan({ ...after(...past), accepted: new Map() }, { option: 'A' }).changes[0]?.copies?.map(
        ({ id }) => id,
      )
    expect(copiesOf({ status: 'superseded by ADR-0002', option: 'B' }, accepted('A'))).toEqual([
      idOf(1),
      idOf(2),
    ])
    expect(copiesOf({ status: 'deprecated', option: 'A' })).toEqual([idOf(1)])
    expect(copiesOf(rejected('A'))).toBeUndefined()
    expect(copiesOf({ status: 'proposed', option: 'A' })).toBeUndefined()
  })

  it('is not remembered with the markers of a conflict in it', () => {
    const edit = (text: string): string => `${text}\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n`
    const existing = { ...after({ ...accepted('A'), edit }), accepted: new Map() }
    expect(plan(existing, { option: 'A' })).toMatchObject({ changes: [{ kind: 'unresolved' }], writes: [] })
  })

  it('may be edited: it is left so, and the first line is told', () => {
    const existing = after(accepted('A'))
    const text = existing.records.get(pathOf(1)) ?? ''
    const records = new Map([[pathOf(1), text.replace('It is small.', 'It is tiny.')]])
    expect(plan({ ...existing, records }, { option: 'A' })).toMatchObject({
      changes: [{ kind: 'unchanged', edited: [{ path: pathOf(1), line: 12 }] }],
      writes: [],
    })
    expect(plan(existing, { option: 'A' }).changes[0]).not.toHaveProperty('edited')
  })
})

describe('a record that was moved', () => {
  const moved = { ...accepted('A'), path: 'docs/archive/old/0001-language.md' }

  it('is that record where it is', () => {
    expect(outcome(after(moved), { option: 'A' })).toMatchObject({ kind: 'unchanged', path: moved.path })
    expect(outcome(after({ ...moved, status: 'proposed' }), { option: 'B' })).toMatchObject({
      kind: 'update',
      path: moved.path,
    })
  })

  it('is linked from the proposal that supersedes it, and its number stays taken', () => {
    const { changes } = plan(after(moved), { option: 'B' })
    expect(changes[0]).toMatchObject({ kind: 'supersede', path: pathOf(2) })
    expect(changes[0]?.after).toContain('* Supersedes [it](../archive/old/0001-language.md)\n')
  })

  it('is still named by a proposal when it is gone', () => {
    const existing = after(accepted('A'), proposedAgainst(1, 'B'))
    const records = new Map([...existing.records].slice(1))
    expect(outcome({ ...existing, records }, { option: 'B' })).toEqual(current(2))
  })
})

describe('a record that was deleted', () => {
  const without = (generation: number, ...past: readonly Past[]): ExistingFiles => {
    const existing = after(...past)
    return {
      ...existing,
      records: new Map([...existing.records].filter(([path]) => path !== pathOf(generation))),
    }
  }

  it('stays deleted, whatever the profile says', () => {
    for (const option of ['A', 'B'])
      expect(outcome(without(1, accepted('A')), { option })).toEqual({
        kind: 'deleted',
        path: basePath(idOf(1)),
        writes: 0,
      })
  })

  it('stays deleted when it is a proposal to supersede another', () => {
    const existing = without(2, accepted('A'), proposedAgainst(1, 'B'))
    expect(outcome(existing, { option: 'B' })).toEqual({
      kind: 'deleted',
      path: basePath(idOf(2)),
      writes: 0,
    })
    const { changes } = plan(existing, { option: 'B' }, { restore: true })
    expect(changes[0]).toMatchObject({ kind: 'create', id: idOf(2), path: pathOf(2) })
    expect(changes[0]?.after).toContain(`supersedes: ${idOf(1)}\n`)
  })

  it('comes back as it was accepted, and not as it would be written now', () => {
    const existing = without(1, accepted('A'))
    const copy = existing.accepted.get(idOf(1)) ?? ''
    expect(plan(existing, { option: 'B' }, { restore: true })).toEqual({
      changes: [{ kind: 'restore', id: idOf(1), path: pathOf(1), before: '', after: copy }],
      writes: [{ path: pathOf(1), text: copy, expected: null }],
      needsPerson: false,
    })
  })

  it('comes back under its number, or the next one where another record has it', () => {
    const existing = without(1, { status: 'proposed', option: 'A' })
    const more = (name: string): ExistingFiles => ({
      ...existing,
      records: new Map([[`docs/decisions/${name}`, '# Else\n']]),
    })
    const pathWith = (name: string) => plan(more(name), { option: 'A' }, { restore: true }).changes[0]?.path
    expect(pathWith('0007-else.md')).toBe(pathOf(1))
    expect(pathWith('0001-else.md')).toBe(pathOf(2))
  })
})

describe('two files with one id', () => {
  it('stop the run, whichever record of the decision it is', () => {
    const existing = after(accepted('A'), { ...accepted('B'), supersedes: 1 })
    const copy: [string, string] = ['docs/copy.md', existing.records.get(pathOf(1)) ?? '']
    expect(outcome({ ...existing, records: new Map([...existing.records, copy]) }, { option: 'B' })).toEqual({
      kind: 'duplicate',
      path: pathOf(1),
      writes: 0,
    })
  })
})
