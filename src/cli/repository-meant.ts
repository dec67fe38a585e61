import { realpathSync } from 'node:fs'
import path from 'node:path'
import { makeVisible } from '../report/visible-text.ts'
import { type Repository, enclosingFolder, findRepository } from '../workspace/repository.ts'
import { isBelow } from '../workspace/files.ts'
import type { Invocation } from './invocation.ts'
import { refuse } from './problems.ts'

/**
 * The repository of the files that a command is given; where it is given none, the one around the current folder. A profile
 * of a submodule or of a folder beside this one has its records there, from wherever it is named.
 */
export async function repositoryMeant(invocation: Invocation, named: readonly string[]): Promise<Repository> {
  const { cwd } = invocation
  const here = await findRepository(cwd)
  const [first, ...others] = await Promise.all(named.map((name) => repositoryAround(name, cwd, here)))
  const other = others.findIndex(({ root }) => root !== first?.root)
  if (first !== undefined && other !== -1) {
    const [one, two] = [named[0], named[other + 1]].map((name = '') => `\`${makeVisible(name)}\``)
    refuse(
      invocation,
      `${one} and ${two} are in different repositories`,
      'give one run the files of one of them',
    )
  }
  return first ?? here
}

async function repositoryAround(name: string, cwd: string, here: Repository): Promise<Repository> {
  const written = path.dirname(path.resolve(cwd, name))
  const folder = existingFolder(written)
  // A link that a pull request brings leads nowhere: what is refused here is not looked for elsewhere.
  if (isBelow(here.root, written) && !isBelow(here.root, folder)) return here
  if (enclosingFolder(folder) === here.root) return here
  const found = await findRepository(folder)
  return found.missing === null ? found : here
}

/** A pattern, or a mistake, names folders that are not there. */
function existingFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return existingFolder(path.dirname(folder))
  }
}

/** Whether a name on the command line is that of a record, not of a profile. */
export const isRecordPath = (name: string): boolean => name.endsWith('.md')

/** Where the nearest profile is looked for. Who names a record of another repository is not in it. */
export const startIn = ({ root }: Repository, cwd: string): string => (isBelow(root, cwd) ? cwd : root)
