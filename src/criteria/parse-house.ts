import * as z from 'zod/mini'
import { type Diagnostic, type Result, type SourceText, fail, succeed } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { findChild, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { type CriteriaRequest, checkPin } from '../profile/read-decisions.ts'
import { validate } from '../document/validate.ts'
import { buildHouse } from './build-house.ts'
import { checkPack } from './check-pack.ts'
import { buildHouseSchema } from './house-schema.ts'
import type { Pack } from './pack.ts'

const schema = buildHouseSchema(z.unknown())

/**
 * The comparison that a house extends, as the file names it.
 *
 * @param source the YAML text of a pack or a house
 * @returns an id or a path with its place; null for a pack that extends nothing, and for what cannot be read
 */
export function extendedCriteria(source: SourceText): CriteriaRequest | null {
  // Most packs extend nothing, and are long.
  if (!/\bextends["']?\s*:/.test(source.text)) return null
  const document = readYaml(source)
  const extension = document.ok ? findChild(document.value.root, 'extends') : undefined
  if (extension === undefined) return null
  const node = findChild(extension, 'criteria') ?? extension
  return { criteria: textOf(node) ?? '', place: node.place }
}

/** What is wrong with the form of a house, whatever it extends. */
export function checkHouseForm(source: SourceText): readonly Diagnostic[] {
  const document = readYaml(source)
  const written = document.ok ? validate(document.value, schema) : document
  return written.ok ? [] : sortDiagnostics(written.diagnostics)
}

/**
 * Read a house: what an organisation adds to a comparison, or counts otherwise.
 *
 * @param source the YAML text, with the name that messages show
 * @param base the comparison that it extends, from `parsePack`
 * @returns a pack that is weighed with both, whose `house` has the comparison alone; or every problem with its place
 * @see docs/packs.md for the format
 */
export function parseHouse(source: SourceText, base: Pack): Result<Pack> {
  const document = readYaml(source)
  if (!document.ok) return document
  const { root } = document.value
  // Over another comparison than the one that is meant, the rest may be wrong or right.
  const pins = checkPin(findChild(root, 'extends'), base)
  if (pins.length > 0) return fail(...pins)
  const written = validate(document.value, schema)
  const problems = [...(written.ok ? [] : written.diagnostics), ...checkPack(root, base)]
  if (!written.ok || problems.length > 0) return fail(...sortDiagnostics(problems))
  return succeed(buildHouse(written.value, root, base))
}
