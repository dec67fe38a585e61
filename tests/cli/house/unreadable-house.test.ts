import { mkdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, gitFolder, plainFolder } from '../../support/git-folder.ts'
import { inProcess, lines } from '../../support/run-cli.ts'
import { drinksHouse, drinksPack, facts, profile } from '../drinks.ts'

const files: Files = {
  'adr/drinks.yaml': drinksPack,
  'adr/house.yaml': drinksHouse,
  'adr-profile.yaml': profile('Breakfast', facts.coffee).replace('criteria/drinks.yaml', './adr/house.yaml'),
}

describe('a house that cannot be read', () => {
  it.each([
    ['extends:', 'found nothing, expected a map'],
    ['extends: {}', 'missing key `criteria`'],
    ['extends: [python-vs-go, 2]', 'found a list, expected a map'],
    ['extends: { criteria: 5, version: two }', 'found the number `5`, expected text'],
  ])('says what is wrong with `%s`', async (extension, message) => {
    await using folder = await gitFolder({
      ...files,
      'adr/house.yaml': drinksHouse.replace(/^extends: .*$/m, extension),
    })
    const { stderr, code } = await inProcess(folder, 'evaluate').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('is not passed over where something else has its name', async () => {
    await using folder = await gitFolder({
      '.madrigal/criteria/python-vs-go.yaml/README.md': 'A folder.\n',
      'adr-profile.yaml':
        'project: Here\ndecisions: [{ criteria: python-vs-go }]\nfacts: { work: [http-api] }\n',
    })
    await inProcess(folder, 'evaluate').gives({
      code: 2,
      stderr: lines(
        'error: found a directory, expected a file',
        ' --> .madrigal/criteria/python-vs-go.yaml',
        '',
        'one problem',
      ),
    })
    await using outside = await plainFolder({ 'house.yaml': drinksHouse })
    await rm(path.join(folder.path, '.madrigal'), { recursive: true })
    await mkdir(path.join(folder.path, '.madrigal/criteria'), { recursive: true })
    await symlink(
      path.join(outside.path, 'house.yaml'),
      path.join(folder.path, '.madrigal/criteria/python-vs-go.yaml'),
    )
    const linked = await inProcess(folder, 'evaluate').outcome()
    expect([linked.code, linked.stderr]).toEqual([2, expect.stringContaining('is outside the repository')])
  })
})
