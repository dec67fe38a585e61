import { describe, expect, it } from 'vitest'
import { readStatus, statusIn } from '../../src/record-file/record-status.ts'

const madr = (fields: string, body = '* Status: proposed\n'): string =>
  `---\nnumber: 1\n${fields}\nid: a/b@1\n\n---\n# Use it\n\n${body}\n## Context\n\nText.\n`

const nygard = (section: string, bullet = 'proposed'): string =>
  `# 1. Use it\n\n* Status: ${bullet}\n\n## Status\n\n${section}\n\n## Context\n\nText.\n\n<!-- id: a/b@1 -->\n`

describe('the status of a record', () => {
  it('is that of the front matter, before the bullet that repeats it', () => {
    expect(readStatus(madr('status: accepted'))).toEqual({
      status: 'accepted',
      written: 'accepted',
      supersedes: null,
      contradiction: { line: 9, written: 'proposed' },
    })
  })

  it('is that of any place where a person wrote another word than proposed', () => {
    const marks = readStatus(madr('status: proposed').replace('* Status: proposed', '* Status: Accepted'))
    expect(marks).toMatchObject({ status: 'accepted', contradiction: { written: 'proposed' } })
    expect(readStatus(madr('status: proposed'))?.contradiction).toBeNull()
  })

  it('is that of the Status section, before the bullet', () => {
    expect(readStatus(nygard('Accepted'))).toEqual({
      status: 'accepted',
      written: 'Accepted',
      supersedes: null,
      contradiction: { line: 3, written: 'proposed' },
    })
  })

  it('is that of the bullet where nothing else says it', () => {
    expect(readStatus(madr('date: 2026-01-01', '* Status: rejected\n'))?.status).toBe('rejected')
    expect(readStatus(madr('status:', '- status: rejected\n'))?.status).toBe('rejected')
    expect(readStatus('# 1. Use it\n\n* Status: rejected\n\n<!-- id: a/b@1 -->\n')?.status).toBe('rejected')
  })

  it.each([
    ['proposed', 'proposed'],
    ['"accepted"', 'accepted'],
    ["'Accepted'", 'accepted'],
    ['accepted # by the board', 'accepted'],
    ['accepted  ', 'accepted'],
    ['superseded by ADR-0002', 'superseded'],
    ['draft', null],
    ['accepted on Monday', null],
    ['>-\n  accepted', null],
    ['[accepted]', null],
  ])('in front matter as `status: %s` is %s', (written, status) => {
    expect(readStatus(madr(`status: ${written}`, ''))?.status).toBe(status)
  })

  it.each([
    ['Accepted', 'accepted'],
    ['**Accepted**.', 'accepted'],
    ['Accepted\nby the board', 'accepted'],
    ['Accepted\n\nSupersedes [1. Use that](0001-that.md)', 'accepted'],
    ['<!-- by the board -->\n\nAccepted', 'accepted'],
    ['Superceded by [2. Use that](0002-that.md)', 'superseded'],
    ['Superseded by [2. Use that](0002-that.md)', 'superseded'],
    ['We talked about it.', null],
  ])('in a section as %j is %s', (written, status) => {
    expect(readStatus(nygard(written))?.status).toBe(status)
  })

  it('is read the same with other line ends and a byte order mark', () => {
    for (const text of [madr('status: accepted'), nygard('Accepted')])
      for (const end of ['\r\n', '\r'])
        expect(readStatus(`\uFEFF${text.replaceAll('\n', end)}`)).toEqual(readStatus(text))
  })

  it('is not looked for in code, in other sections and in other bullets', () => {
    const code = '## Context\n\n````md\n```\n## Status\n\nAccepted\n````\n\n* Status: accepted\n'
    expect(readStatus(`# 1. Use it\n\n${code}\n<!-- id: a/b@1 -->\n`)).toEqual({
      status: null,
      written: '',
      supersedes: null,
      contradiction: null,
    })
    expect(readStatus(madr('x: 1\nstatus-of-work: accepted', '* Status of work: accepted\n'))?.written).toBe(
      '',
    )
  })

  it('is empty where the section is', () => {
    expect(readStatus(nygard('', 'accepted'))?.status).toBe('accepted')
    expect(readStatus('## Status\n\n## Context\n\nAccepted\n\n<!-- id: a/b@1 -->\n')?.written).toBe('')
  })

  it('is none of ours without an id of ours', () => {
    expect(readStatus('# 1. Use it\n\n## Status\n\nAccepted\n')).toBeNull()
    expect(readStatus('---\nstatus: accepted\n\n---\n# Use it\n')).toBeNull()
    expect(readStatus('')).toBeNull()
  })
})

describe('the record that another one supersedes', () => {
  it('stands in front matter or in a comment', () => {
    expect(readStatus(madr('status: proposed\nsupersedes: a/b@3'))?.supersedes).toBe('a/b@3')
    expect(readStatus(`${nygard('Proposed')}\n<!-- supersedes: a/b@3 -->\n`)?.supersedes).toBe('a/b@3')
    expect(
      readStatus(`${nygard('Proposed')}\n<!-- supersedes: a/b@3 -->\n`.replaceAll('\n', '\r\n')),
    ).toEqual({
      status: 'proposed',
      written: 'Proposed',
      supersedes: 'a/b@3',
      contradiction: null,
    })
  })
})

describe('a status', () => {
  it('is one of five words, however it is written', () => {
    expect(
      ['Proposed', 'ACCEPTED', '"rejected"', '_deprecated_', 'superseded', 'superceded by x'].map(statusIn),
    ).toEqual(['proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'superseded'])
    expect(['', 'done', 'acceptedly', 'supersededs', 'not accepted'].map(statusIn)).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })
})
