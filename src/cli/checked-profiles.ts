import path from 'node:path'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { disk } from '../workspace/file-tree.ts'
import { explainGit } from '../workspace/git-failure.ts'
import { isGlob, matchingFiles, profilesBelow } from '../workspace/git-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { profileFiles } from './read-profile.ts'

/**
 * The profiles that are meant by paths and patterns, each once, in code-unit order; where none is named, every one of the
 * repository, which may have none, or the nearest where there is no repository.
 */
export async function checkedProfiles(
  named: readonly string[],
  cwd: string,
  repository: Repository,
): Promise<Result<readonly string[]>> {
  const { root, missing } = repository
  if (named.length === 0 && missing !== null) return profileFiles([], cwd, repository)
  if (named.length === 0) {
    const files = await profilesBelow(root)
    return succeed(files.map((file) => path.join(root, file)))
  }
  const found = new Set<string>()
  const problems: Diagnostic[] = []
  for (const name of named) {
    const files = await filesMeant(name, cwd)
    if (files.ok) for (const file of files.value) found.add(file)
    else problems.push(...files.diagnostics)
  }
  return problems.length > 0 ? fail(...problems) : succeed([...found].toSorted((a, b) => (a < b ? -1 : 1)))
}

async function filesMeant(name: string, cwd: string): Promise<Result<readonly string[]>> {
  const file = path.resolve(cwd, name)
  // A file may have such a name.
  if (!isGlob(name) || (await disk.isFile(file))) return succeed([file])
  try {
    const files = await matchingFiles(cwd, name)
    return files.length === 0
      ? fail(diagnoseFile('file-missing', name, {}))
      : succeed(files.map((match) => path.resolve(cwd, match)))
  } catch (error) {
    return fail(diagnoseFile('not-readable', name, { what: 'file', reason: explainGit(error) }))
  }
}
