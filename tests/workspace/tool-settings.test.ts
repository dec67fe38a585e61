import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { disk } from '../../src/workspace/file-tree.ts'
import { nearestSettings } from '../../src/workspace/tool-settings.ts'
import { type Files, plainFolder } from '../support/git-folder.ts'

const settingsFrom = async (folder: string, files: Files) => {
  await using repository = await plainFolder(files)
  return await nearestSettings(repository.path, path.join(repository.path, folder), disk)
}

describe.concurrent('the settings of other tools', () => {
  it.for([
    ['.adr-dir', 'doc/adr\n', { adrDir: 'doc/adr' }],
    ['adrs.toml', 'adr_dir = "doc/adr"\n', { adrsToml: 'doc/adr' }],
    ['.log4brains.yml', 'project:\n  adrFolder: ./doc/adr\n', { log4brains: './doc/adr' }],
  ] as const)('are read from %s at the root', async ([name, text, settings]) => {
    expect(await settingsFrom('.', { [name]: text })).toEqual({ ok: true, value: settings })
    expect(await settingsFrom('services/a', { [name]: text })).toEqual({ ok: true, value: settings })
  })

  it.for([
    ['.adr-dir', 'doc/adr\n', { adrDir: 'services/doc/adr' }],
    ['.adr-dir', '../adr', { adrDir: 'adr' }],
    ['.adr-dir', '..\\adr', { adrDir: 'adr' }],
    ['.adr-dir', '../../adr', { adrDir: '../adr' }],
    ['.adr-dir', '/etc/adr', { adrDir: '/etc/adr' }],
    ['.adr-dir', '\n', { adrDir: '' }],
    ['adrs.toml', 'adr_dir = "doc/adr"\n', { adrsToml: 'services/doc/adr' }],
    ['.log4brains.yml', 'project:\n  adrFolder: ./doc/adr\n', { log4brains: 'services/doc/adr' }],
  ] as const)('are relative to the folder of %s, here %j', async ([name, text, settings]) => {
    const files = { [`services/${name}`]: text, '.adr-dir': 'another' }
    expect(await settingsFrom('services/a/b', files)).toEqual({ ok: true, value: settings })
  })

  it.for([
    ['packages/x', 'packages/x/adr'],
    ['packages/x/src/a', 'packages/x/adr'],
    ['packages/xyz', 'docs/adr'],
    ['packages/silent', 'docs/adr'],
    ['.', 'docs/adr'],
  ] as const)('are those of a package of log4brains around %s', async ([folder, adrFolder]) => {
    const text = `project:
  adrFolder: docs/adr
  packages:
    - { name: x, path: ./packages/x/, adrFolder: packages/x/adr }
    - { name: silent, path: packages/silent }
    - { name: broken }
`
    expect(await settingsFrom(folder, { '.log4brains.yml': text })).toEqual({
      ok: true,
      value: { log4brains: adrFolder },
    })
  })

  it('are those of the nearest folder that has any', async () => {
    const files = {
      '.adr-dir': 'one',
      'services/adrs.toml': 'adr_dir = "two"',
      'services/a/.log4brains.yml': 'project: {}\n',
      'services/a/adrs.toml': 'adr_dir = = "broken"',
      'services/b/.adr-dir': 'three',
    }
    expect(await settingsFrom('services/a', files)).toEqual({ ok: true, value: { adrsToml: 'services/two' } })
    expect(await settingsFrom('services', files)).toEqual({ ok: true, value: { adrsToml: 'services/two' } })
    expect(await settingsFrom('.', files)).toEqual({ ok: true, value: { adrDir: 'one' } })
  })

  it('are never looked for above the root', async () => {
    await using outside = await plainFolder({ '.adr-dir': 'outside', 'inside/a/x.txt': '' })
    const root = path.join(outside.path, 'inside')
    expect(await nearestSettings(root, path.join(root, 'a'), disk)).toEqual({ ok: true, value: {} })
  })
})
