import * as z from 'zod/mini'
import { type Result, type SourceText, fail, succeed } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
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
 * @returns the pack, or every problem with its place; throws nothing
 * @see docs/packs.md for the format
 */
export function parsePack(source: SourceText): Result<Pack> {
  const document = readYaml(source)
  if (!document.ok) return document
  const { root } = document.value
  const written = validate(document.value, schema)
  const problems = [...(written.ok ? [] : written.diagnostics), ...checkPack(root)]
  if (!written.ok || problems.length > 0) return fail(...sortDiagnostics(problems))
  return succeed(buildPack(written.value, root))
}
