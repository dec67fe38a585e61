import * as z from 'zod/mini'
import {
  type Diagnostic,
  type Result,
  type SourceText,
  diagnose,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type DocumentNode, findChild, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { validate } from '../document/validate.ts'
import { buildPack } from './build-pack.ts'
import { checkPack } from './check-pack.ts'
import type { Pack } from './pack.ts'
import { buildPackSchema } from './schema.ts'

const schema = buildPackSchema(z.unknown())

/**
 * Read a criteria pack.
 *
 * @param source the YAML text, with the name that messages show
 * @param taken ids of other packs, which this one cannot have
 * @returns the pack, or every problem with its place; throws nothing
 * @see docs/packs.md for the format
 */
export function parsePack(source: SourceText, taken: readonly string[] = []): Result<Pack> {
  const document = readYaml(source)
  if (!document.ok) return document
  const { root } = document.value
  const written = validate(document.value, schema)
  const problems = [
    ...(written.ok ? [] : written.diagnostics),
    ...checkPack(root),
    ...checkOwnIds(root, taken),
  ]
  if (!written.ok || problems.length > 0) return fail(...sortDiagnostics(problems))
  return succeed(buildPack(written.value, root))
}

/** Records are named by the id of their pack, and must not change hands. */
function checkOwnIds(root: DocumentNode, taken: readonly string[]): readonly Diagnostic[] {
  const own = findChild(root, 'id')
  const former = itemsOf(findChild(root, 'renames'))
  return [...(own === undefined ? [] : [own]), ...former].flatMap((node): readonly Diagnostic[] => {
    const id = textOf(node)
    if (id === undefined) return []
    if (node !== own && id === textOf(own)) return [diagnose('still-there', node.place, { kind: 'pack', id })]
    return taken.includes(id) ? [diagnose('taken-id', node.place, { id })] : []
  })
}
