import { describe, expect, it, test } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { packText } from '../../src/report/pack-text.ts'
import { packWith } from './small-pack.ts'

const water =
  '  coffee: { name: Coffee, summary: Beans in hot water. }\n  water: { name: Water, summary: Water. }\n'
const stanceOf = (stance: string) =>
  parsePack({
    name: 'pack.yaml',
    text: packWith('    favours: coffee\n', stance)
      .text.replace('  coffee: { name: Coffee, summary: Beans in hot water. }\n', water)
      .replace(
        '      coffee: { text',
        '      water: { text: water is clear, basis: judgement, sources: [] }\n      coffee: { text',
      ),
  })

describe('a criterion against an option', () => {
  const written = stanceOf('    against: coffee\n')

  it('counts for all others, and keeps what it is written against', () => {
    expect(written.ok && written.value.criteria[0]).toMatchObject({
      favours: ['tea', 'water'],
      against: ['coffee'],
    })
  })

  it('is told as that where a pack is shown', () => {
    const text = written.ok ? packText(written.value, { width: 100, colour: false }) : ''
    expect(text).toContain('against Coffee, strong, for the driver taste')
    expect(text).toContain('favours Tea, moderate')
  })

  it('may be against several', () => {
    const several = stanceOf('    against: [coffee, water]\n')
    expect(several.ok && several.value.criteria[0]).toMatchObject({
      favours: ['tea'],
      against: ['coffee', 'water'],
    })
  })

  test.each([
    ['', 'missing key `favours` or `against`'],
    ['    favours: tea\n    against: coffee\n', '`against` cannot stand beside `favours`'],
    ['    against: [tea, coffee, water]\n', 'this speaks against every option'],
    ['    against: cofee\n', 'unknown option `cofee`'],
    ['    against: [tea, tea]\n', '`tea` is listed twice'],
    ['    against: []\n', 'too few entries'],
  ])('with %j is told %s', (stance, message) => {
    const result = stanceOf(stance)
    const told = result.ok
      ? []
      : result.diagnostics.map((problem) => formatDiagnostic(problem, { colour: false }))
    expect(told).toEqual([expect.stringContaining(message)])
  })
})
