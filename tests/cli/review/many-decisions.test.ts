import { expect, it } from 'vitest'
import { drinksPack, facts, profile } from '../drinks.ts'
import type { Files } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'

const names = Array.from({ length: 14 }, (_, index) => `room-${String(index + 1).padStart(2, '0')}`)

const profileOf = (name: string, answers: string): string =>
  profile(name, answers).replace('criteria/', '../criteria/')

it('a comparison that changes for many decisions is told once, and first what calls for attention', async (context) => {
  const files: Files = Object.fromEntries(
    names.map((name) => [`${name}/adr-profile.yaml`, profileOf(name, facts.coffee)]),
  )
  await using repository = await cloned({ ...files, 'criteria/drinks.yaml': drinksPack }, (folder) =>
    inProcess(folder, 'generate', ...Object.keys(files), '--date', '2026-01-15', '--quiet').outcome(),
  )
  await branchWith(repository, async (folder) => {
    await folder.write({
      'criteria/drinks.yaml': drinksPack
        .replace('version: 1', 'version: 2')
        .replace(
          'strength: moderate\n    when: { fact: guests, less-than: 10 }',
          'strength: weak\n    when: { fact: guests, less-than: 10 }',
        ),
      'room-12/adr-profile.yaml': profileOf('room-12', facts.tea),
    })
    await inProcess(folder, 'generate', ...Object.keys(files), '--date', '2026-02-01', '--quiet').outcome()
  })
  const { stdout, stderr, code } = await inProcess(repository, 'review').outcome()
  expect([stderr, code]).toEqual(['', 0])
  await context.expect(stdout).toMatchFileSnapshot('golden/many-decisions.md')
  await branchWith(repository, (folder) =>
    folder.write({ 'criteria/drinks.yaml': drinksPack.replace('version: 1', 'version: 2') }),
  )
  const quiet = await inProcess(repository, 'review').outcome()
  await context.expect(quiet.stdout).toMatchFileSnapshot('golden/many-decisions-behind.md')
})
