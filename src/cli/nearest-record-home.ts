import path from 'node:path'
import type { Result } from '../diagnostics/diagnostic.ts'
import { findChild, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { displayPath, readSource } from '../workspace/files.ts'
import { findProfile } from '../workspace/find-profile.ts'
import { type RecordHome, findRecordHome } from '../workspace/record-home.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'
import type { Invocation } from './invocation.ts'
import { startIn } from './repository-meant.ts'

/**
 * The record directory for a command that judges no profile: as wanted, or as the nearest profile has it.
 *
 * @param name where the wish was read, for a message
 */
export async function nearestRecordHome(
  invocation: Invocation,
  repository: Repository,
  wanted: string | undefined,
  name: string,
): Promise<Result<RecordHome>> {
  const { cwd } = invocation
  const { root, missing } = repository
  const tree = steadyTree(repository)
  const start = startIn(repository, cwd)
  const profile = await findProfile(start, missing === null ? root : cwd, tree)
  const folder = profile === null ? start : path.dirname(profile)
  const configured = wanted ?? (profile === null ? undefined : await directoryIn(profile, invocation, tree))
  return findRecordHome({ root, folder, configured, name, tree })
}

/** `record.directory` of a profile. One that is broken does not keep anyone from working with records. */
async function directoryIn(
  profile: string,
  { cwd, stderr }: Invocation,
  tree: FileTree,
): Promise<string | undefined> {
  const name = displayPath(profile, cwd)
  const source = await readSource(profile, name, tree)
  const document = source.ok ? readYaml(source.value) : source
  if (document.ok) return textOf(findChild(findChild(document.value.root, 'record'), 'directory'))
  stderr.write(`warning: cannot read \`${name}\`, so a \`record.directory\` in it does not count\n`)
  return undefined
}
