import path from 'node:path'
import { type Result, type SourceText, succeed } from '../diagnostics/diagnostic.ts'
import type { TemplateText } from '../record/render-record.ts'
import { disk } from './file-tree.ts'
import { type Origin, readNamedSource, readSource } from './files.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'templates')
const partialNames = ['decision', 'against', 'changes', 'confirmation', 'sources', 'point'] as const

const shipped = new Map<string, Promise<Result<TemplateText>>>()

/**
 * Reads a shipped template by name, once in a process, or a person's own by path; with the shipped partials that it may
 * use.
 */
export function readTemplate(template: string, origin: Origin, cwd: string): Promise<Result<TemplateText>> {
  if (template !== 'madr' && template !== 'nygard')
    return withPartials(() => readNamedSource(template, origin, cwd))
  const known =
    shipped.get(template) ??
    withPartials(() => readSource(path.join(shippedFolder, `${template}.md.hbs`), template, disk))
  shipped.set(template, known)
  return known
}

async function withPartials(readMain: () => Promise<Result<SourceText>>): Promise<Result<TemplateText>> {
  const main = await readMain()
  if (!main.ok) return main
  const partials: Record<string, string> = {}
  for (const partial of partialNames) {
    const text = await readSource(path.join(shippedFolder, 'partials', `${partial}.md.hbs`), partial, disk)
    if (!text.ok) return text
    partials[partial] = text.value.text
  }
  return succeed({ text: main.value.text, partials })
}
