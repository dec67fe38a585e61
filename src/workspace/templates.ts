import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import type { Template } from '../record/template.ts'
import { disk } from './file-tree.ts'
import { type Origin, readNamedSource, readSource } from './files.ts'
import { preparedTemplates } from './prepared.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'templates')
const partialNames = ['decision', 'against', 'changes', 'confirmation', 'sources', 'point'] as const

const shippedNames = ['madr', 'nygard'] as const
type ShippedName = (typeof shippedNames)[number]

const isShipped = (name: string): name is ShippedName => shippedNames.some((shipped) => shipped === name)

const shipped = new Map<string, Promise<Result<Template>>>()

/**
 * Reads a shipped template by name, once in a process, or a person's own by path; with the shipped partials that it may
 * use.
 */
export async function readTemplate(template: string, origin: Origin, cwd: string): Promise<Result<Template>> {
  if (!isShipped(template)) {
    const own = await readNamedSource(template, origin, cwd)
    return own.ok ? compiled(own.value.text) : own
  }
  const known = shipped.get(template) ?? loadShipped(template)
  shipped.set(template, known)
  return known
}

async function loadShipped(name: ShippedName): Promise<Result<Template>> {
  const prepared = preparedTemplates.get(name)
  if (prepared !== undefined) return succeed(await prepared())
  const source = await readSource(path.join(shippedFolder, `${name}.md.hbs`), name, disk)
  return source.ok ? compiled(source.value.text) : source
}

async function compiled(text: string): Promise<Result<Template>> {
  const partials: Record<string, string> = {}
  for (const partial of partialNames) {
    const source = await readSource(path.join(shippedFolder, 'partials', `${partial}.md.hbs`), partial, disk)
    if (!source.ok) return source
    partials[partial] = source.value.text
  }
  const { compileTemplate } = await import('../record/compile-template.ts')
  return succeed(compileTemplate({ text, partials }))
}
