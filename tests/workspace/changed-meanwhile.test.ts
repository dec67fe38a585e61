import { mkdir, symlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import type { Write } from '../../src/plan/write.ts'
import { recoverWrites, writeFiles } from '../../src/workspace/write-files.ts'
import { JournalError, digest } from '../../src/workspace/write-journal.ts'
import { BusyError } from '../../src/workspace/write-lock.ts'
import { type Files, type Folder, plainFolder } from '../support/git-folder.ts'
import { faulty, quick } from './fault.ts'

const record = { path: 'adr/1.md', text: 'new record', expected: 'old record' }
const copy = { path: '.madrigal/base/p/1.md', text: 'new copy', expected: 'old copy' }
const other = { path: 'adr/2.md', text: 'new other', expected: null }
const before: Files = { 'adr/1.md': 'old record', '.madrigal/base/p/1.md': 'old copy' }
const writes = [record, copy, other]

/** A folder in which a run crashed after the journal and so many files had their names. */
async function crashed(replaced: number, given: readonly Write[] = writes): Promise<Folder> {
  const folder = await plainFolder(before)
  let renamed = 0
  let isDead = false
  const die = (): never => {
    isDead = true
    throw new Error('dead')
  }
  await writeFiles(folder.path, given, {
    ...quick,
    rename: (from, to) => (isDead || renamed++ > replaced ? die() : quick.rename(from, to)),
    remove: (file) => (isDead ? die() : quick.remove(file)),
    read: (file) => (isDead ? die() : quick.read(file)),
  }).catch(() => undefined)
  return folder
}

describe('a file that a person edits after a crash', () => {
  it('is left and named, and so is the copy of what it was, when the crash came before it was replaced', async () => {
    await using folder = await crashed(0)
    await folder.write({ 'adr/1.md': 'old record, edited' })
    expect(await recoverWrites(folder.path)).toEqual(['adr/1.md'])
    expect(await folder.files()).toEqual({
      '.madrigal/base/p/1.md': 'old copy',
      'adr/1.md': 'old record, edited',
      'adr/2.md': 'new other',
    })
  })

  it('is left, and so is its copy, wherever the recovery is stopped itself', async () => {
    for (let at = 0, isStopped = true; isStopped; at += 1) {
      await using folder = await crashed(0)
      await folder.write({ 'adr/1.md': 'old record, edited' })
      const operations = faulty({ at, moment: 'after', kind: 'crash' }, quick)
      await recoverWrites(folder.path, operations).catch(() => undefined)
      await recoverWrites(folder.path, quick)
      expect(await folder.files(), `step ${at}`).toEqual({
        '.madrigal/base/p/1.md': 'old copy',
        'adr/1.md': 'old record, edited',
        'adr/2.md': 'new other',
      })
      isStopped = operations.steps.length > at
    }
  })

  it('is left although it was to be deleted', async () => {
    await using folder = await crashed(1, [other, { ...record, text: null }])
    await folder.write({ 'adr/1.md': 'old record, edited' })
    expect(await recoverWrites(folder.path)).toEqual(['adr/1.md'])
    expect(await folder.files()).toMatchObject({ 'adr/1.md': 'old record, edited', 'adr/2.md': 'new other' })
  })

  it('is left, and its copy becomes new as well, when it had been replaced', async () => {
    await using folder = await crashed(1)
    await folder.write({ 'adr/1.md': 'new record, edited' })
    expect(await recoverWrites(folder.path)).toEqual(['adr/1.md'])
    expect(await folder.files()).toEqual({
      '.madrigal/base/p/1.md': 'new copy',
      'adr/1.md': 'new record, edited',
      'adr/2.md': 'new other',
    })
  })

  it('is left where it is new, is a folder, or its new text is lost', async () => {
    await using folder = await crashed(0)
    await folder.write({ 'adr/2.md': 'by a person' })
    expect(await recoverWrites(folder.path)).toEqual(['adr/2.md'])
    await using second = await crashed(0)
    await mkdir(path.join(second.path, 'adr/2.md'))
    expect(await recoverWrites(second.path)).toEqual(['adr/2.md'])
    await using third = await crashed(0)
    const staged = Object.keys(await third.files()).filter((name) => name.startsWith('adr/.'))
    await third.write(Object.fromEntries(staged.map((name) => [name, 'half'])))
    expect(await recoverWrites(third.path)).toEqual(['adr/1.md', 'adr/2.md'])
    expect(await third.files()).toEqual(before)
  })
})

describe('a disk that is full', () => {
  it('is noticed although it reports success', async () => {
    await using folder = await plainFolder(before)
    const full = {
      ...quick,
      create: (file: string, text: string) =>
        quick.create(file, path.basename(file).startsWith('.2.md') ? text.slice(0, 3) : text),
    }
    await expect(writeFiles(folder.path, writes, full)).rejects.toThrow(/only a part of/)
    expect(await folder.files()).toEqual(before)
  })
})

describe('a run with nothing to write', () => {
  it('takes no lock and changes nothing', async () => {
    await using folder = await plainFolder({ ...before, '.madrigal/lock': 'whatever' })
    const operations = faulty(null, quick)
    expect(await writeFiles(folder.path, [], operations)).toEqual([])
    expect(operations.steps).toEqual([])
  })
})

const lockOf = (pid: number, host = hostname()): Files => ({
  '.madrigal/lock': JSON.stringify({ pid, host, key: '0123456789ab' }),
})
/** Larger than any number of a process. */
const DEAD = 2 ** 31 - 2

describe('a lock', () => {
  it.each([
    ['a live process', lockOf(process.ppid), `process ${process.ppid} on this machine`],
    ['a process of another machine', lockOf(DEAD, 'elsewhere'), `process ${DEAD} on another machine`],
    ['nobody knows whom', { '.madrigal/lock': '{"pid":-1}' }, null],
    ['no text of ours', { '.madrigal/lock': '' }, null],
  ])('of %s stops the run', async (_, lock: Files, holder) => {
    await using folder = await plainFolder({ ...before, ...lock })
    for (const run of [() => writeFiles(folder.path, writes), () => recoverWrites(folder.path)]) {
      const error: unknown = await run().catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(BusyError)
      expect(error).toMatchObject({ holder })
    }
    expect(await folder.files()).toEqual({ ...before, ...lock })
  })

  it.each([
    ['a dead process', DEAD],
    ['an earlier process with our number', process.pid],
  ])('of %s is taken over, and what was left while taking it is removed', async (_, pid) => {
    const helper = { '.madrigal/.lock.0123456789ab.tmp': JSON.stringify({ pid: DEAD, host: hostname() }) }
    await using folder = await plainFolder({ ...before, ...lockOf(pid) })
    await writeFiles(folder.path, writes)
    await folder.write(helper)
    expect(await recoverWrites(folder.path)).toEqual([])
    expect(Object.keys(await folder.files())).toEqual(writes.map(({ path: name }) => name).toSorted())
  })

  it('is taken over although the one that took it over died at that', async () => {
    const guard = JSON.stringify({ pid: DEAD, host: hostname(), key: 'ba9876543210' })
    await using folder = await plainFolder({
      ...before,
      ...lockOf(DEAD),
      '.madrigal/.lock.0123456789ab.tmp': guard,
    })
    await writeFiles(folder.path, writes)
    expect(Object.keys(await folder.files())).toEqual(writes.map(({ path: name }) => name).toSorted())
  })
})

describe('a journal that anybody may have written', () => {
  const entry = (
    name: string,
    temporary: string | null = `.${path.posix.basename(name)}.0123456789ab.tmp`,
    after: string | null = digest('y'),
  ): string => JSON.stringify({ files: [{ path: name, temporary, before: digest('x'), after }], folders: [] })

  it.each([
    ['is cut off', '{"files":['],
    ['has other fields', '{"files":[{"path":1}],"folders":[]}'],
    ['leads out by dots', entry('../outside.md')],
    ['leads out by dots inside', entry('adr/../../outside.md')],
    ['leads out from the root of the disk', entry('/etc/passwd')],
    ['leads out by a link', entry('link/outside.md')],
    ['leads to what belongs to git', entry('.git/config')],
    ['leads to what belongs to git by a link', entry('hooks/pre-commit')],
    ['has a temporary of another name', entry('adr/1.md', 'precious.md')],
    ['has a temporary in another folder', entry('adr/1.md', '../.1.md.0123456789ab.tmp')],
    ['deletes something outside', entry('../outside.md', null, null)],
    ['deletes what belongs to git', entry('.git/config', null, null)],
    ['writes without a temporary', entry('adr/1.md', null)],
    ['deletes with a temporary', entry('adr/1.md', undefined, null)],
    ['has a folder outside', '{"files":[],"folders":["../empty"]}'],
  ])('is refused when it %s', async (_, journal) => {
    await using outside = await plainFolder({ 'outside.md': 'x', '.outside.md.0123456789ab.tmp': 'y' })
    const files = { ...before, '.git/config': 'x', 'precious.md': 'y' }
    await using folder = await plainFolder({ ...files, '.madrigal/journal.json': journal })
    await symlink(outside.path, path.join(folder.path, 'link'))
    await symlink('.git', path.join(folder.path, 'hooks'))
    const found = await folder.files()
    for (const run of [() => recoverWrites(folder.path), () => writeFiles(folder.path, writes)])
      await expect(run()).rejects.toBeInstanceOf(JournalError)
    expect(await folder.files()).toEqual(found)
    expect(Object.keys(await outside.files())).toHaveLength(2)
  })

  it('does nothing as a draft either', async () => {
    await using folder = await plainFolder({ ...before, 'precious.md': 'y' })
    for (const draft of [entry('adr/1.md', 'precious.md'), entry('../here/precious.md'), '{"files":[']) {
      await folder.write({ '.madrigal/journal.tmp': draft })
      expect(await recoverWrites(folder.path)).toEqual([])
      expect(await folder.files()).toEqual({ ...before, 'precious.md': 'y' })
    }
  })
})
