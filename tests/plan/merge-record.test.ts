import { describe, expect, it } from 'vitest'
import { markerLine } from '../../src/plan/git-conflicts.ts'
import { mergeRecord, withMarkers } from '../../src/plan/merge-record.ts'

const record = (option: string, why: string, extra = ''): string =>
  `---
number: 1
status: proposed
date: 2026-01-01
id: drinks/breakfast@1

---
# Drink ${option} at breakfast

## Context and Problem Statement

It is morning.

## Decision Outcome

Chosen option: "${option}", because it is ${why}.

### Consequences

* Good, because it wakes.
${extra}
## More Information

Nothing.
`

const base = record('coffee', 'strong')

describe('the record of a person and the machine', () => {
  it('has the edits of both where they do not meet', () => {
    const file = base.replace('It is morning.', 'It is early morning.')
    expect(mergeRecord(base, file, record('coffee', 'hot'))).toEqual({
      kind: 'merged',
      text: record('coffee', 'hot').replace('It is morning.', 'It is early morning.'),
    })
  })

  it('is a conflict where they meet', () => {
    const file = base.replace('it is strong', 'Ada likes it')
    const merge = mergeRecord(base, file, record('coffee', 'hot'))
    expect(merge.kind).toBe('conflict')
  })

  it('is a conflict where a person wrote below a decision that changes, even if the texts do not meet', () => {
    const file = record('coffee', 'strong', '\n* Good, because the team loves coffee.\n')
    const merge = mergeRecord(base, file, record('tea', 'mild'))
    expect(
      merge.kind === 'conflict' && merge.segments.filter(({ kind }) => kind === 'conflict').length,
    ).toBeGreaterThan(0)
  })

  it('is merged where a person wrote elsewhere and the decision changes', () => {
    const file = base.replace('Nothing.', 'Ask Ada.')
    expect(mergeRecord(base, file, record('tea', 'mild'))).toEqual({
      kind: 'merged',
      text: record('tea', 'mild').replace('Nothing.', 'Ask Ada.'),
    })
  })

  it.each(['coffee', 'tea'])('keeps a section deleted, whatever would stand in it now (%s)', (option) => {
    const withoutConsequences = (text: string): string =>
      text.replace(/### Consequences\n[^]*?(?=## More)/, '')
    const rendered = record(option, 'hot').replace('it wakes', 'it warms')
    expect(mergeRecord(base, withoutConsequences(base), rendered)).toEqual({
      kind: 'merged',
      text: withoutConsequences(rendered),
    })
  })

  it('keeps the heading that a person reworded, and takes the rest of its section anew', () => {
    const reword = (text: string): string => text.replace('### Consequences', '### What follows')
    const rendered = record('tea', 'mild')
    expect(mergeRecord(base, reword(base), rendered)).toEqual({ kind: 'merged', text: reword(rendered) })
  })

  it('is merged where a person cut all but the decision', () => {
    const cut = (text: string): string => text.replace(/## Context[^]*?(?=## Decision)|### Cons[^]*/g, '')
    const rendered = record('coffee', 'hot').replace('It is morning.', 'It is noon.')
    expect(mergeRecord(base, cut(base), rendered)).toEqual({ kind: 'merged', text: cut(rendered) })
  })

  it('has a heading twice where a person has written it twice', () => {
    const more = 'Nothing.\n\n## Context and Problem Statement\n\nMore.'
    const rendered = record('coffee', 'hot')
    expect(mergeRecord(base, base.replace('Nothing.', more), rendered)).toEqual({
      kind: 'merged',
      text: rendered.replace('Nothing.', more),
    })
  })

  it('is refused where its front matter cannot be read any more', () => {
    const file = base.replace('status: proposed', 'status: [proposed')
    expect(mergeRecord(base, file, record('coffee', 'hot'))).toMatchObject({ kind: 'broken' })
  })
})

describe('conflict markers', () => {
  it('show both sides and what they started from, and are found again', () => {
    const merge = mergeRecord(base, base.replace('it is strong', 'Ada likes it'), record('coffee', 'hot'))
    if (merge.kind !== 'conflict') throw new Error('a conflict was expected')
    const text = withMarkers(merge.segments)
    expect(text).toContain(
      [
        '<<<<<<<<<<<<<<< yours',
        'Chosen option: "coffee", because Ada likes it.',
        '||||||||||||||| as it was written last',
        'Chosen option: "coffee", because it is strong.',
        '===============',
        'Chosen option: "coffee", because it is hot.',
        '>>>>>>>>>>>>>>> madrigal',
      ].join('\n'),
    )
    expect(markerLine(text)).toBe(16)
  })

  it('are not seen in a heading that is underlined', () => {
    expect(markerLine('Title\n=======\n')).toBeNull()
    expect(markerLine(base)).toBeNull()
  })
})
