import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIdMark, readRecord } from '../../src/record-file/read-record.ts'
import { withLineFeeds } from '../../src/record-file/text-style.ts'
import { tries } from '../support/arbitraries.ts'
import { adrs, log4brains, madr2, madr3, madr4, nygard } from '../record/any-records.ts'

const id = 'python-vs-go/gateway@1'
const comment = `<!-- id: ${id} -->\n`

describe('an id', () => {
  it('is the last key of the front matter', () => {
    expect(addIdMark(madr4, id)).toBe(madr4.replace('[Ada, Alan]\n---', `[Ada, Alan]\nid: ${id}\n---`))
    expect(addIdMark(adrs, id)).toBe(adrs.replace('supersededby\n---', `supersededby\nid: ${id}\n---`))
    expect(addIdMark(madr3, id)).toBe(madr3.replace('Ada, Alan\n---', `Ada, Alan\nid: ${id}\n---`))
  })

  it('stands before the blank line that log4brains needs', () => {
    expect(addIdMark('---\nstatus: accepted\n\n---\n# Use it\n', id)).toBe(
      `---\nstatus: accepted\nid: ${id}\n\n---\n# Use it\n`,
    )
  })

  it('is a comment at the end of a record without front matter', () => {
    for (const text of [nygard, madr2, log4brains])
      expect(addIdMark(text, id)).toBe(`${text.trimEnd()}\n\n${comment}`)
  })

  it('is a comment where the front matter has an id of another tool, or cannot have one more key', () => {
    for (const fields of ['id: ADR-0003\nstatus: accepted', '{ status: accepted }']) {
      const text = `---\n${fields}\n---\n# Use it\n`
      expect(addIdMark(text, id)).toBe(`${text}\n${comment}`)
    }
  })

  it('stands apart from the text before it', () => {
    expect(addIdMark('# Use it', id)).toBe(`# Use it\n\n${comment}`)
    expect(addIdMark('# Use it\n\n', id)).toBe(`# Use it\n\n${comment}`)
  })

  it('takes the line ends of the text, and leaves its byte order mark', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    for (const text of [nygard, madr4])
      expect(addIdMark(windows(text), id)).toBe(windows(addIdMark(text, id) ?? ''))
  })

  it('is not put into code or a comment that nobody has closed', () => {
    expect(addIdMark('# Use it\n\n```\ncode\n', id)).toBeNull()
    expect(addIdMark('# Use it\n\n<!--\nmore\n', id)).toBeNull()
  })

  it('is found in whatever text it was put, and takes nothing away from it', () => {
    const piece = fc.constantFrom(
      '---\n',
      'status: accepted\n',
      '\r\n',
      '\n',
      '# Use it\n',
      '```\n',
      'text',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const marked = addIdMark(text, id)
        if (marked === null) return
        expect(readRecord(withLineFeeds(marked))?.id).toBe(id)
        const inFront = marked.replace(/id: python-vs-go\/gateway@1(?:\r\n|\n)/, '')
        expect(inFront === text || marked.startsWith(text)).toBe(true)
      }),
      tries(500),
    )
  })
})
