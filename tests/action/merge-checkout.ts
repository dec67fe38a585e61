import { breakfast } from '../cli/drinks.ts'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'

interface MergeCheckout extends AsyncDisposable {
  readonly workspace: Folder
  readonly event: object
}

/**
 * A pull request as actions/checkout leaves it: a clone of a bare remote with its branches, at the commit that would merge
 * the change. On the base the record follows from the profile.
 */
export async function mergeCheckout(
  change: Files,
  { base = 'main', head = 'serve-tea' }: { readonly base?: string; readonly head?: string } = {},
): Promise<MergeCheckout> {
  const workspace = await gitFolder()
  const remote = await plainFolder({}, 'remote.git')
  await remote.git('init', '--quiet', '--bare', '--template=')
  await using author = await gitFolder(breakfast())
  const commit = async (): Promise<void> => {
    await author.git('add', '--all')
    await author.git('commit', '--quiet', '--message', 'More')
  }
  await inProcess(author, 'generate', '--date', '2026-11-01').outcome()
  await commit()
  await author.git('switch', '--quiet', '--create', 'change')
  await author.write(change)
  await commit()
  await author.git('switch', '--quiet', '--detach', 'main')
  await author.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'change')
  const pushed = [`main:refs/heads/${base}`, `change:refs/heads/${head}`, 'HEAD:refs/pull/7/merge']
  await author.git('push', '--quiet', remote.path, ...pushed)
  const fetched = ['+refs/heads/*:refs/remotes/origin/*', '+refs/pull/7/merge:refs/remotes/pull/7/merge']
  await workspace.git('remote', 'add', 'origin', remote.path)
  await workspace.git('fetch', '--quiet', 'origin', ...fetched)
  await workspace.git('checkout', '--quiet', '--detach', 'refs/remotes/pull/7/merge')
  return {
    workspace,
    event: { pull_request: { number: 7, base: { ref: base }, head: { ref: head } } },
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]()
      await remote[Symbol.asyncDispose]()
    },
  }
}
