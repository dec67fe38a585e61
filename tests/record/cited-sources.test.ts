import { describe, expect, it } from 'vitest'
import { sourcesIn } from '../../src/record/cited-sources.ts'
import { recordsOf } from '../interoperability/records.ts'

describe('the sources of a record', () => {
  it.each(['madr', 'nygard'] as const)('in the %s form are what its claims cite, each once', (template) => {
    const records = recordsOf(template)
    for (const { text } of records) {
      const { cited, listed } = sourcesIn(text)
      expect([...new Set(cited)].toSorted()).toEqual(listed.toSorted())
    }
    expect(records.some(({ text }) => sourcesIn(text).cited.length > 9)).toBe(true)
  })

  it('are the links behind the words that say where a claim stands', () => {
    const text = [
      'It is warm. Documented: [a](https://a.org) and [b](<https://b.org/(b)>).',
      '* Documented in part: [c](https://c.org).',
      'Judgement of the comparison; background: [d](https://d.org).',
      'Undocumented: [e](https://e.org). Documented [f](https://f.org).',
      '```',
      'Documented: [g](https://g.org).',
      '```',
    ].join('\n')
    expect(sourcesIn(text)).toEqual({
      cited: ['https://a.org', 'https://b.org/(b)', 'https://c.org', 'https://d.org'],
      listed: [],
    })
  })

  it('are the first links of the bullets under their heading', () => {
    const text = [
      '* [x](https://x.org)',
      '### Sources',
      'See [y](https://y.org).',
      '* [a](https://a.org), as [z](https://z.org) has it',
      '- Read [b](https://b.org).',
      '* our wiki',
      '## Links',
      '* [x](https://x.org)',
    ].join('\n')
    expect(sourcesIn(text)).toEqual({ cited: [], listed: ['https://a.org', 'https://b.org'] })
  })
})
