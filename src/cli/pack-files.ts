import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Result, type SourceText, fail, succeed } from '../diagnostics/diagnostic.ts'
import { displayPath, readSource, isAbsent } from '../workspace/files.ts'
import { type FileTree, disk } from '../workspace/file-tree.ts'
import { matchingFiles } from '../workspace/git-files.ts'
import { locatePack } from '../workspace/locate-pack.ts'
import { isPackPath } from '../profile/read-decisions.ts'
import { readOwnPack, shippedFile } from '../workspace/packs.ts'
import { enclosingFolder, findRepository } from '../workspace/repository.ts'
import { treeForNamed, workTree } from '../workspace/work-tree.ts'
import type { Invocation } from './invocation.ts'
import { readNamedPack } from './named-pack.ts'
import { refuse } from './problems.ts'

/** A pack with the text that it was read from, and the text of the cases that lie beside it. */
export interface PackFile {
  readonly pack: Pack
  readonly source: SourceText
  /** Null where there is no such file. */
  readonly cases: SourceText | null
  readonly casesName: string
}

const CASES = '.test.yaml'

/**
 * The files of a pack that the command line names; its cases can be named as well.
 *
 * @param commit where they lie, unless it is the disk
 */
export async function readPackFile(
  reference: string,
  cwd: string,
  commit?: FileTree,
): Promise<Result<PackFile>> {
  const named = reference.endsWith(CASES) ? `${reference.slice(0, -CASES.length)}.yaml` : reference
  const pack = await (commit === undefined
    ? readNamedPack(named, cwd)
    : readOwnPack(named, { folder: cwd, tree: commit }, cwd))
  if (!pack.ok) return pack
  const isOwn = isPackPath(named)
  const { file, tree } = isOwn
    ? await locatePack(named, { folder: cwd, tree: commit ?? treeNamed(named, cwd) })
    : { file: shippedFile(named), tree: disk }
  const nameOf = (of: string): string => (isOwn ? displayPath(of, cwd) : `criteria/${path.basename(of)}`)
  const beside = file.replace(/\.ya?ml$/i, CASES)
  const source = await readSource(file, nameOf(file), tree)
  const cases = await readSource(beside, nameOf(beside), tree)
  if (!source.ok) return source
  if (!cases.ok && !isAbsent(cases)) return fail(...cases.diagnostics)
  return succeed({
    pack: pack.value,
    source: source.value,
    cases: cases.ok ? cases.value : null,
    casesName: nameOf(beside),
  })
}

function treeNamed(reference: string, cwd: string): FileTree {
  const root = enclosingFolder(cwd)
  return treeForNamed(path.resolve(cwd, reference), root, workTree({ root, missing: null }))
}

/** The packs below a folder that git knows or would add, and that have cases beside them. */
export async function packsWithCases(invocation: Invocation): Promise<readonly string[]> {
  const names = await yamlBelow(invocation)
  const cases = new Set(names.filter((name) => name.endsWith(CASES)))
  return packsAmong(
    invocation,
    names.filter((name) => cases.has(name.replace(/\.ya?ml$/i, CASES))),
  )
}

/** The packs below a folder that git knows or would add. */
export const packsBelow = async (invocation: Invocation): Promise<readonly string[]> =>
  packsAmong(
    invocation,
    (await yamlBelow(invocation)).filter((name) => !name.endsWith(CASES)),
  )

async function yamlBelow(invocation: Invocation): Promise<readonly string[]> {
  const { missing } = await findRepository(invocation.cwd)
  if (missing !== null) refuse(invocation, `${missing}: which packs are meant is not said`, 'name one')
  return matchingFiles(invocation.cwd, '**/*.y*ml')
}

/** Other programs have files of such names as well. */
async function packsAmong({ cwd }: Invocation, names: readonly string[]): Promise<readonly string[]> {
  const packs: string[] = []
  for (const name of names) {
    const source = await readSource(path.join(cwd, name), name, disk)
    if (source.ok && isPackText(source.value.text)) packs.push(`./${name}`)
  }
  return packs
}

/** A pack has criteria, options and facts; a house says what it extends, and for whom. */
const isPackText = (text: string): boolean =>
  [
    ['criteria', 'options', 'facts'],
    ['extends', 'id', 'title'],
  ].some((keys) => keys.every((key) => hasKey(text, key)))

const hasKey = (text: string, key: string): boolean => new RegExp(`^${key}:`, 'm').test(text)
