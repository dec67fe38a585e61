import { describe, expect, it } from 'vitest'
import { facts } from '../drinks.ts'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { edit, kitchenPack } from './kitchen.ts'

const profile = [
  'project: Hotel',
  'decisions: [{ criteria: drinks.yaml }]',
  'facts: { hot: true, time: morning }',
  'components:',
  '  lobby: { name: Lobby, facts: { guests: 4 } }',
  '  terrace: { name: Terrace, facts: { guests: 5 } }',
  '',
].join('\n')

const inProfile =
  (from: string, to: string) =>
  (folder: Folder): Promise<void> =>
    edit(folder, 'adr-profile.yaml', (text) => text.replace(from, to))

const inPack =
  (from: string | RegExp, to: string) =>
  (folder: Folder): Promise<void> =>
    edit(folder, 'drinks.yaml', (text) => text.replace(from, to))

async function accepted(text: string): Promise<Folder> {
  const folder = await gitFolder({ 'drinks.yaml': kitchenPack, 'adr-profile.yaml': text })
  await inProcess(folder, 'generate', '--date', '2026-01-15', '--quiet').outcome()
  await inProcess(folder, 'accept', '1', '--quiet').outcome()
  return folder
}

const plain = `project: Hotel\ndecisions: [{ criteria: drinks.yaml }]\nfacts: ${facts.coffee}\n`

describe('check of an accepted record', () => {
  it.each([
    [
      'one answer of one component',
      profile,
      inProfile('guests: 5', 'guests: 6'),
      'note[inputs-changed]',
      '`guests` is now `6` for Terrace; the decision is the same',
    ],
    [
      'a dominant constraint that is added',
      plain,
      inProfile('{ criteria: drinks.yaml }', '{ criteria: drinks.yaml, dominant-constraint: taste }'),
      'note[inputs-changed]',
      'the decision is the same',
    ],
    [
      'a strength in the same version of the pack',
      plain,
      inPack('driver: taste\n    strength: strong', 'driver: taste\n    strength: weak'),
      'note[inputs-changed]',
      'speaks for coffee (taste, strong).',
    ],
    [
      'a veto in the same version of the pack',
      plain,
      inPack('against: [tea]\n    when: ', 'against: [tea]\n    when: { fact: time, is: morning } # '),
      'warning[confidence-changed]',
      'the choice would be by elimination, the record says clear',
    ],
    [
      'that nothing is chosen for another reason',
      `project: Hotel\ndecisions: [{ criteria: drinks.yaml }]\nfacts: ${facts.nothingLeft}\n`,
      inProfile(facts.nothingLeft, facts.outside),
      'error[verdict-flipped]',
      'nothing would be chosen, because the comparison does not apply, the accepted record says that every option is ruled out',
    ],
    [
      'other facts where nothing is chosen as before',
      `project: Hotel\ndecisions: [{ criteria: drinks.yaml }]\nfacts: ${facts.nothingLeft}\n`,
      inProfile('guests: 600', 'guests: 601'),
      'note[inputs-changed]',
      '`guests` is now `601`; the decision is the same',
    ],
  ])('tells %s', async (_, text, change, kind, clause) => {
    await using folder = await accepted(text)
    await change(folder)
    const { stdout, code } = await inProcess(folder, 'check', '--strict').outcome()
    expect(stdout).toContain(kind)
    expect(stdout).toContain(clause)
    expect(code).toBe(1)
  })

  it.each([
    ['a sentence of the pack', inPack('There are {value} guests.', 'So many come, namely {value}.')],
    ['the name of a driver', inPack('How it tastes', 'The taste of it')],
  ])('tells only that a file has changed, and not how, where %s is worded otherwise', async (_, change) => {
    await using folder = await accepted(plain)
    await change(folder)
    const { stdout, code } = await inProcess(folder, 'check', '--strict').outcome()
    expect(stdout.match(/\[[a-z-]+\]/g)).toEqual(['[pack-changed]'])
    expect(code).toBe(1)
  })
})
