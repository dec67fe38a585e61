import { describe, it } from 'vitest'
import { tracked } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { attended } from '../support/scripted-prompt.ts'
import { drinksPack } from './drinks.ts'

/** The small pack, and another that means something else by the time of the day. */
const files = {
  'criteria/drinks.yaml': drinksPack,
  'criteria/meals.yaml': drinksPack.replace('id: drinks', 'id: meals').replaceAll('morning', 'noon'),
  'adr-profile.yaml':
    'project: Breakfast\ndecisions: [{ criteria: criteria/drinks.yaml }, { criteria: criteria/meals.yaml }]\nfacts:\n  hot: true\n',
}

describe.concurrent('two packs that mean different things by one fact', () => {
  it('each get their own answer from `ask`', async ({ expect }) => {
    await using repository = await tracked(files)
    const { code, seen } = await attended(repository, ['ask'], 'in the morning', 'in the noon', 'stop')
    expect(code, seen.join('\n')).toBe(0)
    expect((await repository.files())['adr-profile.yaml']).toContain(
      '\n  hot: true\n  drinks/time: morning\n  meals/time: noon\n',
    )
    expect((await inProcess(repository, 'evaluate').outcome()).code).toBe(0)
    const explained = await inProcess(repository, 'explain', 'meals/time').outcome()
    expect(explained.stdout).toContain('answers noon')
    expect(explained.stdout).not.toContain('answers morning')
    const supposed = await inProcess(repository, 'what-if', '--set', 'drinks/time=evening').outcome()
    expect(supposed.stdout).toContain('in the evening')
  })

  it('have no answer in common', async ({ expect }) => {
    await using repository = await tracked({
      ...files,
      'adr-profile.yaml': `${files['adr-profile.yaml']}  time: morning\n`,
    })
    const { code, stderr } = await inProcess(repository, 'evaluate').outcome()
    expect([code, stderr]).toEqual([2, expect.stringContaining('write `drinks/time` and `meals/time`')])
  })
})
