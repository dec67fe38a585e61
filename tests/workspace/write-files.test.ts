import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FileChangedError, writeFiles } from '../../src/workspace/write-files.ts'
import { type Files, plainFolder } from '../support/git-folder.ts'

const before: Files = { 'a.md': 'old a', 'b/c.md': 'old c' }
const newA = { path: 'a.md', text: 'new a', expected: 'old a' }
const newC = { path: 'b/c.md', text: 'new c', expected: 'old c' }
const newD = { path: 'd/e/f.md', text: 'new f', expected: null }

const hiddenIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => path.basename(name).startsWith('.'))

describe('writing files', () => {
  it('replaces, creates, and makes the folders that are missing', async () => {
    await using folder = await plainFolder(before)
    await writeFiles(folder.path, [newA, newC, newD])
    expect(await folder.files()).toEqual({ 'a.md': 'new a', 'b/c.md': 'new c', 'd/e/f.md': 'new f' })
    expect(await hiddenIn(folder.path)).toEqual([])
  })

  it('writes a byte order mark and CRLF as they are', async () => {
    await using folder = await plainFolder()
    await writeFiles(folder.path, [{ path: 'a.md', text: '\uFEFFa\r\n', expected: null }])
    await writeFiles(folder.path, [{ path: 'a.md', text: '\uFEFFb\r\n', expected: '\uFEFFa\r\n' }])
    expect(await folder.files()).toEqual({ 'a.md': '\uFEFFb\r\n' })
  })

  it('deletes, also what is gone already, and leaves the folder', async () => {
    await using folder = await plainFolder(before)
    const gone = { path: 'x/gone.md', text: null, expected: null }
    await writeFiles(folder.path, [newA, { ...newC, text: null }, gone])
    expect(await folder.files()).toEqual({ 'a.md': 'new a' })
    expect(await readdir(folder.path)).toEqual(['a.md', 'b'])
  })

  it.each([
    ['to delete was saved meanwhile', { ...newC, text: null }, { 'b/c.md': 'by a person' }],
    ['to delete was removed meanwhile', { path: 'gone.md', text: null, expected: 'old' }, {}],
    ['was saved meanwhile', newC, { 'b/c.md': 'by a person' }],
    ['was created meanwhile', newD, { 'd/e/f.md': 'by a person' }],
    ['was removed meanwhile', { path: 'gone.md', text: 'new', expected: 'old' }, {}],
  ])('writes nothing when one of them %s', async (_, write, meanwhile: Files) => {
    await using folder = await plainFolder({ ...before, ...meanwhile })
    const writing = writeFiles(folder.path, [newA, write])
    await expect(writing).rejects.toBeInstanceOf(FileChangedError)
    await expect(writing).rejects.toMatchObject({ path: write.path })
    expect(await folder.files()).toEqual({ ...before, ...meanwhile })
    expect(await hiddenIn(folder.path)).toEqual([])
  })

  it('writes nothing when a folder cannot be made', async () => {
    await using folder = await plainFolder({ ...before, d: 'a file in the way' })
    await expect(writeFiles(folder.path, [newA, newC, newD])).rejects.toMatchObject({
      code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/),
    })
    expect(await folder.files()).toEqual({ ...before, d: 'a file in the way' })
    expect(await hiddenIn(folder.path)).toEqual([])
  })

  it('writes nothing when a folder stands where one of them would', async () => {
    await using folder = await plainFolder(before)
    await mkdir(path.join(folder.path, newD.path), { recursive: true })
    await expect(writeFiles(folder.path, [newA, newD])).rejects.toThrow(/f\.md/)
    expect(await hiddenIn(folder.path)).toEqual([])
    expect(await folder.files()).toEqual(before)
  })

  it('leaves no empty folder behind when it writes nothing', async () => {
    await using folder = await plainFolder({ ...before, 'z/y': 'a file in the way' })
    const inTheWay = { path: 'z/y/x.md', text: '', expected: null }
    await expect(writeFiles(folder.path, [newD, inTheWay])).rejects.toThrow()
    expect(await readdir(folder.path)).toEqual(['a.md', 'b', 'z'])
  })
})
