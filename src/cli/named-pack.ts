import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Result, diagnoseFile, fail } from '../diagnostics/diagnostic.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { isPackPath } from '../profile/read-decisions.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { readOwnPack, readShippedFor, readShippedPack, shippedPacks } from '../workspace/packs.ts'
import { enclosingFolder } from '../workspace/repository.ts'
import { treeForNamed, workTree } from '../workspace/work-tree.ts'

/**
 * The pack that the command line names: the id of a shipped one, or the path of one's own.
 *
 * @param rules the repository whose rules are added to a shipped one, as for a profile; else it is read alone
 */
export async function readNamedPack(reference: string, cwd: string, rules?: FileTree): Promise<Result<Pack>> {
  if (isPackPath(reference)) {
    const root = enclosingFolder(cwd)
    const tree = treeForNamed(path.resolve(cwd, reference), root, workTree({ root, missing: null }))
    return readOwnPack(reference, { folder: cwd, tree }, cwd)
  }
  const known = await shippedPacks()
  if (known.includes(reference))
    return rules === undefined ? readShippedPack(reference) : readShippedFor(reference, rules, cwd)
  const nearest = findNearestName(reference, known)
  return fail(diagnoseFile('unknown-pack', reference, { criteria: reference, nearest, known }))
}
