import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { acceptedPath, basePath, pendingPath } from '../plan/change.ts'
import type { NumberedFiles } from '../plan/plan-renumber.ts'
import { recordsAmong } from '../plan/select-record.ts'
import { makeVisible } from '../report/visible-text.ts'
import { mainAmong, namesOnBranches, recordsIn } from '../workspace/branches.ts'
import { namesIn } from '../workspace/files.ts'
import { explainGit } from '../workspace/git.ts'
import { listMarkdown, sortMarkdown } from '../workspace/list-markdown.ts'
import { readMarkdown } from '../workspace/markdown-files.ts'
import { readCopies } from '../workspace/record-copies.ts'
import type { Repository } from '../workspace/repository.ts'
import type { Invocation } from './invocation.ts'
import { askBranches } from './other-branches.ts'

/** What is needed to give a record of a directory another number: every text that may link to it, and what is taken. */
export async function readNumberedFiles(
  invocation: Invocation,
  repository: Repository,
  directory: string,
): Promise<Result<NumberedFiles>> {
  const { root, missing } = repository
  const names = await namesIn(path.join(root, directory), directory)
  if (!names.ok) return names
  const own = names.value.filter((name) => name.endsWith('.md')).map((name) => `${directory}/${name}`)
  const listed = missing === null ? await listLinking(root) : succeed([])
  if (!listed.ok) return listed
  const { texts, unread } = await readMarkdown(root, sortMarkdown([...own, ...listed.value]))
  for (const file of unread)
    invocation.stderr.write(`note: cannot read \`${makeVisible(file)}\`; links in it stay as they are\n`)
  const ids = recordsAmong(texts).map(({ id }) => id)
  const copies = joinResults(
    await Promise.all([basePath, acceptedPath, pendingPath].map((pathOf) => copiesIn(root, ids, pathOf))),
  )
  if (!copies.ok) return copies
  const elsewhere = await askBranches(invocation, repository, (branches) =>
    namesOnBranches(root, branches, [directory]),
  )
  const main = await askBranches(invocation, repository, async (branches) => {
    const branch = mainAmong(branches)
    return branch === undefined
      ? null
      : { branch: shortName(branch.name), records: await recordsIn(root, branch.commit, directory) }
  })
  return succeed({
    directory,
    texts,
    unread,
    copies: new Map(copies.value.flat()),
    elsewhere: elsewhere?.get(directory) ?? [],
    main,
  })
}

/** A record is not to move while nobody knows who links to it. */
async function listLinking(root: string): Promise<Result<readonly string[]>> {
  try {
    return succeed(await listMarkdown(root))
  } catch (error) {
    return fail(diagnoseFile('not-readable', '.git', { what: 'folder', reason: explainGit(error) }))
  }
}

/** The machine's own copies of one kind, by path. */
async function copiesIn(
  root: string,
  ids: readonly string[],
  pathOf: (id: string) => string,
): Promise<Result<readonly (readonly [string, string])[]>> {
  const copies = await readCopies(root, ids, pathOf)
  return copies.ok ? succeed([...copies.value].map(([id, text]) => [pathOf(id), text])) : copies
}

const shortName = (branch: string): string => branch.replace(/^refs\/(?:heads|remotes)\//, '')
