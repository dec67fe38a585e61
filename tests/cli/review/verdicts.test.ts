import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Files, Folder } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksPack, facts } from '../drinks.ts'

const [DAY, LATER] = ['2026-01-15', '2026-02-01']

const profile = (project: string, answers: string, ...more: readonly string[]): string =>
  [`project: ${project}`, 'decisions: [{ criteria: drinks.yaml }]', `facts: ${answers}`, ...more, ''].join(
    '\n',
  )

/** The files of a project with its own folder, profile and pack. */
const projectAt = (folder: string, text: string): Files => ({
  [`${folder}/adr-profile.yaml`]: text,
  [`${folder}/drinks.yaml`]: drinksPack,
})

/** The same with more drivers: two strong ones for coffee in the morning against three moderate ones for tea. */
const richPack = drinksPack
  .replace(
    'drivers:\n',
    'drivers:\n  air: { name: How it smells }\n  company: { name: Who comes }\n  dishes: { name: What is there }\n',
  )
  .replace(
    'criteria:\n',
    `criteria:\n${[
      ['aroma', 'coffee', 'air', 'strong', 'time, is: morning'],
      ['aunts', 'tea', 'company', 'moderate', 'guests, at-least: 10'],
      ['pots', 'tea', 'dishes', 'moderate', 'guests, at-least: 10'],
    ]
      .map(
        ([id, option, driver, strength, when]) =>
          `  - { id: ${id}, favours: [${option}], driver: ${driver}, strength: ${strength}, when: { fact: ${when} }, claim: So says everybody., gain: ${id} are there, loss: ${id} are missed, basis: judgement, sources: [] }\n`,
      )
      .join('')}`,
  )

/** The same where a pot is worth as much as waking up. */
const evenPack = drinksPack.replace(
  'strength: moderate\n    when: { fact: guests, at-least: 10 }',
  'strength: strong\n    when: { fact: guests, at-least: 10 }',
)

const parts = (one: string, two: string): string =>
  `components: { bar: { name: Bar, facts: ${one} }, hall: { name: Hall, facts: ${two} } }`

/** What a folder's profile says before and after. */
const verdictChanges: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'another-option': [profile('Supper', facts.coffee), profile('Supper', facts.tea)],
  'leaning-to-clear': [profile('Brunch', facts.leaning), profile('Brunch', facts.coffee)],
  'clear-to-tie': [profile('Party', facts.coffee), profile('Party', facts.leaning)],
  'too-little-evidence': [profile('Picnic', facts.coffee), profile('Picnic', facts.tooLittle)],
  'to-split': [
    profile('Fair', '{ hot: true, time: morning, guests: 4 }', parts('{}', '{}')),
    profile('Fair', '{ hot: true, time: morning, guests: 4 }', parts('{}', '{ time: evening, guests: 40 }')),
  ],
  'out-of-scope': [profile('Lunch', facts.coffee), profile('Lunch', facts.outside)],
  veto: [profile('Wake', facts.coffee), profile('Wake', facts.eliminated)],
  'provisional-to-settled': [
    profile('Gala', '{ hot: true }', parts('{ time: morning, guests: 40 }', '{ guests: 4 }')),
    profile('Gala', '{ hot: true }', parts('{ time: morning, guests: 40 }', '{ time: morning, guests: 4 }')),
  ],
  divided: [
    profile('Feast', facts.coffee),
    profile('Feast', '{ hot: true, guests: 4 }', parts('{ time: morning }', '{ time: evening }')),
  ],
}

const profileIn = (name: string): string => `${name}/adr-profile.yaml`

const generate = (folder: Folder, name: string) =>
  inProcess(folder, 'generate', profileIn(name), '--date', LATER, '--quiet').outcome()

/** The record of the project of a folder. */
async function editRecord(
  folder: Folder,
  end: string,
  edit: (text: string) => string | Uint8Array,
): Promise<void> {
  const names = Object.keys(await folder.files())
  const name = names.find((file) => file.startsWith('docs/') && file.endsWith(`for-${end}.md`)) ?? ''
  const file = path.join(folder.path, name)
  await writeFile(file, edit(await readFile(file, 'utf8')))
}

const addSentence = (text: string): string =>
  text.replace('## Decision Outcome\n', '## Decision Outcome\n\nThe guests were asked.\n')

/** What people do on a branch beside changing facts. */
const otherChanges: Readonly<Record<string, (folder: Folder) => Promise<unknown>>> = {
  'new-profile': async (folder) => {
    await folder.write(projectAt('new', profile('Tasting', facts.tea)))
    await generate(folder, 'new')
  },
  'deleted-profile': (folder) => rm(path.join(folder.path, 'steady/adr-profile.yaml')),
  'pack-changed': async (folder) => {
    await folder.write({
      'steady/drinks.yaml': drinksPack
        .replace('version: 1', 'version: 2')
        .replace(
          'strength: moderate\n    when: { fact: guests, less-than: 10 }',
          'strength: weak\n    when: { fact: guests, less-than: 10 }',
        ),
    })
    await generate(folder, 'steady')
  },
  'only-prose': (folder) => editRecord(folder, 'breakfast', addSentence),
  'only-layout': (folder) => editRecord(folder, 'breakfast', (text) => text.replaceAll(/^- /gm, '* ')),
  'only-status': (folder) => inProcess(folder, 'accept', 'drinks/breakfast@1').outcome(),
  'nothing-in-substance': (folder) =>
    folder.write({
      'steady/adr-profile.yaml': `# Asked on a Monday.\n${profile('Breakfast', facts.coffee)}`,
    }),
  'nothing-at-all': (folder) => folder.write({ 'README.md': 'Drinks\n' }),
  'record-behind': (folder) => folder.write({ 'steady/adr-profile.yaml': profile('Breakfast', facts.tea) }),
  'profile-broken': (folder) =>
    folder.write({ 'steady/adr-profile.yaml': profile('Breakfast', '{ hot: true, tiem: morning }') }),
  'record-unreadable': (folder) =>
    editRecord(folder, 'breakfast', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])),
  'record-renumbered': (folder) =>
    inProcess(folder, 'renumber', 'drinks/breakfast@1', '--to', '77').outcome(),
  'record-deleted': async (folder) => {
    const names = Object.keys(await folder.files())
    await rm(path.join(folder.path, names.find((file) => file.endsWith('for-breakfast.md')) ?? ''))
  },
  'accepted-edited': (folder) => editRecord(folder, 'dinner', addSentence),
  'accepted-other': async (folder) => {
    await folder.write({ 'settled/adr-profile.yaml': profile('Dinner', facts.tea) })
    await generate(folder, 'settled')
  },
  'project-renamed': async (folder) => {
    await folder.write({ 'steady/adr-profile.yaml': profile('Early breakfast', facts.coffee) })
    await generate(folder, 'steady')
  },
}

let repository: Folder
beforeAll(async () => {
  repository = await cloned(
    Object.assign(
      projectAt('steady', profile('Breakfast', facts.coffee)),
      projectAt('settled', profile('Dinner', facts.coffee)),
      ...Object.entries(verdictChanges).map(([name, [before]]) => projectAt(name, before)),
      { 'leaning-to-clear/drinks.yaml': richPack, 'clear-to-tie/drinks.yaml': evenPack },
    ) as Files,
    async (folder) => {
      const profiles = ['steady', 'settled', ...Object.keys(verdictChanges)].map(profileIn)
      await inProcess(folder, 'generate', ...profiles, '--date', DAY, '--quiet').outcome()
      await inProcess(folder, 'accept', 'drinks/dinner@1', '--quiet').outcome()
    },
  )
}, 60_000)
afterAll(() => repository[Symbol.asyncDispose]())

describe('a review', () => {
  it.for(Object.entries(verdictChanges))('of a verdict: %s', async ([name, [, after]], context) => {
    await branchWith(repository, async (folder) => {
      await folder.write({ [`${name}/adr-profile.yaml`]: after })
      await generate(folder, name)
    })
    const { stdout, stderr, code } = await inProcess(repository, 'review').outcome()
    expect([stderr, code]).toEqual(['', 0])
    await context.expect(stdout).toMatchFileSnapshot(`golden/${name}.md`)
  })

  it.for(Object.entries(otherChanges))('of what else people do: %s', async ([name, change], context) => {
    await branchWith(repository, change)
    const { stdout, stderr, code } = await inProcess(repository, 'review').outcome()
    expect([stderr, code]).toEqual(['', 0])
    await context.expect(stdout).toMatchFileSnapshot(`golden/${name}.md`)
  })
})
