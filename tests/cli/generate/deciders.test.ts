import { expect, it } from 'vitest'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { edit, kitchenPack, profileOf } from '../check/kitchen.ts'
import { facts } from '../drinks.ts'

const profile = 'breakfast/adr-profile.yaml'
const record = 'docs/adr/0001-drink-for-breakfast.md'

it.each(['proposed', 'accepted'])(
  'a decider added below the title of a record that is %s',
  async (status) => {
    await using folder = await gitFolder({
      'drinks.yaml': kitchenPack,
      [profile]: profileOf('Breakfast', facts.coffee, 'deciders: [Ada]'),
      '.log4brains.yml': 'project:\n  name: meals\n  adrFolder: ./docs/adr\n',
    })
    await inProcess(folder, 'generate', profile).outcome()
    if (status === 'accepted') await inProcess(folder, 'accept', '1').outcome()
    await edit(folder, record, (text) => text.replace('* Deciders: Ada', '* Deciders: Ada, Eve'))
    const isOpen = status === 'proposed'
    expect((await inProcess(folder, 'check').outcome()).code).toBe(isOpen ? 0 : 1)
    await inProcess(folder, 'generate', profile).outcome()
    // An accepted record is never rewritten.
    expect((await folder.files())[record]).toContain(`decision-makers: [Ada${isOpen ? ', Eve' : ''}]`)
    const again = await inProcess(folder, 'generate', profile).outcome()
    expect(again.stdout).toBe(`current ${record}\n`)
  },
)
