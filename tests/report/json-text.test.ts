import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonText } from '../../src/report/answer-json.ts'

const loud = fc.array(
  fc.constantFrom('##[', '#', '[', '\\', '\u009b', '\u202e', '\u2028', '\u007f', 'é', '字'),
)

describe('jsonText', () => {
  it('stands for the same data, whatever it escapes', () => {
    fc.assert(
      fc.property(fc.array(loud), (texts) => {
        const data = Object.fromEntries(texts.map((parts, index) => [`${parts.join('')}${index}`, parts]))
        expect(JSON.parse(jsonText(data))).toEqual(data)
      }),
    )
  })

  it('shows nothing that a terminal or a runner takes for a command', () => {
    fc.assert(
      fc.property(loud, (parts) => {
        // oxlint-disable-next-line no-control-regex
        expect(jsonText(parts.join(''))).not.toMatch(/##\[|[\u007f-\u009f\u2028-\u202e]/)
      }),
    )
  })
})
