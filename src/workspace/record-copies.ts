import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { decisionOfId } from '../record/record-name.ts'
import { disk } from './file-tree.ts'
import { namesIn, readIfThere } from './files.ts'

/** Where the machine keeps one of its copies of a record. */
type PathOf = (id: string) => string

/** The machine's own copies, by id. */
export async function readCopies(
  root: string,
  ids: Iterable<string>,
  pathOf: PathOf,
  tree = disk,
): Promise<Result<ReadonlyMap<string, string>>> {
  const copies: Result<readonly (readonly [string, string])[]>[] = []
  for (const id of ids) {
    const text = await readIfThere(path.join(root, pathOf(id)), pathOf(id), tree)
    copies.push(text.ok ? succeed(text.value === null ? [] : [[id, text.value]]) : text)
  }
  const found = joinResults(copies)
  return found.ok ? succeed(new Map(found.value.flat())) : found
}

/** The ids of all records of the same decisions of which there are copies, whether they are still there or not. */
export async function idsWithCopies(
  root: string,
  ids: readonly string[],
  pathOf: PathOf,
  tree = disk,
): Promise<Result<readonly string[]>> {
  const decisions = new Set(ids.map(decisionOfId))
  const found: Result<readonly string[]>[] = []
  for (const folder of new Set(ids.map((id) => path.posix.dirname(pathOf(id))))) {
    const names = await namesIn(path.join(root, folder), folder, tree)
    const idOf = (name: string): string => `${path.posix.basename(folder)}/${name.slice(0, -'.md'.length)}`
    found.push(
      names.ok ? succeed(names.value.map(idOf).filter((id) => decisions.has(decisionOfId(id)))) : names,
    )
  }
  const all = joinResults(found)
  return all.ok ? succeed(all.value.flat()) : all
}
