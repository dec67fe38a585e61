import { describe, expect, it } from 'vitest'
import { declaredCommands } from '../support/commands.ts'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { problemsWith } from '../support/json-schema.ts'
import { inProcess, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

/** What each command is called with, in a repository with a record of its own at the beginning. */
const calls: Readonly<Record<string, readonly string[]>> = {
  init: ['--refresh'],
  generate: [],
  check: [],
  review: ['--base', 'HEAD'],
  adopt: ['--dry-run'],
  restore: ['--dry-run'],
  accept: ['1', '--dry-run'],
  reject: ['1', '--dry-run'],
  deprecate: ['1'],
  renumber: ['1', '--to', '7', '--dry-run'],
  evaluate: [],
  explain: [],
  'what-if': ['--set', 'guests=unknown'],
  ask: [],
  doctor: [],
  list: [],
  'criteria list': [],
  'criteria show': ['python-vs-go'],
  'criteria diff': ['criteria/drinks.yaml', 'python-vs-go', '--profile', 'adr-profile.yaml'],
  'criteria lint': ['python-vs-go', '--older-than', '1', '--as-of', '2030-01-01'],
  'criteria test': ['python-vs-go'],
}

async function proposed(): Promise<Folder & AsyncDisposable> {
  const repository = await gitFolder(breakfast(facts.coffee))
  await inProcess(repository, 'generate').outcome()
  await repository.git('add', '.')
  await repository.git('commit', '-m', 'Propose')
  return repository
}

describe.concurrent('every command with `--json`', async () => {
  const commands = await declaredCommands()
  const names = [...commands].filter(([, options]) => options.includes('--json')).map(([name]) => name)

  it('is tried here', () => expect(names.toSorted()).toEqual(Object.keys(calls).toSorted()))

  it.for(names)('prints what the schema of its name says: %s', async (name, { expect: expecting }) => {
    await using repository = await proposed()
    const { stdout } = await madrigal(
      repository,
      ...name.split(' '),
      ...(calls[name] ?? []),
      '--json',
    ).outcome()
    expecting(JSON.parse(stdout)).toMatchObject({ command: name, result: {} })
    expecting(await problemsWith(name, stdout)).toBeNull()
  })

  it('prints problems in the same envelope', async ({ expect: expecting }) => {
    await using repository = await gitFolder(breakfast('{ hot: 1, hots: true }'))
    const { stdout, code } = await inProcess(repository, 'evaluate', '--json').outcome()
    expecting([JSON.parse(stdout), code]).toEqual([
      {
        command: 'evaluate',
        problems: [
          {
            message: 'found the number `1`, expected true or false',
            help: null,
            code: 'wrong-type',
            file: 'adr-profile.yaml',
            line: 4,
            column: 15,
          },
          {
            message: 'unknown fact `hots`',
            help: 'did you mean `hot`?',
            code: 'unknown-fact',
            file: 'adr-profile.yaml',
            line: 4,
            column: 18,
          },
        ],
      },
      2,
    ])
    expecting(await problemsWith('evaluate', stdout)).toBeNull()
  })

  it('prints problems that are of no file', async ({ expect: expecting }) => {
    await using repository = await proposed()
    const { stdout, code } = await inProcess(repository, 'review', '--base', 'nowhere', '--json').outcome()
    expecting([JSON.parse(stdout), code]).toMatchObject([
      { command: 'review', problems: [{ code: null, file: null, line: null }] },
      2,
    ])
    expecting(await problemsWith('review', stdout)).toBeNull()
  })
})
