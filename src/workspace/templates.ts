import path from 'node:path'
import { type Result, type SourceText, succeed } from '../diagnostics/diagnostic.ts'
import type { TemplateText } from '../record/render-record.ts'
import { displayPath, readSource, readSourceInside } from './files.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'templates')
const partialNames = ['body', 'point'] as const

/** Where a template's name was read: paths are relative to that folder, and may have to stay inside another. */
export interface TemplateOrigin {
  readonly folder: string
  /** Null where a person named the template on the command line. */
  readonly root: string | null
}

/** Reads a shipped template by name, or a person's own by path, with the shipped partials that it may use. */
export async function readTemplate(
  template: string,
  { folder, root }: TemplateOrigin,
  cwd: string,
): Promise<Result<TemplateText>> {
  const main = await readMain(template, { folder, root }, cwd)
  if (!main.ok) return main
  const partials: Record<string, string> = {}
  for (const partial of partialNames) {
    const text = await readSource(path.join(shippedFolder, 'partials', `${partial}.md.hbs`), partial)
    if (!text.ok) return text
    partials[partial] = text.value.text
  }
  return succeed({ text: main.value.text, partials })
}

async function readMain(
  template: string,
  { folder, root }: TemplateOrigin,
  cwd: string,
): Promise<Result<SourceText>> {
  if (template === 'madr' || template === 'nygard')
    return readSource(path.join(shippedFolder, `${template}.md.hbs`), template)
  const file = path.resolve(folder, template)
  return root === null
    ? readSource(file, displayPath(file, cwd))
    : readSourceInside(template, folder, root, cwd)
}
