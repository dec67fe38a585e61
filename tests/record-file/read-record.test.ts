import { describe, expect, it } from 'vitest'
import { readRecord } from '../../src/record-file/read-record.ts'

const madr = (fields: string): string => `---\n${fields}\n\n---\n# Use it\n\nText.\n`

describe('reading a record', () => {
  it('finds the marks of the front matter', () => {
    expect(
      readRecord(madr('number: 12\nstatus: proposed\ndate: 2026-01-02\nid: python-vs-go/fleet-agent@1')),
    ).toEqual({
      id: 'python-vs-go/fleet-agent@1',
      number: 12,
      date: '2026-01-02',
      supersedes: '',
    })
  })

  it('finds the marks of the adr-tools form', () => {
    const text = '# 12. Use it\n\nDate: 2026-01-02\n\n## Status\n\nProposed\n\n<!-- id: a/b@3 -->\n'
    expect(readRecord(text)).toEqual({
      id: 'a/b@3',
      number: 12,
      date: '2026-01-02',
      supersedes: '',
    })
  })

  it('knows no record without an id of ours', () => {
    expect(readRecord('# 12. Use it\n\nDate: 2026-01-02\n')).toBeNull()
    expect(readRecord(madr('number: 12\ndate: 2026-01-02'))).toBeNull()
    expect(readRecord('')).toBeNull()
  })

  it.each([
    'a',
    'a/b',
    'a@1',
    'a/b@0',
    'a/b@',
    'a/b@x',
    'a/b@1.5',
    'a/b/c@1',
    'a b/c@1',
    '/b@1',
    'a/@1',
    'a/b@1 x',
  ])('takes "%s" for somebody else’s id', (id) => {
    expect(readRecord(madr(`id: ${id}\nnumber: 1`))).toBeNull()
    expect(readRecord(`<!-- id: ${id} -->\n`)).toBeNull()
  })

  it('takes an id that is not text for none', () => {
    for (const id of ['12', 'true', '[a/b@1]', '{ a: b }', ''])
      expect(readRecord(madr(`id: ${id}`))).toBeNull()
  })

  it('reads ids in any script', () => {
    expect(readRecord(madr('id: python-vs-go/日本語@1\nnumber: 1'))?.id).toBe('python-vs-go/日本語@1')
  })

  it('leaves a number or a date empty that is not there or makes no sense', () => {
    expect(readRecord(madr('id: a/b@1'))).toEqual({
      id: 'a/b@1',
      number: null,
      date: '',
      supersedes: '',
    })
    expect(readRecord(madr('id: a/b@1\nnumber: x\ndate: 5'))).toEqual({
      id: 'a/b@1',
      number: null,
      date: '',
      supersedes: '',
    })
    expect(readRecord(madr('id: a/b@1\nnumber: 1.5'))?.number).toBeNull()
  })

  it('reads a quoted date as one without quotes', () => {
    expect(readRecord(madr('id: a/b@1\ndate: "2026-01-02"'))?.date).toBe('2026-01-02')
  })

  it('does not take an id within a sentence for its own', () => {
    expect(readRecord('See <!-- id: a/b@1 --> there.\n')).toBeNull()
    expect(readRecord('id: a/b@1\n')).toBeNull()
  })

  it('trusts the front matter where both forms name an id', () => {
    expect(readRecord(`${madr('id: a/b@1')}\n<!-- id: c/d@1 -->\n`)?.id).toBe('a/b@1')
  })
})
