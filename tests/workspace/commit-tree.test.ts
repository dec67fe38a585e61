import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openCommit } from '../../src/workspace/commit-tree.ts'
import { type FileTree, disk } from '../../src/workspace/file-tree.ts'
import { codeOf } from '../../src/workspace/files.ts'
import { gitFolder } from '../support/git-folder.ts'
import { commitAll } from '../support/pull-request.ts'

const paths = [
  '',
  'a',
  'a/b.md',
  'a/c',
  'a/c/d.md',
  'e',
  'nothing',
  'a/b.md/x',
  'link.md',
  'folder',
  'folder/c/d.md',
]
const links = ['up', 'up/b.md', 'loop', 'away', 'away/x', 'chain']

/** What a tree says of a path, or the code of the error. Nobody tells apart what is missing and what has a file above it. */
async function answers(tree: FileTree, root: string, name: string): Promise<object> {
  const file = path.join(root, name)
  const attempt = <T>(answer: Promise<T>): Promise<T | string | undefined> =>
    answer.catch((error: unknown) => codeOf(error)?.replace('ENOTDIR', 'ENOENT'))
  return {
    name,
    read: String(await attempt(tree.read(file))),
    names: await attempt(
      tree.names(file).then((names) => names.filter((entry) => entry !== '.git').toSorted()),
    ),
    isFolder: await tree.isFolder(file),
    isFile: await tree.isFile(file),
    realPath: await attempt(tree.realPath(file)),
  }
}

it('a commit is read as the disk is, and its links lead nowhere else', async () => {
  await using folder = await gitFolder({
    'a/b.md': 'b',
    'a/c/d.md': 'd\r\n\u00e9',
    e: '',
    'x y/`"\'.md': '?',
  })
  const { path: root } = folder
  const targets = {
    'link.md': 'a/b.md',
    folder: 'a',
    'a/c/up': '../../a',
    up: 'a/c/up',
    loop: 'loop',
    chain: 'folder/b.md',
  }
  for (const [name, target] of Object.entries(targets)) await symlink(target, path.join(root, name))
  await commitAll(folder, 'Begin')
  const commit = (await folder.git('rev-parse', 'HEAD')).trim()
  const tree = await openCommit(root, commit)
  for (const name of [...paths, ...links, 'x y/`"\'.md'])
    expect(await answers(tree, root, name)).toEqual(await answers(disk, root, name))
  expect(await tree.listMarkdown()).toEqual(['a/b.md', 'a/c/d.md', 'link.md', 'x y/`"\'.md'])
  await symlink('/etc', path.join(root, 'away'))
  await symlink(`../${path.basename(root)}/a`, path.join(root, 'round'))
  await commitAll(folder, 'Away')
  const later = await openCommit(root, (await folder.git('rev-parse', 'HEAD')).trim())
  for (const name of ['away', 'away/passwd', 'round/b.md', '..', '../here/../x'])
    expect(await answers(later, root, name)).toMatchObject({
      read: 'EOUTSIDE',
      names: 'EOUTSIDE',
      isFolder: false,
    })
  await symlink('.git/config', path.join(root, 'settings'))
  await commitAll(folder, 'Git')
  const last = await openCommit(root, (await folder.git('rev-parse', 'HEAD')).trim())
  await expect(last.read(path.join(root, 'settings'))).rejects.toMatchObject({ code: 'EGIT' })
})
