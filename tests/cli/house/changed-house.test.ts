import { expect, it } from 'vitest'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksHouse, drinksPack, facts, profile } from '../drinks.ts'

it('a record that follows from other rules of the house is told so, and not that the profile changed', async () => {
  await using folder = await gitFolder({
    'adr/drinks.yaml': drinksPack,
    'adr/house.yaml': drinksHouse,
    'adr-profile.yaml': profile('Breakfast', facts.coffee).replace(
      'criteria/drinks.yaml',
      './adr/house.yaml',
    ),
  })
  await inProcess(folder, 'generate', '--date', '2026-01-15').outcome()
  await folder.write({ 'adr/house.yaml': drinksHouse.replace('strength: weak', 'strength: moderate') })
  const weaker = await inProcess(folder, 'check').outcome()
  expect(weaker.code).toBe(1)
  expect(weaker.stdout).toContain(
    'the rules do not say "The criterion `waking-up` speaks for coffee (taste, weak)." any more',
  )
  await folder.write({ 'adr/house.yaml': drinksHouse.replace(/^ {2}- \{ criterion: one-machine.*\n/m, '') })
  const counted = await inProcess(folder, 'check').outcome()
  expect(counted.stdout).not.toContain('the profile does not say')
})
