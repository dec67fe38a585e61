import { readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { drinksPack, facts } from '../drinks.ts'
import { type Files, type Folder, writeIn } from '../../support/git-folder.ts'
import { cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'

const DAY = '2026-01-15'
export const LATER = '2026-02-01'

export const profileOf = (project: string, answers: string, ...more: readonly string[]): string =>
  [`project: ${project}`, 'decisions: [{ criteria: ../drinks.yaml }]', ...more, `facts: ${answers}`, ''].join(
    '\n',
  )

/** `breakfast` has a proposed record, number 1, and `supper` an accepted one, number 2. */
export const breakfast = 'docs/decisions/0001-drink-for-breakfast.md'
export const supper = 'docs/decisions/0002-drink-for-supper.md'

const more = [
  ['aroma', 'coffee', 'air', 'strong', 'time, is: morning'],
  ['scent', 'tea', 'air', 'strong', 'time, is: evening'],
  ['aunts', 'tea', 'company', 'moderate', 'guests, at-least: 10'],
  ['uncles', 'coffee', 'company', 'moderate', 'guests, less-than: 10'],
  ['pots', 'tea', 'dishes', 'moderate', 'guests, at-least: 10'],
  ['cups', 'coffee', 'dishes', 'moderate', 'guests, less-than: 10'],
]

/** With drivers enough that a choice can lean: the time of day speaks strongly twice, and the guests three times. */
export const kitchenPack = drinksPack
  .replace(
    'drivers:\n',
    'drivers:\n  air: { name: How it smells }\n  company: { name: Who comes }\n  dishes: { name: What is there }\n',
  )
  .replace(
    'criteria:\n',
    `criteria:\n${more
      .map(
        ([id, option, driver, strength, when]) =>
          `  - { id: ${id}, favours: [${option}], driver: ${driver}, strength: ${strength}, when: { fact: ${when} }, claim: So says everybody., gain: ${id} are there, loss: ${id} are missed, basis: judgement, sources: [] }\n`,
      )
      .join('')}`,
  )

const files: Files = {
  'drinks.yaml': kitchenPack,
  'breakfast/adr-profile.yaml': profileOf('Breakfast', facts.coffee),
  'supper/adr-profile.yaml': profileOf('Supper', facts.tea),
}

/** A clone in which every record follows from its profile. */
export const kitchen = (): Promise<Folder> =>
  cloned(files, async (folder) => {
    await generate(folder)
    await inProcess(folder, 'accept', '2').outcome()
  })

export const generate = async (folder: Folder, date = DAY): Promise<void> => {
  const profiles = ['breakfast/adr-profile.yaml', 'supper/adr-profile.yaml']
  await inProcess(folder, 'generate', ...profiles, '--date', date, '--quiet').outcome()
}

export async function edit(folder: Folder, file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(path.join(folder.path, file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing changes in ${file}`)
  await writeIn(folder.path, { [file]: after })
}

export const remove = (folder: Folder, file: string): Promise<void> =>
  rm(path.join(folder.path, file), { recursive: true })

export const move = (folder: Folder, from: string, to: string): Promise<void> =>
  rename(path.join(folder.path, from), path.join(folder.path, to))

/** Answers the facts of a project otherwise. */
export const answer = (folder: Folder, project: string, answers: string): Promise<void> =>
  edit(folder, `${project}/adr-profile.yaml`, (text) => text.replace(/^facts: .*$/m, `facts: ${answers}`))
