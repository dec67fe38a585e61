import { describe, expect, it } from 'vitest'
import { optionsNamed } from '../../src/record-file/options-named.ts'

const options = ['Python', 'Go', 'C', 'C++', 'Node.js']
const named = (text: string) => optionsNamed(text, options)

const madr = (outcome: string, title = 'Choose the language'): string =>
  `---\nstatus: accepted\n---\n# ${title}\n\n## Considered Options\n\n* Python\n* Go\n\n## Decision Outcome\n\n${outcome}\n\n### Consequences\n\n* Bad, because Python is missed.\n`

const nygard = (decision: string, title = 'Choose the language'): string =>
  `# 3. ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nPython or Go?\n\n## Decision\n\n${decision}\n\n## Consequences\n\nNo Python.\n`

describe('the option that a record decides for', () => {
  it.each([
    'Chosen option: "Go", because it is one file.',
    'Chosen option: "[Go](#go)", because it is one file.',
    'Chosen option: **"go"**, because Python is slow.',
    'Chosen option: Go, because Python is slow.',
    'Chosen option: “Go” because it is one file.',
    'Chosen option: "Write it in Go"\n\nPython was close.',
    'We talked long.\n\nChosen option: "Go", because Python is slow.',
  ])('stands in the sentence of MADR: %j', (outcome) => {
    expect(named(madr(outcome))).toEqual(['Go'])
  })

  it.each([
    ['We will use Go.', 'Choose the language'],
    ['We will use **Go**. Python was too slow.', 'Choose the language'],
    ['We will write the gateway\nin Go.', 'Write it in Go'],
    ['It was a hard choice.', 'Write it in Go'],
    ['We will use Go.', 'Use Go instead of Python'],
  ])('is the one that the decision or the title names: %j, %j', (decision, title) => {
    expect(named(nygard(decision, title))).toEqual(['Go'])
  })

  it('is none where the record says so', () => {
    expect(named(madr('No option is chosen, because Python and Go are too close to call.'))).toEqual([])
  })

  it.each([
    ['Chosen option: "Rust", because it is safe.', 'Write it in Go'],
    ['Chosen option: "Go for one and Python for the other", because they differ.', 'Write it in Go'],
    ['We will use Go for the gateway and Python for the rest.', 'Choose the language'],
    ['We will not use Go.', 'Choose the language'],
    ['We don’t use Go.', 'Choose the language'],
    ['We move away from Go.', 'Choose the language'],
    ['Shall it be Go?', 'Choose the language'],
    ['We will use Python.', 'Write it in Go'],
    ['Python it is, not Java.', 'Write it in Go'],
    ['We go with the second one.', 'Choose the language'],
    ['See below.', 'Python or Go'],
    ['', 'Choose the language'],
  ])('cannot be told from %j, %j', (decision, title) => {
    expect(named(nygard(decision, title))).toBeNull()
  })

  it('is a whole name', () => {
    expect(named(nygard('We will use C++.'))).toEqual(['C++'])
    expect(named(nygard('We will use C.'))).toEqual(['C'])
    expect(named(nygard('We will use Node.js.'))).toEqual(['Node.js'])
    expect(named(nygard('We will use Golang.'))).toBeNull()
    expect(named(nygard('We will use C#.'))).toBeNull()
  })

  it('is not looked for in code, and cannot be told from nothing', () => {
    expect(named(nygard('```\nWe will use Go.\n```'))).toBeNull()
    expect(named('')).toBeNull()
  })

  it('may stand in a title of the front matter', () => {
    expect(named('---\nnumber: 7\ntitle: Use Go\nstatus: accepted\n---\n\n## Context\n\nText.\n')).toEqual([
      'Go',
    ])
  })
})
