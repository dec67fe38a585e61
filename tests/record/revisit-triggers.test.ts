import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerChange } from '../../src/evaluation/changes.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { type ComponentEvidence, gatherEvidence } from '../../src/evaluation/evidence.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { revisitComment, metTriggers, readTriggers } from '../../src/record/revisit-triggers.ts'
import { type ToldFlip, groupFlips } from '../../src/record/told-flips.ts'
import { cases, tries } from '../support/arbitraries.ts'
import { booleanFact, buildComponent, numberFact, oneOfFact, setOfFact } from '../support/build.ts'

const place = oneOfFact('place', ['home', 'sea', 'lab'])
const kind = setOfFact('kind', ['small', 'round'])
const guests = numberFact('guests', {})

const told = (...changes: readonly (readonly [AnswerChange, ...AnswerChange[]])[]): ToldFlip => ({
  changes,
  result: 'tea would be chosen',
  choosesAnother: true,
})

const becomes = (values: readonly string[]): AnswerChange => ({
  fact: place,
  components: ['edge'],
  from: 'home',
  to: values[0] ?? '',
  step: { kind: 'becomes', values },
})

const gains = (members: readonly string[]): AnswerChange => ({
  fact: kind,
  components: ['edge'],
  from: [],
  to: members,
  step: { kind: 'gains', members },
})

describe('the condition under a change', () => {
  it.for<[string, ToldFlip, string]>([
    ['one value', told([becomes(['sea'])]), '{fact: place, is: sea}'],
    ['several values', told([becomes(['sea', 'lab'])]), '{fact: place, in: [sea, lab]}'],
    ['alternatives', told([becomes(['sea']), becomes(['lab'])]), '{fact: place, in: [sea, lab]}'],
    [
      'a member more',
      told([gains(['small']), gains(['round'])]),
      '{fact: kind, includes-any: [small, round]}',
    ],
    [
      'a member less',
      told([{ ...gains([]), step: { kind: 'loses', members: ['small'] } }]),
      '{not: {fact: kind, includes-any: [small]}}',
    ],
    [
      'yes or no',
      told([
        {
          fact: booleanFact('fast'),
          components: ['edge'],
          from: true,
          to: false,
          step: { kind: 'becomes', values: [] },
        },
      ]),
      '{fact: fast, is: false}',
    ],
    [
      'a number',
      told([
        {
          fact: guests,
          components: ['edge'],
          from: 1,
          to: 5,
          step: {
            kind: 'becomes',
            values: [],
            interval: { from: { value: 2, included: true }, to: { value: 8, included: false } },
          },
        },
      ]),
      '{all: [{fact: guests, at-least: 2}, {fact: guests, less-than: 8}]}',
    ],
    [
      'two facts',
      told([becomes(['sea'])], [gains(['small'])]),
      '{all: [{fact: place, is: sea}, {fact: kind, includes-any: [small]}]}',
    ],
    ['a value that YAML has another word for', told([becomes(['null'])]), '{fact: place, is: "null"}'],
  ])('tells %s', ([, flip, expected]) => {
    expect(revisitComment(flip, false)).toBe(`<!-- revisit-if: ${expected} -->`)
  })

  it('names the components of a profile that has some', () => {
    expect(revisitComment(told([becomes(['sea'])]), true)).toBe(
      '<!-- revisit-if: [{for: [edge], when: {fact: place, is: sea}}] -->',
    )
  })
})

const record = `# Drink tea

### What would change this decision

* If it were at sea (now: at *home*),
  coffee would be chosen.
  <!-- revisit-if: {fact: place, is: sea} -->

* Look again when there are many guests.
  <!-- revisit-if: [{for: [edge], when: {fact: guests, at-least: 50}}] -->

* Somebody wrote this.
  <!-- revisit-if: {place: sea} -->
`

const withFacts = (facts: Readonly<Record<string, Answer>>): readonly ComponentEvidence[] => [
  {
    component: buildComponent('edge', facts),
    scope: 'true',
    burden: 'false',
    criteria: [],
    vetoes: [],
  },
]

describe('the triggers of a record', () => {
  const triggers = readTriggers(record)

  it('are read with their sentences and lines', () => {
    expect(triggers.map(({ line, sentence }) => [line, sentence])).toEqual([
      [7, 'If it were at sea (now: at home), coffee would be chosen.'],
      [10, 'Look again when there are many guests.'],
      [13, 'Somebody wrote this.'],
    ])
  })

  it('tell where somebody has written something that is no condition', () => {
    expect(triggers.map(({ clauses }) => clauses === null)).toEqual([false, false, true])
  })

  it.for<[string, Readonly<Record<string, Answer>>, readonly number[]]>([
    ['nothing is answered', {}, []],
    ['nothing has changed', { place: 'home', guests: 3 }, []],
    ['a fact has changed', { place: 'sea', guests: 3 }, [7]],
    ['all have', { place: 'sea', guests: 50 }, [7, 10]],
  ])('are met as the facts say, when %s', ([, facts, lines]) => {
    expect(metTriggers(triggers, withFacts(facts)).map(({ line }) => line)).toEqual(lines)
  })

  it('are met for the components that they name', () => {
    const elsewhere = readTriggers(record.replace('[edge]', '[core]'))
    expect(metTriggers(elsewhere, withFacts({ guests: 50 }))).toEqual([])
  })

  it('are not met today, and are met once any change that a sentence tells has happened', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), ({ pack, profile }) => {
        const { flips, components } = evaluate(pack, profile)
        const all = groupFlips([...flips.toAnother, ...flips.toNone], ({ decision }) => decision.kind)
        for (const flip of all.slice(0, 5)) {
          const read = readTriggers(`* It says so.\n  ${revisitComment(flip, profile.divided)}`)
          expect(metTriggers(read, components)).toEqual([])
          const [first, second] = flip.changes
          for (const one of first ?? [])
            for (const other of second ?? [null]) {
              const changed = components.map((entry) =>
                gatherEvidence(pack, afterChanges(entry, other === null ? [one] : [one, other])),
              )
              expect(metTriggers(read, changed)).toEqual(read)
            }
        }
      }),
      tries(60),
    )
  })
})

function afterChanges({ component }: ComponentEvidence, changes: readonly AnswerChange[]) {
  const facts = new Map(component.facts)
  for (const { fact, components, step, to } of changes) {
    if (!components.includes(component.id)) continue
    const state = facts.get(fact.id)
    const now = state && 'answer' in state && Array.isArray(state.answer) ? state.answer : null
    const answer =
      now === null || step.kind === 'becomes'
        ? to
        : step.kind === 'gains'
          ? [...now, ...step.members.slice(0, 1)]
          : now.filter((member: string) => !step.members.includes(member))
    facts.set(fact.id, { state: 'answered', answer })
  }
  return { ...component, facts }
}
