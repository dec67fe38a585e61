import { contradicts } from '../../src/record-file/recorded-decision.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConflictPolicy, acceptedPath, basePath } from '../../src/plan/change.ts'
import { type AdoptionRequest, planAdoption as adoptAll } from '../../src/plan/plan-adoption.ts'
import { planChanges as planAll } from '../../src/plan/plan-changes.ts'
import type { ExistingFiles, WantedRecord } from '../../src/plan/wanted-record.ts'
import { addIdMark } from '../../src/record-file/read-record.ts'
import { adrs, log4brains, madr2, madr4, madr4Template, nygard } from '../record/any-records.ts'
import { tries } from '../support/arbitraries.ts'
import { bareSupport, noEvidence, withoutEvidence } from '../support/evidence.ts'

const planChanges = (...parts: Parameters<typeof planAll>) => withoutEvidence(planAll(...parts))

const planAdoption = (...parts: Parameters<typeof adoptAll>) => {
  const adoption = adoptAll(...parts)
  return adoption.ok ? { ...adoption, plan: withoutEvidence(adoption.plan) } : adoption
}

const today = '2026-03-04'
const decision = 'python-vs-go/gateway'
const id = `${decision}@1`

/** What a profile comes to: an option, and facts that show as sentences. */
interface State {
  readonly option: string
  readonly facts: readonly number[]
}

const render = ({ option, facts }: State, of: string, number: number, date: string): string => `---
number: ${number}
status: proposed
date: ${date}
id: ${of}

---
# Write it in ${option}

* Status: proposed
* Date: ${date}

## Context and Problem Statement

${facts.map((fact) => `* Fact number ${fact} holds.\n`).join('\n')}
## Considered Options

* Python

* Go

## Decision Outcome

Chosen option: "${option}", because it fits.

${facts.map((fact) => `* Fact number ${fact} speaks for ${option}.\n`).join('\n')}
### Consequences

* Good, because ${option} is known.
`

const wanted = (state: State, of = decision): WantedRecord => ({
  id: `${of}@1`,
  topic: 'language',
  subject: of.slice(of.indexOf('/') + 1),
  directory: 'docs/adr',
  worthCreating: true,
  evidence: [],
  support: bareSupport,
  options: ['Python', 'Go'],
  chosen: [state.option],
  render: (number, date, _path, proposal) => render(state, proposal?.id ?? `${of}@1`, number, date),
})

const go: State = { option: 'Go', facts: [1, 2, 3] }
const path = 'docs/adr/0003-choose-language.md'
const foreign = (status: string, sentence = 'We will write it in Go.'): string =>
  `# 3. Choose the language\n\nDate: 2024-05-06\n\n## Status\n\n${status}\n\n## Context\n\nAda asked.\n\n## Decision\n\n${sentence}\n`

const files = (
  records: Readonly<Record<string, string>>,
  more: Partial<ExistingFiles> = {},
): ExistingFiles => ({
  records: new Map(Object.entries(records)),
  bases: new Map(),
  accepted: new Map(),
  pending: new Map(),
  ...noEvidence,
  isFirstRun: false,
  ...more,
})

const adopt = (
  text: string,
  request: Partial<AdoptionRequest> = {},
  records: readonly WantedRecord[] = [wanted(go)],
  more: Partial<ExistingFiles> = {},
) => planAdoption(records, files({ [path]: text }, more), { path, text, ...request }, today)

const refusal = (problem: object) => ({ ok: false, problem })

describe('a record that somebody else wrote', () => {
  it.each([
    ['accepted', 'We will write it in Go.', 'same'],
    ['accepted', 'We will write it in Python.', 'other'],
    ['accepted', 'We will see.', 'unknown'],
  ])('and that is %s gets an id, a base and a copy, and nothing else: %s', (status, sentence, agreement) => {
    const text = foreign(status, sentence)
    const after = `${text}\n<!-- id: ${id} -->\n`
    const rendered = render(go, id, 3, '2024-05-06')
    expect(adopt(text)).toEqual({
      ok: true,
      plan: {
        changes: [
          {
            kind: 'take',
            id,
            path,
            before: text,
            after,
            rendered,
            status: 'accepted',
            detail: agreement,
            copies: [{ id, path, text: after }],
          },
        ],
        writes: [
          { path, text: after, expected: text },
          { path: basePath(id), text: rendered, expected: null },
          { path: acceptedPath(id), text: after, expected: null },
        ],
        needsPerson: false,
      },
    })
  })

  it('and that is not accepted is not remembered', () => {
    for (const status of ['Proposed', 'Rejected', 'Draft']) {
      const adoption = adopt(foreign(status))
      expect(adoption.ok && adoption.plan.writes.map((write) => write.path)).toEqual([path, basePath(id)])
    }
  })

  it('may be of any tool, with any line ends', () => {
    const accepted = (text: string): string => text.replace(/super\w+ by .*/, 'accepted')
    for (const text of [nygard, madr2, accepted(madr4), accepted(log4brains), adrs])
      for (const styled of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
        const adoption = adopt(styled)
        expect(adoption.ok && adoption.plan.changes[0]?.after).toBe(addIdMark(styled, id))
      }
  })

  it('takes the place of one that was deleted, but never of one that was accepted', () => {
    const old = render(go, id, 7, '2026-01-01')
    const deleted = adopt(foreign('Accepted'), {}, [wanted(go)], { bases: new Map([[id, old]]) })
    expect(deleted).toMatchObject({ ok: true, plan: { changes: [{ id }] } })
    expect(deleted.ok && deleted.plan.writes[1]).toMatchObject({ path: basePath(id), expected: old })
    const kept = adopt(foreign('Accepted'), {}, [wanted(go)], { accepted: new Map([[id, old]]) })
    expect(kept).toMatchObject({ ok: true, plan: { changes: [{ id: `${decision}@2` }] } })
  })
})

describe('the decision', () => {
  const two = [wanted(go), wanted(go, 'python-vs-go/billing')]

  it('has to be said where there are several', () => {
    expect(adopt(foreign('Accepted'), {}, two)).toEqual(
      refusal({ kind: 'several-decisions', known: [decision, 'python-vs-go/billing'] }),
    )
    for (const as of ['python-vs-go/billing', 'python-vs-go/billing@1'])
      expect(adopt(foreign('Accepted'), { as }, two)).toMatchObject({
        ok: true,
        plan: { changes: [{ id: 'python-vs-go/billing@1' }] },
      })
  })

  it('is the one that has no record yet', () => {
    const records = { [path]: foreign('Accepted'), 'docs/adr/0001-x.md': render(go, id, 1, today) }
    const request = { path, text: foreign('Accepted') }
    expect(planAdoption(two, files(records), request, today)).toMatchObject({
      ok: true,
      plan: { changes: [{ id: 'python-vs-go/billing@1' }] },
    })
    expect(planAdoption(two, files(records), { ...request, as: decision }, today)).toEqual(
      refusal({ kind: 'taken', taken: [{ decision, path: 'docs/adr/0001-x.md' }] }),
    )
  })

  it('is one that the profile asks for', () => {
    expect(adopt(foreign('Accepted'), { as: 'python-vs-go/gatewey' })).toEqual(
      refusal({
        kind: 'unknown-decision',
        as: 'python-vs-go/gatewey',
        nearest: decision,
        known: [decision],
      }),
    )
  })
})

describe('a file that cannot be adopted', () => {
  it.each([
    ['', { kind: 'no-record', reason: 'the file is empty' }],
    [
      '# Notes\n\nNothing.\n',
      { kind: 'no-record', reason: 'it has neither a status nor the headings of a record' },
    ],
    [madr4Template, { kind: 'no-record', reason: 'it is a template that nobody has filled in' }],
    [
      foreign('Accepted', '```'),
      { kind: 'no-record', reason: 'it ends in code or in a comment that is not closed' },
    ],
    [
      foreign('Accepted', '<<<<<<< a\nb\n=======\nc\n>>>>>>> d'),
      { kind: 'no-record', reason: 'it has conflict markers from line 15' },
    ],
    [foreign(''), { kind: 'no-status', written: '' }],
    [foreign('Approved'), { kind: 'no-status', written: 'Approved' }],
    [
      foreign('Accepted\n\nSuperseded by [4. X](0004-x.md)'),
      { kind: 'no-status', written: 'Superseded by 4. X' },
    ],
    [render(go, 'python-vs-go/other@1', 1, today), { kind: 'other-decision', id: 'python-vs-go/other@1' }],
  ])('is refused with the reason: %j', (text, problem) => {
    expect(adopt(text)).toEqual(refusal(problem))
  })

  it('is not a copy of the machine', () => {
    expect(adopt(foreign('Accepted'), { path: '.madrigal/base/x.md' })).toEqual(
      refusal({ kind: 'no-record', reason: "it is one of Madrigal's own copies" }),
    )
  })

  it('is not one of ours: that only gets its base, if it is missing', () => {
    const own = render(go, id, 3, '2026-01-01').replace('Ada', 'Alan')
    expect(adopt(own)).toMatchObject({ ok: true, plan: { changes: [{ kind: 'adopt' }] } })
    expect(adopt(own, {}, [wanted(go)], { bases: new Map([[id, own]]) })).toMatchObject({
      ok: true,
      plan: { changes: [{ kind: 'unchanged' }], writes: [] },
    })
    expect(adopt(own, { as: 'python-vs-go/billing' })).toEqual(refusal({ kind: 'other-decision', id }))
  })
})

describe('after its adoption', () => {
  /** The files as they are then. */
  function adopted(text: string, state: State): ExistingFiles {
    const adoption = adopt(text, {}, [wanted(state)])
    if (!adoption.ok) throw new Error(adoption.problem.kind)
    const written = new Map(adoption.plan.writes.map((write) => [write.path, write.text ?? '']))
    const copy = written.get(acceptedPath(id))
    return files(
      { [path]: written.get(path) ?? '' },
      {
        bases: new Map([[id, written.get(basePath(id)) ?? '']]),
        accepted: new Map(copy === undefined ? [] : [[id, copy]]),
      },
    )
  }

  it('an accepted record is never rewritten: it stands, or another one is proposed', () => {
    const kinds = (sentence: string, option: string) =>
      planChanges(
        [wanted({ option, facts: [4] })],
        adopted(foreign('Accepted', sentence), go),
        today,
      ).changes.map(({ kind, path: at }) => [kind, at])
    expect(kinds('We will write it in Go.', 'Go')).toEqual([['unchanged', path]])
    expect(kinds('We will write it in Go.', 'Python')).toEqual([
      ['supersede', 'docs/adr/0004-language-for-gateway.md'],
    ])
    expect(kinds('We will write it in Python.', 'Go')).toEqual([
      ['supersede', 'docs/adr/0004-language-for-gateway.md'],
    ])
    expect(kinds('We will see.', 'Go')).toEqual([['unchanged', path]])
    expect(kinds('We will see.', 'Python')).toEqual([['untold', path]])
  })

  it('a run with the same profile changes nothing', () => {
    for (const status of [
      'Accepted',
      'Proposed',
      'Rejected',
      'Deprecated',
      'Superseded by [4. X](0004-x.md)',
    ])
      expect(planChanges([wanted(go)], adopted(foreign(status), go), '2030-01-01').writes).toEqual([])
  })

  it('a proposed record keeps every line that a person wrote, or the run stops', () => {
    const proposed = (text: string): string => text.replace(/super[sc]eded.*|accepted/i, 'proposed')
    const texts = [
      foreign('Proposed'),
      proposed(madr4),
      proposed(madr2),
      proposed(log4brains),
      proposed(nygard),
    ]
    const state = fc.record({
      option: fc.constantFrom('Python', 'Go'),
      facts: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...texts), state, state, (text, before, now) => {
        const existing = adopted(text, before)
        const file = existing.records.get(path) ?? ''
        const run = (conflict: ConflictPolicy) =>
          planChanges([wanted(now)], existing, '2030-01-01', { conflict }).writes
        const changed = JSON.stringify(before) !== JSON.stringify(now)
        expect(run('stop')).toEqual([])
        const isOther = contradicts(file, render(now, id, 3, '2030-01-01'))
        expect(run('mine').map((write) => write.path)).toEqual(changed && !isOther ? [basePath(id)] : [])
        if (!changed) return
        const marked = run('markers')[0]?.text?.split('\n') ?? []
        for (const line of file.split('\n')) expect(marked).toContain(line)
      }),
      tries(100),
    )
  })

  it('a conflict shows the two texts as wholes', () => {
    const { changes } = planChanges([wanted({ ...go, facts: [4] })], adopted(foreign('Proposed'), go), today)
    const own = adopted(foreign('Proposed'), go).records.get(path) ?? ''
    const lines = (text: string): readonly string[] => text.trimEnd().split('\n')
    expect(changes[0]?.segments?.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      {
        mine: lines(own),
        theirs: lines(render({ ...go, facts: [4] }, id, 3, '2024-05-06')).slice(7),
        line: 1,
      },
    ])
    const text = adopted(madr4.replace(/super.*/, 'proposed'), go)
    const marked = planChanges([wanted({ ...go, facts: [4] })], text, today, { conflict: 'markers' })
      .changes[0]
    expect(marked?.after).toMatch(/^---\n[^<]*\n---\n<{15} yours\n\n# Use A\n/)
  })
})
