import { type Files, type Folder, gitFolder, plainFolder } from './git-folder.ts'

/** A clone of a bare remote with one commit on `main`, as a developer has it. */
export async function cloned(
  files: Files,
  prepare: (folder: Folder) => Promise<unknown> = async () => {},
): Promise<Folder> {
  const folder = await gitFolder(files)
  const remote = await plainFolder({}, 'remote.git')
  await prepare(folder)
  await commitAll(folder, 'Begin')
  await remote.git('init', '--quiet', '--bare', '--template=', '--initial-branch=main')
  await folder.git('remote', 'add', 'origin', remote.path)
  await folder.git('push', '--quiet', 'origin', 'main')
  await folder.git('remote', 'set-head', 'origin', 'main')
  return {
    ...folder,
    [Symbol.asyncDispose]: async () => {
      await folder[Symbol.asyncDispose]()
      await remote[Symbol.asyncDispose]()
    },
  }
}

export async function commitAll(folder: Folder, message: string): Promise<void> {
  await folder.git('add', '--all')
  await folder.git('commit', '--quiet', '--allow-empty', '--message', message)
}

/** A branch from `main` with one commit, in the place of the last one. */
export async function branchWith(
  folder: Folder,
  change: (folder: Folder) => Promise<unknown>,
): Promise<void> {
  await folder.git('checkout', '--quiet', '-B', 'pull-request', 'main')
  await change(folder)
  await commitAll(folder, 'Change')
}
