import path from 'node:path'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { displayPath } from '../workspace/files.ts'
import { disk } from '../workspace/file-tree.ts'
import { findProfile } from '../workspace/find-profile.ts'
import { explainGit } from '../workspace/git-failure.ts'
import { OTHER_PROFILE_NAME, isGlob, matchingFiles, profilesBelow } from '../workspace/git-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'
import { startIn } from './repository-meant.ts'

/**
 * The profiles that are meant by paths and patterns, each once. Where none is named: every one of the repository, which may
 * have none, if all are wanted; else the nearest, as where there is no repository.
 */
export async function profilesMeant(
  named: readonly string[],
  cwd: string,
  repository: Repository,
  all = false,
): Promise<Result<readonly string[]>> {
  const { root, missing } = repository
  if (named.length > 0) return namedProfiles(named, cwd)
  if (all && missing === null)
    return succeed((await profilesBelow(root)).map((file) => path.join(root, file)))
  const nearest = await nearestProfile(cwd, repository)
  return nearest.ok ? succeed([nearest.value]) : nearest
}

/** The nearest profile, from a folder upward to the root of the repository. */
export async function nearestProfile(cwd: string, repository: Repository): Promise<Result<string>> {
  const { root, missing } = repository
  const found = await findProfile(
    startIn(repository, cwd),
    missing === null ? root : cwd,
    steadyTree(repository),
  )
  return found === null ? fail(await missingProfile(cwd, repository)) : succeed(found)
}

/** There is no profile; perhaps there are some below, or one has another name. */
export async function missingProfile(cwd: string, { root, missing }: Repository): Promise<Diagnostic> {
  const isHere = await disk.isFile(path.join(cwd, OTHER_PROFILE_NAME))
  const [below, others] =
    missing === null
      ? await Promise.all([profilesBelow(cwd), matchingFiles(root, `**/${OTHER_PROFILE_NAME}`)])
      : [[], []]
  const other = isHere ? path.join(cwd, OTHER_PROFILE_NAME) : others[0] && path.join(root, others[0])
  return diagnoseFile('profile-missing', '.', {
    below,
    misnamed: other === undefined ? null : displayPath(other, cwd),
  })
}

async function namedProfiles(named: readonly string[], cwd: string): Promise<Result<readonly string[]>> {
  const found = new Set<string>()
  const problems: Diagnostic[] = []
  for (const name of named) {
    const files = await filesMeant(name, cwd)
    if (files.ok) for (const file of files.value) found.add(file)
    else problems.push(...files.diagnostics)
  }
  return problems.length > 0 ? fail(...problems) : succeed([...found])
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
