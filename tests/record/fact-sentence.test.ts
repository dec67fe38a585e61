import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/evaluation/changes.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import { answerLabel, changeClause, factSentence, intervalPhrase } from '../../src/record/fact-sentence.ts'

const resident: Fact = {
  id: 'resident',
  type: 'boolean',
  question: 'Does it run all the time?',
  yes: { says: 'It runs all the time.', if: 'it ran all the time' },
  no: { says: 'It runs on demand.', if: 'it ran on demand' },
}

const delivery: Fact = {
  id: 'delivery',
  type: 'one-of',
  question: 'How is it delivered?',
  says: 'It is delivered as {value}.',
  if: 'it were delivered as {value}',
  values: [
    { id: 'binary', label: 'one executable file' },
    { id: 'image', label: 'a container image' },
    { id: 'package', label: 'a package' },
  ],
}

const languages: Fact = {
  id: 'languages',
  type: 'set-of',
  question: 'What does the team write?',
  says: 'The team writes {values}.',
  empty: 'The team is yet to be hired.',
  ifAdded: 'the team also wrote {value}',
  ifRemoved: 'the team did not write {value}',
  values: [
    { id: 'go', label: 'Go' },
    { id: 'python', label: 'Python' },
    { id: 'rust', label: 'Rust' },
  ],
}

const load: Fact = {
  id: 'load',
  type: 'number',
  question: 'How many requests a second?',
  unit: 'requests',
  says: 'It serves {value} requests a second.',
  if: 'it served {value} requests a second',
}

describe('an answer as a sentence', () => {
  it.each<[Fact, Answer, string]>([
    [resident, true, 'It runs all the time.'],
    [resident, false, 'It runs on demand.'],
    [delivery, 'image', 'It is delivered as a container image.'],
    [delivery, 'gone', 'It is delivered as gone.'],
    [languages, [], 'The team is yet to be hired.'],
    [languages, ['python'], 'The team writes Python.'],
    [languages, ['python', 'go'], 'The team writes Go and Python.'],
    [languages, ['rust', 'python', 'go'], 'The team writes Go, Python and Rust.'],
    [load, 1500, 'It serves 1,500 requests a second.'],
    [load, 0.25, 'It serves 0.25 requests a second.'],
  ])('$id: %j', (fact, answer, expected) => {
    expect(factSentence(fact, answer)).toBe(expected)
  })

  it('is put in as it is, whatever it contains', () => {
    const odd: Fact = { ...delivery, values: [{ id: 'odd', label: "$& $1 $' {value}" }] }
    expect(factSentence(odd, 'odd')).toBe("It is delivered as $& $1 $' {value}.")
  })
})

describe('an answer as a phrase', () => {
  it.each<[Fact, Answer, string]>([
    [resident, true, 'yes'],
    [resident, false, 'no'],
    [delivery, 'binary', 'one executable file'],
    [languages, [], 'none'],
    [languages, ['rust', 'go'], 'Go and Rust'],
    [load, 12000, '12,000'],
  ])('$id: %j', (fact, answer, expected) => {
    expect(answerLabel(fact, answer)).toBe(expected)
  })
})

describe('an interval', () => {
  it.each([
    [{ from: { value: 1000, included: true } }, 'at least 1,000'],
    [{ from: { value: 10, included: false } }, 'more than 10'],
    [{ to: { value: 10, included: true } }, 'at most 10'],
    [{ to: { value: 1000, included: false } }, 'fewer than 1,000'],
    [
      { from: { value: 10, included: false }, to: { value: 20, included: true } },
      'more than 10 and at most 20',
    ],
    [
      { from: { value: 10, included: true }, to: { value: 20, included: false } },
      'at least 10 and fewer than 20',
    ],
  ])('%j reads "%s"', (interval, expected) => {
    expect(intervalPhrase(interval)).toBe(expected)
  })
})

describe('a change', () => {
  const change = (parts: Pick<Change, 'fact' | 'from' | 'to' | 'step'>): Change => ({
    components: ['only'],
    ...parts,
  })

  it('of a yes or no says the other one', () => {
    expect(
      changeClause(change({ fact: resident, from: true, to: false, step: { kind: 'becomes', values: [] } }), {
        state: 'answered',
        answer: true,
      }),
    ).toBe('it ran on demand (now: it runs all the time)')
    expect(
      changeClause(change({ fact: resident, from: false, to: true, step: { kind: 'becomes', values: [] } }), {
        state: 'answered',
        answer: false,
      }),
    ).toBe('it ran all the time (now: it runs on demand)')
  })

  it('of a value says every value that would do', () => {
    expect(
      changeClause(
        change({
          fact: delivery,
          from: 'binary',
          to: 'image',
          step: { kind: 'becomes', values: ['image', 'package'] },
        }),
        { state: 'answered', answer: 'binary' },
      ),
    ).toBe('it were delivered as a container image or a package (now: one executable file)')
  })

  it('says where the present answer was assumed', () => {
    expect(
      changeClause(
        change({ fact: delivery, from: 'binary', to: 'image', step: { kind: 'becomes', values: ['image'] } }),
        { state: 'assumed', answer: 'binary' },
      ),
    ).toBe('it were delivered as a container image (assumed: one executable file)')
  })

  it('of a set says what it would gain: any one of them', () => {
    expect(
      changeClause(
        change({
          fact: languages,
          from: ['go'],
          to: ['go', 'python'],
          step: { kind: 'gains', members: ['python', 'rust'] },
        }),
        { state: 'answered', answer: ['go'] },
      ),
    ).toBe('the team also wrote Python or Rust (now: Go)')
  })

  it('of an empty set says that it is empty', () => {
    expect(
      changeClause(
        change({ fact: languages, from: [], to: ['go'], step: { kind: 'gains', members: ['go'] } }),
        { state: 'answered', answer: [] },
      ),
    ).toBe('the team also wrote Go (now: none)')
  })

  it('of a set says what it would lose', () => {
    expect(
      changeClause(
        change({
          fact: languages,
          from: ['go', 'python'],
          to: [],
          step: { kind: 'loses', members: ['go', 'python'] },
        }),
        { state: 'answered', answer: ['go', 'python'] },
      ),
    ).toBe('the team did not write Go or Python (now: Go and Python)')
  })

  it('of a number says the interval', () => {
    expect(
      changeClause(
        change({
          fact: load,
          from: 20000,
          to: 500,
          step: {
            kind: 'becomes',
            values: [],
            interval: { from: { value: 100, included: true }, to: { value: 1000, included: false } },
          },
        }),
        { state: 'answered', answer: 20000 },
      ),
    ).toBe('it served at least 100 and fewer than 1,000 requests a second (now: 20,000)')
  })
})
