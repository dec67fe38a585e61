import { describe, expect, it, test } from 'vitest'
import { locateOffset } from '../../src/diagnostics/line-column.ts'
import { decodeText, LARGEST_FILE } from '../../src/document/decode-text.ts'
import { problemsOf } from '../profile/tea-profile.ts'

describe('decoding a file', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('a: é'), 'a')).toEqual({
      ok: true,
      value: { name: 'a', text: 'a: é' },
    })
    expect(decodeText(new TextEncoder().encode('\ufeffa: é'), 'a')).toMatchObject({ value: { text: 'a: é' } })
  })

  it('reads a file of exactly 1 MiB and no more', () => {
    expect(decodeText(new Uint8Array(LARGEST_FILE).fill(32), 'a').ok).toBe(true)
    expect(problemsOf(decodeText(new Uint8Array(LARGEST_FILE + 1).fill(32), 'a'))).toMatchObject([
      { code: 'file-too-large' },
    ])
  })

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['UTF-16', [0xfe, 0xff, 0x00, 0x61]],
    ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
    ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ])('recognises %s', (encoding, bytes) => {
    expect(problemsOf(decodeText(Uint8Array.from(bytes), 'a'))).toMatchObject([
      { code: 'wrong-encoding', arguments: { encoding } },
    ])
  })

  test.each([
    ['a lone byte', [0x61, 0x0a, 0xe9, 0x61], 0xe9, 2, 1],
    ['a character that is cut off at the end', [0x61, 0x62, 0xf0, 0x9f, 0x98], 0xf0, 1, 3],
    ['a character that is cut off in the middle', [0xc3, 0xa9, 0xe2, 0x82, 0x61], 0xe2, 1, 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 0xed, 1, 1],
    ['bytes after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 0xff, 1, 2],
  ])('tells the byte and the place of %s', (_, bytes, byte, line, column) => {
    const [problem] = problemsOf(decodeText(Uint8Array.from(bytes), 'a'))
    expect(problem).toMatchObject({ code: 'invalid-utf-8', arguments: { byte } })
    expect(locateOffset(problem?.place?.source.text ?? '', problem?.place?.start ?? -1)).toEqual({
      line,
      column,
    })
  })
})
