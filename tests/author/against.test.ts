import { describe, expect, it } from 'vitest'
import { comparePacks } from '../../src/author/compare-packs.ts'
import { findOneSidedDrivers } from '../../src/author/lint-weights.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { drinksPack } from '../cli/drinks.ts'

const packOf = (text: string): Pack => {
  const pack = parsePack({ name: 'pack.yaml', text })
  if (!pack.ok) throw new Error(pack.diagnostics.map(({ code }) => code).join())
  return pack.value
}
const against = drinksPack.replace('    favours: [coffee]\n', '    against: tea\n')
describe('a criterion against an option, for the author of its pack', () => {
  it('is told as that where a case fails', async () => {
    await using folder = await gitFolder({
      'adr/drinks.yaml': against,
      'adr/drinks.test.yaml':
        'plain: { hot: true, guests: 20 }\ncases:\n  - name: a morning is for tea\n    facts: { time: morning, guests: 4 }\n    expect: { kind: chosen, option: tea }\n',
    })
    const { stdout } = await inProcess(folder, 'criteria', 'test', 'adr/drinks.yaml').outcome()
    expect(stdout).toContain('  against `tea`: taste strong (`waking-up`)\n')
    expect(stdout).not.toContain('for `coffee`: taste')
  })

  it('is told as that where its driver says nothing else', () => {
    const pack = packOf(against)
    const [one] = pack.criteria
    const criteria = one === undefined ? [] : [one]
    const drivers = pack.drivers.filter(({ id }) => id === one?.driver)
    expect(findOneSidedDrivers({ ...pack, criteria, drivers }).map(({ message }) => message)).toEqual([
      'the driver `taste` can speak against `tea` only, and no driver for another option only',
    ])
  })

  it('is no other criterion where an option is added', () => {
    const before = packOf(against)
    const criteria = before.criteria.map((rule) =>
      rule.against === undefined ? rule : { ...rule, favours: [...rule.favours, 'water'] },
    )
    expect(comparePacks(before, { ...before, criteria })).toEqual([])
    expect(comparePacks(packOf(drinksPack), packOf(against))).toMatchObject([
      { list: 'criteria', id: 'waking-up', change: 'changed', keys: ['favours', 'against'] },
    ])
  })
})
