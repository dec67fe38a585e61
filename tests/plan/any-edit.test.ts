import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basePath } from '../../src/plan/change.ts'
import { planChanges as planAll } from '../../src/plan/plan-changes.ts'
import type { ExistingFiles, WantedRecord } from '../../src/plan/wanted-record.ts'
import { withLineFeeds } from '../../src/record-file/text-style.ts'
import { tries } from '../support/arbitraries.ts'
import { bareSupport, noEvidence, withoutEvidence } from '../support/evidence.ts'

const planChanges = (...parts: Parameters<typeof planAll>) => withoutEvidence(planAll(...parts))

const id = 'pack/agent@1'
const path = 'docs/decisions/0001-language-for-agent.md'

/** What a profile comes to: facts that show as sentences, and a decision. */
interface State {
  readonly facts: readonly number[]
  readonly option: 'Python' | 'Go'
}

const state: fc.Arbitrary<State> = fc.record({
  facts: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
  option: fc.constantFrom('Python', 'Go'),
})

const render = ({ facts, option }: State, date: string): string => `---
number: 1
status: proposed
date: ${date}
id: ${id}

---
# Write it in ${option}

## Context and Problem Statement

${facts.map((fact) => `* Fact number ${fact} holds.\n`).join('\n')}
## Decision Outcome

Chosen option: "${option}", because it fits.

${facts.map((fact) => `* Fact number ${fact} speaks for ${option}.\n`).join('\n')}
### Consequences

* Good, because ${option} is known.

## More Information

Judged by a pack.
`

/** One thing that a person does to a text. `word` is a word that nobody else writes. */
type Edit = (text: string, word: string) => string

const atLine = (at: number, change: (lines: string[], index: number) => void): Edit => {
  return (text) => {
    const lines = text.split('\n')
    // The head is the machine's; people edit what stands below it.
    change(lines, 12 + (at % Math.max(1, lines.length - 12)))
    return lines.join('\n')
  }
}

const edits: fc.Arbitrary<Edit> = fc.nat(60).chain((at) =>
  fc.constantFrom<Edit>(
    (text, word) =>
      atLine(at, (lines, index) => lines.splice(index, 0, '', `A note: ${word}.`, ''))(text, word),
    (text, word) =>
      atLine(at, (lines, index) => lines.splice(index, 1, `${lines[index] ?? ''} ${word}`))(text, word),
    atLine(at, (lines, index) => lines.splice(index, 1)),
    atLine(at, (lines, index) => lines.splice(index + 3, 0, ...lines.splice(index, 2))),
    (text) => text.replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'),
    (text, word) => `${text}\nThe last word: ${word}.\n`,
  ),
)

const wanted = (now: State): WantedRecord => ({
  id,
  topic: 'language',
  subject: 'agent',
  directory: 'docs/decisions',
  worthCreating: true,
  evidence: [],
  support: bareSupport,
  options: ['Python', 'Go'],
  chosen: [now.option],
  render: (_number, date) => render(now, date),
})

const wordsIn = (text: string): readonly string[] => text.match(/human\d+/g) ?? []

const filesWith = (record: string, base: string): ExistingFiles => ({
  records: new Map([[path, record]]),
  bases: new Map([[id, base]]),
  accepted: new Map(),
  pending: new Map(),
  ...noEvidence,
  isFirstRun: false,
})

describe('any edit of a record and any change of its profile', () => {
  const cases = fc.tuple(state, state, fc.array(edits, { maxLength: 4 }))

  it('loses no word that a person wrote, writes nothing in a conflict, and is done after one run', () => {
    fc.assert(
      fc.property(cases, ([before, now, steps]) => {
        const base = render(before, '2026-01-01')
        const file = steps.reduce((text, edit, index) => edit(text, `human${index}`), base)
        const existing = filesWith(file, base)
        const { changes, writes, needsPerson } = planChanges([wanted(now)], existing, '2026-02-02')
        const [change] = changes
        if (needsPerson) {
          expect(writes).toEqual([])
          return
        }
        const after = writes.find((write) => write.path === path)?.text ?? file
        expect(wordsIn(after).toSorted()).toEqual(wordsIn(file).toSorted())
        const newBase = writes.find((write) => write.path === basePath(id))?.text ?? base
        const again = planChanges([wanted(now)], filesWith(after, newBase), '2026-03-03')
        expect([change?.kind, again.writes]).toEqual([change?.kind, []])
      }),
      tries(800),
    )
  })

  it('loses no word in a conflict either, whichever way it is settled', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('mine' as const, 'markers' as const),
        ([before, now, steps], policy) => {
          const base = render(before, '2026-01-01')
          const file = steps.reduce((text, edit, index) => edit(text, `human${index}`), base)
          const existing = filesWith(file, base)
          const { writes } = planChanges([wanted(now)], existing, '2026-02-02', { conflict: policy })
          const after = writes.find((write) => write.path === path)?.text ?? file
          for (const word of wordsIn(file)) expect(withLineFeeds(after)).toContain(word)
        },
      ),
      tries(800),
    )
  })
})
