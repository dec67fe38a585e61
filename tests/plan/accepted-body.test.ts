import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEditedLine } from '../../src/plan/accepted-body.ts'
import { editStatus } from '../../src/record-file/record-status.ts'
import { tries } from '../support/arbitraries.ts'
import { adrs, log4brains, madr2, madr3, madr4, nygard, ownMadr, ownNygard } from '../record/any-records.ts'

const accepted = editStatus(ownMadr, 'accepted')
const records = { ownMadr, ownNygard, nygard, madr2, madr3, madr4, log4brains, adrs }

describe('an accepted record', () => {
  it('is as it was accepted, whatever its line ends', () => {
    for (const text of Object.values(records)) {
      expect(findEditedLine(text, text)).toBeNull()
      expect(findEditedLine(text, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBeNull()
      expect(findEditedLine(`\uFEFF${text.replaceAll('\n', '\r\n')}`, text)).toBeNull()
    }
  })

  it('may become superseded, deprecated or proposed again', () => {
    const successor = { number: 2, title: 'Use that', fileName: '0002-use-that.md' }
    for (const text of Object.values(records)) {
      expect(findEditedLine(text, editStatus(text, 'superseded', successor))).toBeNull()
      expect(findEditedLine(text, editStatus(text, 'deprecated'))).toBeNull()
      expect(findEditedLine(text, editStatus(text, 'proposed'))).toBeNull()
    }
  })

  it.each([
    ['a field', (text: string) => text.replace('\nid:', '\nsuperseded-by: drinks/breakfast@2\nid:')],
    ['a link', (text: string) => `${text}\n## Links\n\n* Superseded by [0002-x](0002-x.md)\n`],
    ['a blank line', (text: string) => text.replace('## Considered Options', '\n## Considered Options')],
    ['other bullets', (text: string) => text.replaceAll(/^- /gm, '* ')],
    ['wider tables', (text: string) => text.replaceAll(/^\| /gm, '|   ')],
    ['wrapped lines', (text: string) => text.replaceAll(/, because /g, ', because\n')],
  ])('may get %s', (_, change) => {
    expect(change(accepted)).not.toBe(accepted)
    expect(findEditedLine(accepted, change(accepted))).toBeNull()
  })

  it('may get a link in the front matter of Rust adrs', () => {
    const linked = adrs.replace('  - target: 9\n', '  - target: 12\n    kind: amendedby\n  - target: 9\n')
    expect(linked).not.toBe(adrs)
    expect(findEditedLine(adrs, linked)).toBeNull()
    expect(findEditedLine(adrs, linked.replace('title: Use Rust', 'title: Use Go'))?.found).toBe(
      'title: Use Go',
    )
  })

  it('may say anything in its Status section', () => {
    expect(
      findEditedLine(
        nygard,
        nygard.replace(
          'Amends [3. Use a broker](0003-use-a-broker.md)',
          'Amended by [4. X](0004-x.md)\n\nSee there.',
        ),
      ),
    ).toBeNull()
  })
})

describe('the first line that was edited', () => {
  const at = (text: string): number => accepted.slice(0, accepted.indexOf(text)).split('\n').length

  it('was rewritten', () => {
    expect(findEditedLine(accepted, accepted.replace('- Tea\n', '- Green tea\n'))).toEqual({
      line: at('- Tea\n'),
      accepted: '- Tea',
      found: '- Green tea',
    })
  })

  it('was added', () => {
    const file = accepted.replace('## Considered Options', 'A note.\n\n## Considered Options')
    expect(findEditedLine(accepted, file)).toEqual({
      line: at('## Considered Options'),
      accepted: '',
      found: 'A note.',
    })
    expect(findEditedLine(accepted, `${accepted}\nThe end.\n`)).toMatchObject({
      accepted: '',
      found: 'The end.',
    })
  })

  it('was removed', () => {
    const file = accepted.replace('- Tea\n', '')
    expect(findEditedLine(accepted, file)).toEqual({
      line: at('- Tea\n'),
      accepted: '- Tea',
      found: '',
    })
    const cut = accepted.slice(0, accepted.indexOf('## More Information'))
    expect(findEditedLine(accepted, cut)).toMatchObject({ accepted: '## More Information', found: '' })
  })

  it('may be a fact in the front matter, or a link in code', () => {
    expect(findEditedLine(madr4, madr4.replace('Ada, Alan', 'Ada'))?.found).toBe('decision-makers: [Ada]')
    const code = '```\n* Superseded by [x](x.md)\n```\n'
    expect(findEditedLine(accepted, accepted + code)?.found).toBe('```')
  })

  it('is told for any word that is added anywhere but in the status', () => {
    const places = accepted
      .split('\n')
      .map((line, index) => ({ line, index }))
      .filter(({ line, index }) => line !== '' && index > 9)
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ index }) => {
        const edited = accepted.split('\n')
        edited[index] += ' changed'
        expect(findEditedLine(accepted, edited.join('\n'))?.line).toBe(index + 1)
      }),
      tries(100),
    )
  })
})
