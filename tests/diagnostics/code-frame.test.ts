import { describe, expect, it } from 'vitest'
import { diagnose, diagnoseFile } from '../../src/diagnostics/diagnostic.ts'
import { locateOffset } from '../../src/diagnostics/line-column.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'

describe('a code frame', () => {
  it('has exactly the shape that the documentation shows', () => {
    const text = `${'\n'.repeat(11)}    distribtion: single-executable\n`
    expect(frame(text, 'distribtion')).toEqual([
      'error: unknown fact `name`',
      ' --> adr-profile.yaml:12:5',
      '   |',
      '12 |     distribtion: single-executable',
      '   |     ^^^^^^^^^^^ did you mean `nearest`?',
    ])
  })

  it('trims a long line around the mark to 80 columns', () => {
    const lines = frame(`${'before '.repeat(20)}MARK${' after'.repeat(20)}`, 'MARK')
    const [source = '', underline = ''] = lines.slice(3)
    expect(Array.from(source)).toHaveLength(80)
    expect(source.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1)).toBe('MARK')
    expect(source).toMatch(/^1 \| ….*…$/)
  })

  it('puts help on a line of its own where it does not fit', () => {
    expect(frame(`${' '.repeat(60)}MARK`, 'MARK').slice(4)).toEqual([
      `  | ${' '.repeat(60)}^^^^`,
      '  = did you mean `nearest`?',
    ])
  })

  it('counts astral characters as one column', () => {
    expect(frame('😀😀: MARK', 'MARK').slice(1, 5)).toEqual([
      ' --> adr-profile.yaml:1:5',
      '  |',
      '1 | 😀😀: MARK',
      '  |     ^^^^ did you mean `nearest`?',
    ])
  })

  it('shows control characters and tabs without moving the mark', () => {
    expect(frame('\ta\u001b[31m\u202eb\u007f: MARK\r\n', 'MARK').slice(3)).toEqual([
      '1 |  a␛[31m�b␡: MARK',
      '  |             ^^^^ did you mean `nearest`?',
    ])
  })

  it('underlines the first line of a place that spans several', () => {
    expect(frame('one\ntwo\nthree', 'one\ntwo').slice(3)).toEqual([
      '1 | one',
      '  | ^^^ did you mean `nearest`?',
    ])
  })

  it('marks one column of an empty place at the end of the text', () => {
    const source = { name: 'pack.yaml', text: 'a:' }
    const shown = formatDiagnostic(diagnose('empty-text', { source, start: 2, end: 2 }, {}), {
      colour: false,
    })
    expect(shown.split('\n').slice(3)).toEqual(['1 | a:', '  |   ^'])
  })

  it('names only the file where there is no place', () => {
    const shown = formatDiagnostic(diagnoseFile('file-missing', 'a\u001bb.yaml', {}), { colour: false })
    expect(shown).toBe('error: no such file\n --> a␛b.yaml')
  })

  it('is the same text in colour but for the escapes', () => {
    const source = { name: 'pack.yaml', text: 'tme: 1' }
    const diagnostic = diagnose(
      'unknown-fact',
      { source, start: 0, end: 3 },
      { fact: 'tme', nearest: 'time' },
    )
    const coloured = formatDiagnostic(diagnostic, { colour: true })
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(formatDiagnostic(diagnostic, { colour: false }))
    expect(coloured).toContain('\u001b[1;31merror:\u001b[0m')
  })
})

describe('a line and column', () => {
  it('counts from 1, columns in code points', () => {
    expect(locateOffset('', 0)).toEqual({ line: 1, column: 1 })
    expect(locateOffset('a\r\n😀b', 5)).toEqual({ line: 2, column: 2 })
    expect(locateOffset('a\n', 2)).toEqual({ line: 2, column: 1 })
  })
})

function frame(text: string, mark: string): readonly string[] {
  const source = { name: 'adr-profile.yaml', text }
  const start = text.indexOf(mark)
  const place = { source, start, end: start + mark.length }
  const diagnostic = diagnose('unknown-fact', place, { fact: 'name', nearest: 'nearest' })
  return formatDiagnostic(diagnostic, { colour: false }).split('\n')
}
