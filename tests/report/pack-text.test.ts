import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { packText } from '../../src/report/pack-text.ts'
import { fullPack } from '../criteria/full-pack.ts'

describe('a pack for a terminal', () => {
  const pack = parsePack({ name: 'pack.yaml', text: fullPack })
  const text = pack.ok ? packText(pack.value, { width: 80, colour: false }) : ''

  it('says of each criterion what is won and lost, and where that stands', () => {
    expect(text).toContain(
      [
        '    Coffee wakes people up.',
        '    documented: leaf-book',
        '    good: people wake up (documented: leaf-book)',
        '    bad: people stay asleep (judgement)',
      ].join('\n'),
    )
  })

  it('says on what condition a watch point is worth a look', () => {
    expect(text).toContain(
      '    for Tea, when guests includes any of children\n    in words: if children drink it\n',
    )
  })

  it('says when a second option is a burden', () => {
    expect(text).toContain(
      [
        '  a second option is a burden',
        '    when cups is at most 2',
        '    Nobody makes two drinks for two.',
        '    partial: leaf-book',
      ].join('\n'),
    )
  })
})
