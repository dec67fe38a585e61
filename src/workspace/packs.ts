import path from 'node:path'
import { parsePack } from '../criteria/parse-pack.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Result } from '../diagnostics/diagnostic.ts'
import { namesIn, readSource } from './files.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'criteria')

/** Ids of the packs that come with Madrigal, in code-unit order. */
export const shippedPacks = async (): Promise<readonly string[]> =>
  (await namesIn(shippedFolder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))

/** Whether a reference to a pack is a path rather than the id of a shipped pack. */
export const isPackPath = (reference: string): boolean => /[/\\]|\.ya?ml$/i.test(reference)

const shipped = new Map<string, Promise<Result<Pack>>>()

/** Reads a shipped pack, once in a process: many profiles ask for the same one. */
export function readShippedPack(id: string): Promise<Result<Pack>> {
  const known = shipped.get(id) ?? parseShippedPack(id)
  shipped.set(id, known)
  return known
}

async function parseShippedPack(id: string): Promise<Result<Pack>> {
  const source = await readSource(path.join(shippedFolder, `${id}.yaml`), `criteria/${id}.yaml`)
  return source.ok ? parsePack(source.value) : source
}
