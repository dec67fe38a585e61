import { readdir } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileOperations } from '../../src/workspace/file-operations.ts'
import { recoverWrites, writeFiles } from '../../src/workspace/write-files.ts'
import { UnfinishedError } from '../../src/workspace/write-recovery.ts'
import type { Write } from '../../src/plan/write.ts'
import { type Files, plainFolder } from '../support/git-folder.ts'
import { type Fault, type Moment, faulty, memory, quick } from './fault.ts'

const byPerson: Files = {
  '.keep.md.0123456789ab.tmp': 'by a person',
  'docs/adr/.1.md.0123456789ab.tmp': 'by a person',
}
const paths = ['docs/adr/1.md', '.madrigal/base/pack/1.md', 'x/2.md']
const copy = '.madrigal/base/pack/1.md'
const textsOf = (word: string): Files => Object.fromEntries(paths.map((name) => [name, `${word} ${name}\n`]))
const sorted = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)))

interface Case {
  readonly before: Files
  readonly after: Files
}

const without = (name: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))

const cases: readonly (readonly [string, Case])[] = [
  ['creating', { before: {}, after: textsOf('new') }],
  [
    'creating, updating and deleting',
    { before: without('x/2.md', textsOf('old')), after: without(copy, textsOf('new')) },
  ],
]

const writesBetween = ({ before, after }: Case): readonly Write[] =>
  paths.map((name) => ({ path: name, text: after[name] ?? null, expected: before[name] ?? null }))

/** Where links are looked for; the files themselves are only remembered. */
const place = await plainFolder(Object.fromEntries(paths.map((name) => [name, ''])))
const nowhere = place.path
afterAll(() => place[Symbol.asyncDispose]())

const changing = new Set(['makeFolder', 'create', 'link', 'rename', 'remove', 'removeFolder'])

/** Every way in which a step of a run can go wrong. It makes no difference after which reading step a crash comes. */
async function faultsOf(
  kind: Fault['kind'],
  run: (operations: FileOperations) => Promise<unknown>,
  below: FileOperations,
): Promise<readonly Fault[]> {
  const operations = faulty(null, below)
  await run(operations)
  return operations.steps.flatMap((step, at) => {
    const moments: Moment[] = kind === 'failure' ? ['before', 'after'] : changing.has(step) ? ['after'] : []
    if (step === 'create') moments.push('middle')
    return moments.map((moment) => ({ at, moment, kind }))
  })
}

const ignore = (): undefined => undefined

describe.each(cases)('stopped while %s three files', (_, texts) => {
  const before = sorted({ ...byPerson, ...texts.before })
  const after = sorted({ ...byPerson, ...texts.after })
  const writes = writesBetween(texts)
  const write = (operations: FileOperations): Promise<unknown> => writeFiles(nowhere, writes, operations)

  it('leaves all old or all new once the next run has looked, whatever the step', async () => {
    const seen = { old: 0, new: 0 }
    for (const fault of await faultsOf('crash', write, memory(nowhere, before))) {
      const disk = memory(nowhere, before)
      await write(faulty(fault, disk)).catch(ignore)
      expect(await recoverWrites(nowhere, disk)).toEqual([])
      expect([before, after], JSON.stringify(fault)).toContainEqual(disk.files())
      seen[isDeepStrictEqual(disk.files(), after) ? 'new' : 'old'] += 1
    }
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(4)
  })

  it('leaves all old or all new although the next run is stopped as well, whatever the step', async () => {
    let count = 0
    const recover = (operations: FileOperations): Promise<unknown> => recoverWrites(nowhere, operations)
    const faults = await faultsOf('crash', write, memory(nowhere, before))
    for (const fault of faults) {
      const disk = memory(nowhere, before)
      await write(faulty(fault, disk)).catch(ignore)
      const stopped = disk.files()
      for (const second of await faultsOf('crash', recover, disk)) {
        const again = memory(nowhere, stopped)
        await recover(faulty(second, again)).catch(ignore)
        await recoverWrites(nowhere, again)
        expect([before, after], JSON.stringify([fault, second])).toContainEqual(again.files())
        count += 1
      }
    }
    expect(count).toBeGreaterThan(100)
  })

  it('says truly whether nothing was written or the next run finishes it, whatever step fails', async () => {
    const seen = new Set<string>()
    for (const fault of await faultsOf('failure', write, memory(nowhere, before))) {
      const disk = memory(nowhere, before)
      const result = await write(faulty(fault, disk)).then(
        () => 'written',
        (error) => (error instanceof UnfinishedError ? 'unfinished' : 'nothing written'),
      )
      seen.add(result)
      const found = textsIn(disk.files())
      if (result === 'written') expect(found, JSON.stringify(fault)).toEqual(textsIn(after))
      if (result === 'nothing written') expect(found, JSON.stringify(fault)).toEqual(textsIn(before))
      await recoverWrites(nowhere, disk)
      expect(disk.files(), JSON.stringify(fault)).toEqual(result === 'nothing written' ? before : after)
    }
    expect(seen).toEqual(new Set(['written', 'unfinished', 'nothing written']))
  })

  it('does so on a disk, where it also leaves no folder of its own', async () => {
    await using sample = await plainFolder(before)
    const faults = await faultsOf('crash', (steps) => writeFiles(sample.path, writes, steps), quick)
    for (const fault of faults) {
      await using folder = await plainFolder(before)
      const folders = await foldersIn(folder.path)
      await writeFiles(folder.path, writes, faulty(fault, quick)).catch(ignore)
      await recoverWrites(folder.path, quick)
      const found = await folder.files()
      expect([before, after], JSON.stringify(fault)).toContainEqual(found)
      if (isDeepStrictEqual(found, before))
        expect(await foldersIn(folder.path), JSON.stringify(fault)).toEqual(folders)
    }
  })
})

const textsIn = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => paths.includes(name)))

/** All but our own: an empty one hurts nobody. */
const foldersIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== '.madrigal')
    .map((entry) => entry.name)
    .toSorted()
