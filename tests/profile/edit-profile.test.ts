import { describe, expect, it } from 'vitest'
import type { WrittenAnswer } from '../../src/profile/edit-profile.ts'
import { editProfile } from '../../src/profile/edit-profile.ts'
import { problemsOf } from './tea-profile.ts'

const head = ['project: Breakfast', 'decisions:', '  - criteria: tea-or-coffee']

const edited = (text: string, written: WrittenAnswer) =>
  editProfile({ name: 'adr-profile.yaml', text }, written)

/** The lines after an answer to the whole project was written. */
function answered(
  lines: readonly string[],
  fact: string,
  answer: WrittenAnswer['answer'],
  component: string | null = null,
): readonly string[] {
  const text = edited(`${lines.join('\n')}\n`, { component, fact, answer })
  expect(problemsOf(text)).toEqual([])
  return text.ok ? text.value.replace(/\n$/, '').split('\n') : []
}

describe('an answer', () => {
  it('is added at the end of the facts, at their indentation', () => {
    const lines = [
      ...head,
      'facts:   # of all',
      '    time: morning   # early',
      '    # and more',
      '',
      '# parts',
      'components:',
      '  a:',
    ]
    expect(answered(lines, 'water', true)).toEqual(lines.toSpliced(6, 0, '    water: true'))
  })

  it('takes the place of nothing, and leaves the comment behind it in its column', () => {
    const lines = [
      ...head,
      'facts:',
      '  time:                # not known yet',
      '  guests: [adults]     # all of them',
    ]
    expect(answered(lines, 'time', 'morning')).toEqual(
      lines.with(4, '  time: morning        # not known yet'),
    )
  })

  it('takes the place of `unknown`, in the quotes of before', () => {
    const lines = [...head, 'facts:', "  time: 'unknown' # ask Ada", '  "guests": ["adults"]']
    expect(answered(lines, 'time', 'evening')).toEqual(lines.with(4, "  time: 'evening' # ask Ada"))
    expect(answered(lines, 'guests', ['adults', 'children'])).toEqual(
      lines.with(5, '  "guests": ["adults", "children"]'),
    )
  })

  it('takes the place of a list on lines of its own, whose comments move above it', () => {
    const lines = [
      ...head,
      'facts:',
      '  guests:   # who',
      '  - adults  # of age',
      '  - children # not',
      '  time: morning',
    ]
    expect(answered(lines, 'guests', [])).toEqual([
      ...head,
      'facts:',
      '  # who',
      '  # of age',
      '  guests: [] # not',
      '  time: morning',
    ])
  })

  it('begins the facts before the components, apart where other keys are', () => {
    const lines = [...head, '  # that is all', '', '# the parts', 'components:', '    a:', '        name: A']
    expect(answered(lines, 'cups', 3)).toEqual(lines.toSpliced(4, 0, '', 'facts:', '    cups: 3'))
    expect(answered([...head, 'components: { a: }'], 'cups', 3)).toEqual([
      ...head,
      'facts:',
      '  cups: 3',
      'components: { a: }',
    ])
  })

  it('begins the facts at the end, where there are no components', () => {
    expect(answered([...head, '# the end'], 'cups', 3)).toEqual([...head, 'facts:', '  cups: 3', '# the end'])
  })

  it('begins the facts below their key', () => {
    const lines = [...head, 'facts: # later', '  # much later', 'record: {}']
    expect(answered(lines, 'cups', 3)).toEqual(lines.toSpliced(5, 0, '  cups: 3'))
    expect(answered([...head, 'facts: ~ # later'], 'cups', 3)).toEqual([
      ...head,
      'facts: { cups: 3 } # later',
    ])
    expect(answered([...head, 'facts: {} # later'], 'cups', 3)).toEqual([
      ...head,
      'facts: { cups: 3 } # later',
    ])
  })

  it('extends facts between braces', () => {
    expect(answered([...head, 'facts: {time: morning} # one'], 'cups', 3)).toEqual([
      ...head,
      'facts: {time: morning, cups: 3} # one',
    ])
    expect(answered([...head, 'facts: { time: }'], 'time', 'morning')).toEqual([
      ...head,
      'facts: { time: morning }',
    ])
    const lines = [...head, 'facts: {', '  time: morning, # early', '  guests: [] # nobody', '  }']
    expect(answered(lines, 'cups', 3)).toEqual(lines.toSpliced(5, 1, '  guests: [], # nobody', '  cups: 3'))
  })

  it('extends JSON', () => {
    const json = ['{', '  "project": "Breakfast",', '  "decisions": [{ "criteria": "tea-or-coffee" }]', '}']
    expect(answered(json, 'time', 'morning')).toEqual([
      ...json.slice(0, 2),
      '  "decisions": [{ "criteria": "tea-or-coffee" }],',
      '  "facts": { "time": "morning" }',
      '}',
    ])
  })

  it('extends JSON with components at its end', () => {
    const json = ['{ "project": "Breakfast", "components": {', '    "b": {}', '  }', '}']
    expect(answered(json, 'time', 'morning')).toEqual(json.with(2, '  }, "facts": { "time": "morning" }'))
    expect(answered(json, 'guests', ['adults'], 'b')).toEqual(
      json.with(1, '    "b": { "facts": { "guests": ["adults"] } }'),
    )
  })

  it.each([
    ['nothing', ['  b:'], ['  b:', '    facts:', '      time: morning']],
    ['a name', ['  b:', '    name: B'], ['  b:', '    name: B', '    facts:', '      time: morning']],
    ['braces', ['  b: {}'], ['  b: { facts: { time: morning } }']],
    ['facts', ['  b:', '    facts: { cups: 1 }'], ['  b:', '    facts: { cups: 1, time: morning }']],
  ])('is added to a component with %s', (_, before, after) => {
    const lines = (part: readonly string[]) => [
      ...head,
      'components:',
      '  a:',
      '    facts:',
      '      time: evening',
      ...part,
    ]
    expect(answered(lines(before), 'time', 'morning', 'b')).toEqual(lines(after))
  })

  it('keeps byte order mark, line ends and a missing end of the last line', () => {
    const text = `\uFEFF${[...head, 'facts:', '  time: morning'].join('\r\n')}`
    expect(edited(text, { component: null, fact: 'cups', answer: 3 })).toEqual({
      ok: true,
      value: `${text}\r\n  cups: 3`,
    })
  })

  it.each([
    [
      'an alias stands for the facts',
      ['facts: &all', '  time: morning', 'components: { b: { facts: *all } }'],
      'b',
    ],
    [
      'an alias would change as well',
      ['facts: &all', '  time: morning', 'components: { b: { facts: *all } }'],
      null,
    ],
    ['an alias stands for the value that changes', ['facts: { time: &t morning }', 'summary: *t'], null],
    ['there is no such component', ['facts: {}'], 'b'],
    ['a key is written at length', ['facts:', '  ? cups', '  : 3'], null],
  ])('is refused where %s', (_, lines, component) => {
    const text = `${[...head, ...lines].join('\n')}\n`
    const refused = edited(text, { component, fact: 'time', answer: 'evening' })
    expect(problemsOf(refused).map(({ code }) => code)).toEqual(['not-editable'])
  })
})
