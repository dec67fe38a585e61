import { describe, expect, it } from 'vitest'
import type { Interval } from '../../src/evaluation/truth.ts'
import type { AnswerChange } from '../../src/evaluation/changes.ts'
import type { Answer, Fact, FactState } from '../../src/profile/fact.ts'
import {
  answerLabel,
  changeClause,
  factSentence,
  intervalPhrase,
  presentAnswer,
  joinIntervals,
} from '../../src/record/fact-sentence.ts'

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

  it.each([
    ['a container image', 'A container image is there.'],
    ['Linux', 'Linux is there.'],
    ['macOS', 'macOS is there.'],
    ['`cgo`', '`cgo` is there.'],
    ['10 servers', '10 servers is there.'],
  ])('that begins with %j begins as sentences do', (label, expected) => {
    const fact: Fact = { ...delivery, says: '{value} is there.', values: [{ id: 'first', label }] }
    expect(factSentence(fact, 'first')).toBe(expected)
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

describe('a number with its unit', () => {
  const days: Fact = {
    ...load,
    type: 'number',
    unit: 'days',
    unitOfOne: 'day',
    says: 'It is kept for {value}.',
    if: 'it were kept for {value}',
  }

  it.each([
    [1, 'It is kept for 1 day.'],
    [0, 'It is kept for 0 days.'],
    [14, 'It is kept for 14 days.'],
    [1.5, 'It is kept for 1.5 days.'],
  ])('%j reads "%s"', (answer, expected) => {
    expect(factSentence(days, answer)).toBe(expected)
    expect(`It is kept for ${answerLabel(days, answer)}.`).toBe(expected)
  })

  it.each([
    [{ from: { value: 14, included: false } }, 'it were kept for more than 14 days'],
    [{ to: { value: 1, included: true } }, 'it were kept for at most 1 day'],
    [
      { from: { value: 2, included: true }, to: { value: 5, included: true } },
      'it were kept for between 2 and 5 days',
    ],
    [{ from: { value: 1, included: true }, to: { value: 1, included: true } }, 'it were kept for 1 day'],
  ])('%j reads "%s"', (interval, expected) => {
    const change = { fact: days, to: 3, step: { kind: 'becomes', values: [], interval } } as const
    expect(changeClause([change])).toBe(expected)
  })
})

describe('intervals', () => {
  const below = (value: number) => ({ to: { value, included: false } })
  const from = (value: number) => ({ from: { value, included: true } })

  it('that touch are one, in the order of their numbers', () => {
    expect(joinIntervals([{ ...from(10), ...below(20) }, below(10)]).map(intervalPhrase)).toEqual([
      'fewer than 20',
    ])
  })

  it('with a gap between them stay two', () => {
    expect(joinIntervals([from(20), below(10)]).map(intervalPhrase)).toEqual(['fewer than 10', 'at least 20'])
  })

  it('that both leave out the point between them stay two', () => {
    expect(joinIntervals([below(10), { from: { value: 10, included: false } }]).map(intervalPhrase)).toEqual([
      'fewer than 10',
      'more than 10',
    ])
  })

  it('that meet in one point are one', () => {
    const point = { from: { value: 10, included: true }, to: { value: 10, included: true } }
    const above = { from: { value: 10, included: false } }
    expect(joinIntervals([above, point, below(10)])).toEqual([{}])
  })
})

describe('a change', () => {
  const change = (parts: Pick<AnswerChange, 'fact' | 'from' | 'to' | 'step'>): AnswerChange => ({
    components: ['only'],
    ...parts,
  })
  const becomes = (fact: Fact, from: Answer, to: Answer, values: readonly string[] = []): AnswerChange =>
    change({ fact, from, to, step: { kind: 'becomes', values } })
  const gains = (from: readonly string[], ...members: readonly string[]): AnswerChange =>
    change({ fact: languages, from, to: [...from, ...members.slice(0, 1)], step: { kind: 'gains', members } })
  const loses = (from: readonly string[], ...members: readonly string[]): AnswerChange =>
    change({
      fact: languages,
      from,
      to: from.filter((member) => !members.includes(member)),
      step: { kind: 'loses', members },
    })
  const serves = (interval: Interval): AnswerChange =>
    change({ fact: load, from: 20000, to: 0, step: { kind: 'becomes', values: [], interval } })

  it.each<[string, readonly AnswerChange[], string]>([
    ['of a yes', [becomes(resident, true, false)], 'it ran on demand'],
    ['of a no', [becomes(resident, false, true)], 'it ran all the time'],
    [
      'of a value says every value that would do',
      [becomes(delivery, 'binary', 'image', ['image', 'package'])],
      'it were delivered as a container image or a package',
    ],
    [
      'of a value joins several in the order of the pack',
      [becomes(delivery, 'binary', 'package', ['package']), becomes(delivery, 'binary', 'image', ['image'])],
      'it were delivered as a container image or a package',
    ],
    [
      'of a set says what it would gain: any one of them',
      [gains(['go'], 'rust'), gains(['go'], 'python')],
      'the team also wrote Python or Rust',
    ],
    [
      'of a set says what it would lose: all of them',
      [loses(['go', 'python'], 'go', 'python')],
      'the team did not write Go or Python',
    ],
    [
      'of a number says the interval',
      [serves({ from: { value: 100, included: true }, to: { value: 1000, included: false } })],
      'it served at least 100 and fewer than 1,000 requests a second',
    ],
    [
      'of a number joins intervals',
      [
        serves({ to: { value: 100, included: false } }),
        serves({ from: { value: 100, included: true }, to: { value: 1000, included: false } }),
      ],
      'it served fewer than 1,000 requests a second',
    ],
    [
      'of a number names intervals that do not touch',
      [serves({ to: { value: 10, included: false } }), serves({ from: { value: 50000, included: true } })],
      'it served fewer than 10 or at least 50,000 requests a second',
    ],
  ])('%s', (_, changes, expected) => {
    expect(changeClause(changes)).toBe(expected)
  })

  it.each<[string, AnswerChange, FactState, string]>([
    [
      'a yes',
      becomes(resident, true, false),
      { state: 'answered', answer: true },
      '(now: it runs all the time)',
    ],
    [
      'a no',
      becomes(resident, false, true),
      { state: 'answered', answer: false },
      '(now: it runs on demand)',
    ],
    [
      'a value',
      becomes(delivery, 'binary', 'image', ['image']),
      { state: 'answered', answer: 'binary' },
      '(now: one executable file)',
    ],
    [
      'what was assumed',
      becomes(delivery, 'binary', 'image', ['image']),
      { state: 'assumed', answer: 'binary' },
      '(assumed: one executable file)',
    ],
    ['a set', gains(['go'], 'python'), { state: 'answered', answer: ['go'] }, '(now: Go)'],
    [
      'an empty set, in its own words',
      gains([], 'go'),
      { state: 'answered', answer: [] },
      '(now: the team is yet to be hired)',
    ],
    [
      'a set that loses some of its members',
      loses(['go', 'python'], 'go'),
      { state: 'answered', answer: ['go', 'python'] },
      '(now: Go and Python)',
    ],
    [
      'a set that loses all of them, as a clause',
      loses(['go'], 'go'),
      { state: 'answered', answer: ['go'] },
      '(now: the team writes Go)',
    ],
    [
      'a number',
      serves({ to: { value: 10, included: false } }),
      { state: 'answered', answer: 20000 },
      '(now: 20,000)',
    ],
  ])('says what it would replace: %s', (_, changed, state, expected) => {
    expect(presentAnswer(changed, state)).toBe(expected)
  })
})
