import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksHouse, drinksPack, facts, profile } from '../drinks.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const other = hashOf('another text')

/** A house, or a comparison, of an installed package, which the profile pins. */
const pinnedProfile = (criteria: string, sha256: string, answers: string = facts.coffee): string =>
  profile('Breakfast', answers).replace(
    '  - criteria: criteria/drinks.yaml',
    `  - criteria: "${criteria}"\n    sha256: ${sha256}`,
  )

const pinnedHouse = (sha256: string): string =>
  drinksHouse.replace(
    /extends: \{ criteria: (\S+), version: (\d+) \}/,
    `extends: { criteria: $1, version: $2, sha256: ${sha256} }`,
  )

const installed: Files = {
  '.gitignore': 'node_modules\n',
  'node_modules/@acme/criteria/house.yaml': drinksHouse,
  'node_modules/@acme/criteria/drinks.yaml': drinksPack,
}

const evaluate = (folder: Folder) => inProcess(folder, 'evaluate').outcome()

describe('a pack from elsewhere that a profile pins', () => {
  it('is used as long as its text is the same, whatever the line endings', async () => {
    await using folder = await gitFolder({
      ...installed,
      'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', hashOf(drinksHouse)),
    })
    expect((await evaluate(folder)).code).toBe(0)
    await folder.write({
      'node_modules/@acme/criteria/house.yaml': drinksHouse.replaceAll('\n', '\r\n'),
    })
    expect((await evaluate(folder)).code).toBe(0)
  })

  it('is refused where its text is another one, by one message that names the hash', async () => {
    const changed = drinksHouse.replace('strength: strong', 'strength: moderate')
    await using folder = await gitFolder({
      ...installed,
      'node_modules/@acme/criteria/house.yaml': changed,
      'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', hashOf(drinksHouse), '{ none: 1 }'),
    })
    const { stdout, stderr, code } = await evaluate(folder)
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr.match(/^error:.*/gm)).toEqual([
      `error: the text of \`@acme/criteria/house.yaml\` is another one, with the SHA-256 \`${hashOf(changed)}\``,
    ])
    expect(stderr).toContain(' --> adr-profile.yaml:4:13')
    const { stderr: found, code: checked } = await inProcess(folder, 'check').outcome()
    expect(checked).toBe(2)
    expect(found).toContain(hashOf(changed))
    await folder.write({ 'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', hashOf(changed)) })
    expect((await evaluate(folder)).code).toBe(0)
  })

  it('has no hash where it comes with Madrigal', async () => {
    await using folder = await gitFolder({
      'adr-profile.yaml': pinnedProfile('python-vs-go', other, '{ work: [http-api] }'),
    })
    const { stderr, code } = await evaluate(folder)
    expect(code).toBe(2)
    expect(stderr).toContain('there is no hash of `python-vs-go` to compare with')
    expect(stderr).toContain('a pack that comes with Madrigal has none: leave it out')
  })

  it.each(['0b5e', other.toUpperCase()])('is not pinned by `%s`', async (written) => {
    await using folder = await gitFolder({
      ...installed,
      'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', written),
    })
    const { stderr, code } = await evaluate(folder)
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^error: \`${written.slice(0, 50)}.*\` is not a SHA-256$`, 'm'))
  })
})

describe('a comparison that a house pins', () => {
  it('is used as long as its text is the same', async () => {
    await using folder = await gitFolder({
      'adr/house.yaml': pinnedHouse(hashOf(drinksPack)),
      'adr/drinks.yaml': drinksPack,
      'adr-profile.yaml': profile('Breakfast').replace('criteria/drinks.yaml', 'adr/house.yaml'),
    })
    expect((await evaluate(folder)).code).toBe(0)
    const changed = drinksPack.replace('id: one-pot', 'id: one-kettle')
    await folder.write({ 'adr/drinks.yaml': changed })
    const { stderr, code } = await evaluate(folder)
    expect(code).toBe(2)
    expect(stderr).toMatch(/ --> adr\/house\.yaml:3:\d+/)
    expect(stderr.match(/^error:.*/gm)).toEqual([
      `error: the text of \`./drinks.yaml\` is another one, with the SHA-256 \`${hashOf(changed)}\``,
    ])
  })

  it('has no hash where it comes with Madrigal: its version names it', async () => {
    await using folder = await gitFolder({
      '.madrigal/criteria/python-vs-go.yaml': `id: acme\ntitle: Acme\nextends: { criteria: python-vs-go, version: 2, sha256: ${other} }\n`,
      'adr-profile.yaml': profile('Far', '{ work: [http-api] }').replace(
        'criteria/drinks.yaml',
        'python-vs-go',
      ),
    })
    const { stderr, code } = await evaluate(folder)
    expect(code).toBe(2)
    expect(stderr).toContain(' --> .madrigal/criteria/python-vs-go.yaml:3:')
    expect(stderr).toContain('there is no hash of `python-vs-go` to compare with')
  })
})

describe('a review of the change that updates a pinned package', () => {
  it('judges the later side, and says that the earlier one cannot be judged by what is installed', async () => {
    const changed = drinksHouse.replace('strength: strong', 'strength: moderate')
    await using repository = await cloned(
      {
        '.gitignore': 'node_modules\n',
        'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', hashOf(drinksHouse)),
      },
      (folder) => folder.write(installed),
    )
    await branchWith(repository, (folder) =>
      folder.write({
        'node_modules/@acme/criteria/house.yaml': changed,
        'adr-profile.yaml': pinnedProfile('@acme/criteria/house.yaml', hashOf(changed)),
      }),
    )
    const { stdout, code } = await inProcess(repository, 'review').outcome()
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot('golden/review-pinned.md')
  })
})

describe('a comparison of two texts of a pinned pack', () => {
  it('judges the profile by both', async () => {
    const changed = drinksHouse.replace('strength: strong', 'strength: moderate')
    await using folder = await gitFolder({
      'old/house.yaml': drinksHouse,
      'old/drinks.yaml': drinksPack,
      'new/house.yaml': changed,
      'new/drinks.yaml': drinksPack,
      'adr-profile.yaml': pinnedProfile('./new/house.yaml', hashOf(drinksHouse)),
    })
    const compared = ['diff', 'old/house.yaml', 'new/house.yaml', '--profile', 'adr-profile.yaml']
    const { stdout, code } = await inProcess(folder, 'criteria', ...compared).outcome()
    expect(code).toBe(0)
    expect(stdout).not.toContain('not to be judged')
    expect(stdout).toContain('one profile')
  })
})
