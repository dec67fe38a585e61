import { describe, expect, it } from 'vitest'
import { editNumber, editSuccessor } from '../../src/record-file/edit-number.ts'

const madr = (number: string, title = 'Write Agent in Go'): string =>
  `---\n${number}\nstatus: proposed\nid: pack/agent@1\n\n---\n# ${title}\n\n* Status: proposed\n\nnumber: 7\n\n# 7. Again\n`

const renumbered = (text: string): string => editNumber(text, new Set([7]), 12)

describe('the number of a record', () => {
  it.each([
    ['number: 7', 'number: 12'],
    ['number:   7   # of the record', 'number:   12   # of the record'],
    ['number: "0007"', 'number: "0012"'],
    ["'number': '7'", "'number': '12'"],
    ['number: 8', 'number: 8'],
    ['id: 7', 'id: 12'],
    ['id: ADR-0007', 'id: ADR-0012'],
    ['id: 7-steps', 'id: 7-steps'],
    ['adr: "007"', 'adr: "012"'],
    ['title: "ADR-0007: Use it"', 'title: "ADR-0012: Use it"'],
    ['title: 7 reasons', 'title: 7 reasons'],
    ['numbers: 7', 'numbers: 7'],
    ['# number: 7', '# number: 7'],
  ])('changes in front matter: %s', (before, after) => {
    expect(renumbered(madr(before))).toBe(madr(after))
  })

  it.each([
    ['7. Write Agent in Go', '12. Write Agent in Go'],
    ['0007 - Write Agent in Go', '0012 - Write Agent in Go'],
    ['ADR-0007: Write Agent in Go', 'ADR-0012: Write Agent in Go'],
    ['8. Write Agent in Go', '8. Write Agent in Go'],
    ['7 reasons for Go', '7 reasons for Go'],
    ['Write Agent 7. in Go', 'Write Agent 7. in Go'],
  ])('changes before the title: %s', (before, after) => {
    expect(renumbered(madr('number: 7', before))).toBe(madr('number: 12', after))
    expect(renumbered(`# ${before}\n\nDate: 7\n\n# 7. Again\n`)).toBe(`# ${after}\n\nDate: 7\n\n# 7. Again\n`)
  })

  it.each([
    ['ADR-7: Use Go\n=====\n', 'ADR-12: Use Go\n=====\n'],
    ['# ADR\n\n## ADR-7: Use Go\n\nText\n', '# ADR\n\n## ADR-12: Use Go\n\nText\n'],
    ['  # 0007 Use Go #\n', '  # 0012 Use Go #\n'],
    ['\uFEFF\r\n#  [ADR-7] Use Go\r\n', '\uFEFF\r\n#  [ADR-12] Use Go\r\n'],
  ])('changes before a title in any form: %j', (before, after) => {
    expect(renumbered(before)).toBe(after)
  })

  it('is not looked for in code, in comments or behind front matter that does not end', () => {
    const code = '```\n# 7. Code\n```\n<!--\n# 7. Comment\n-->\n\n# 7. Title\n'
    expect(renumbered(code)).toBe(code.replace('# 7. Title', '# 12. Title'))
    expect(renumbered('---\nnumber: 7\n\n# 7. Title\n')).toBe('---\nnumber: 7\n\n# 12. Title\n')
  })

  it('changes with no other byte', () => {
    const styled = (number: number): string =>
      `\uFEFF---\r\nnumber: ${number}\r\nid: pack/agent@1\r\n---\r\n# ${number}. Title \t\r\n\r\nnumber: 7`
    expect(renumbered(styled(7))).toBe(styled(12))
    expect(renumbered('\uFEFF# 7. Title\rText')).toBe('\uFEFF# 12. Title\rText')
    expect(renumbered('')).toBe('')
  })
})

describe('the number of a successor', () => {
  const superseded = (status: string): string =>
    `---\r\nnumber: 1\r\nstatus: ${status}\r\nid: pack/agent@1\r\n---\r\n# ADR-0007\r\n\r\n* Status: ADR-0007\r\n`

  it.each([
    ['superseded by ADR-0007', 'superseded by ADR-0012'],
    ['"superseded by ADR-0007" # at last', '"superseded by ADR-0012" # at last'],
    ['superseded by ADR-0070', 'superseded by ADR-0070'],
    ['accepted', 'accepted'],
  ])('changes in front matter: %s', (before, after) => {
    expect(editSuccessor(superseded(before), 7, 12)).toBe(superseded(after))
  })

  it('is not looked for elsewhere', () => {
    const text = '# 1. Use it\n\n## Status\n\nSuperseded by ADR-0007\n'
    expect(editSuccessor(text, 7, 12)).toBe(text)
  })
})
