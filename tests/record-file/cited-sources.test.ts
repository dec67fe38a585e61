import { describe, expect, it } from 'vitest'
import { sourcesIn } from '../../src/record/citation.ts'
import { recordsOf } from '../interoperability/records.ts'

describe('the sources of a record', () => {
  it.each(['madr', 'nygard'] as const)('in the %s form are what it cites, each once', (template) => {
    const records = recordsOf(template)
    for (const { text } of records) {
      const { cited, listed } = sourcesIn(text)
      expect([...new Set(cited)].toSorted()).toEqual(listed.toSorted())
    }
    expect(records.some(({ text }) => sourcesIn(text).listed.length > 9)).toBe(true)
  })

  it('are told by their ids; links that name an address are a person’s own', () => {
    const text = 'Documented: [A][a] and [B][b].\nSee [c](https://c.org).\n\n[a]: https://a.org\n'
    expect(sourcesIn(text)).toEqual({ cited: ['a', 'b'], listed: ['a'] })
  })
})
