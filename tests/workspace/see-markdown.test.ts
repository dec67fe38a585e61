import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { listMarkdown } from '../../src/workspace/git-files.ts'
import { seeMarkdown } from '../../src/workspace/see-markdown.ts'
import { gitFolder, plainFolder } from '../support/git-folder.ts'

it('the file system shows the Markdown that git lists, and what git ignores', async () => {
  await using folder = await gitFolder({
    '.gitignore': 'out/\n',
    'README.md': '',
    'a/b/c ü.md': '',
    'a/b.txt': '',
    'out/0001-a.md': '',
    '.madrigal/base/python-vs-go/a@1.md': '',
  })
  await symlink('README.md', path.join(folder.path, 'link.md'))
  await folder.git('add', 'README.md')
  expect(seeMarkdown(folder.path)).toEqual(['README.md', 'a/b/c ü.md', 'out/0001-a.md'])
  expect(await listMarkdown(folder.path)).toEqual(['README.md', 'a/b/c ü.md', 'link.md'])
})

it('git is asked where there are many folders', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `f${index}`)
  await using folder = await plainFolder(Object.fromEntries(names.map((name) => [`${name}/a.md`, ''])))
  expect(seeMarkdown(folder.path)).toBe(null)
  expect(seeMarkdown(path.join(folder.path, 'f1'))).toEqual(['a.md'])
  expect(seeMarkdown(path.join(folder.path, 'none'))).toBe(null)
})
