import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { profile } from '../drinks.ts'

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)

/** The least that a pack may say. */
const pack = `id: drinks
version: 1
title: Tea or coffee
topic: drink
question: the drink that it is served with
imperative: { verb: Serve, preposition: with }
summary: Compares two drinks.
verified: 2026-01-31
options:
  tea: { name: Tea, summary: Leaves in hot water. }
  coffee: { name: Coffee, summary: Beans in hot water. }
sources: {}
scope: { when: { fact: hot, is: true }, inside: Hot., outside: Cold., basis: judgement, sources: [] }
drivers:
  taste: { name: How it tastes }
facts:
  hot:
    question: Is there hot water?
    type: boolean
    yes: { says: There is hot water., if: there were hot water }
    no: { says: There is no hot water., if: there were no hot water }
criteria:
  - id: calming-down
    favours: [tea]
    driver: taste
    strength: strong
    when: { fact: hot, is: true }
    claim: Tea keeps nobody awake.
    gain: people sleep well
    loss: people lie awake
    basis: judgement
    sources: []
`

/** Twenty profiles with fifty decisions each, the most that one may have. */
const ids = range(1000).map((number) => `course-${number}`)
const profiles = range(20).map((number) => `meals/${number}.yaml`)
const profileWith = (decisions: readonly string[]): string =>
  profile(
    'Meal',
    '{ hot: true }',
    'decisions:',
    ...decisions.map((id) => `  - { criteria: ../criteria/drinks.yaml, id: ${id} }`),
  )

/** The name and the text of another record, made from those of the first: it takes long to write so many. */
const renamed = (first: readonly [string, string], index: number): readonly [string, string] => {
  const [name, text] = first.map((written) =>
    written
      .replaceAll('course-0', `course-${index}`)
      .replaceAll('0001', String(index + 1).padStart(4, '0'))
      .replaceAll('number: 1', `number: ${index + 1}`)
      .replaceAll('meals/0', `meals/${Math.floor(index / 50)}`),
  )
  return [name ?? '', text ?? '']
}

/** Which file each name stands for, and when it or what is in it was last changed; of folders as well. */
const stampsOf = ({ path: folder }: Folder): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('.git'))
      .map((name) => {
        const { ino, mtimeNs, ctimeNs } = statSync(path.join(folder, name), { bigint: true })
        return [name, [ino, mtimeNs, ctimeNs].join(' ')]
      }),
  )

describe('`generate` for a thousand decisions', () => {
  it('changes no file, and makes none for a moment, where nothing has changed', async () => {
    await using repository = await gitFolder({
      'criteria/drinks.yaml': pack,
      'meals/0.yaml': profileWith(ids.slice(0, 1)),
    })
    const generate = (...files: readonly string[]) =>
      inProcess(repository, 'generate', '--quiet', '--date', '2026-01-15', ...files)
    await generate('meals/0.yaml').gives({})
    const first = Object.entries(await repository.files()).filter(([name]) => /\.(?:md|json)$/.test(name))
    const records = ids.flatMap((_, index) => first.map((file) => renamed(file, index)))
    const asking = profiles.map((file, index) => [file, profileWith(ids.slice(50 * index, 50 * index + 50))])
    for (const [file = '', text = ''] of [...records, ...asking])
      writeFileSync(path.join(repository.path, file), text)
    const stamps = stampsOf(repository)
    expect(stamps.size).toBeGreaterThan(2000)
    // Any step that takes a thousand times as long for a thousand records would take longer than a test may.
    await generate(...profiles).gives({})
    expect(stampsOf(repository)).toEqual(stamps)
  })
})
