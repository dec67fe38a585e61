import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { disk } from './file-tree.ts'
import { readSource } from './files.ts'
import { packageFolder } from './shipped.ts'

/** What a new pack is called where it comes from. */
const TEMPLATE = 'new-pack'

/** A pack to start from and its cases, with an id of their own and the day on which it is begun. */
export async function newPackTexts(
  id: string,
  today: string,
): Promise<Result<{ readonly pack: string; readonly cases: string }>> {
  const [pack, cases] = [await read(`${TEMPLATE}.yaml`), await read(`${TEMPLATE}.test.yaml`)]
  if (!pack.ok) return pack
  if (!cases.ok) return cases
  return succeed({
    pack: pack.value.text
      .replace(`id: ${TEMPLATE}`, `id: ${id}`)
      .replace(/^verified: \S+/m, `verified: ${today}`),
    cases: cases.value.text.replaceAll(`\`${TEMPLATE}\``, `\`${id}\``),
  })
}

const read = (name: string) =>
  readSource(path.join(packageFolder, 'templates/pack', name), `templates/pack/${name}`, disk)
