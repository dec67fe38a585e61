import path from 'node:path'
import type { Result } from '../diagnostics/diagnostic.ts'
import type { TemplateText } from '../record/render-record.ts'
import { displayPath, isInside, readSource } from './files.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'templates')
const partialNames = ['body', 'point'] as const

/** Reads a shipped template by name, or a person's own by path, with the shipped partials that it may use. */
export async function readTemplate(
  template: string,
  folder: string,
  root: string,
  cwd: string,
): Promise<Result<TemplateText>> {
  const isShipped = template === 'madr' || template === 'nygard'
  const file = isShipped ? path.join(shippedFolder, `${template}.md.hbs`) : path.resolve(folder, template)
  const name = displayPath(file, cwd)
  if (!isShipped && !(await isInside(file, root)))
    return {
      ok: false,
      diagnostics: [{ code: 'outside-repository', arguments: { path: template }, place: null, file: name }],
    }
  const main = await readSource(file, name)
  if (!main.ok) return main
  const partials: Record<string, string> = {}
  for (const partial of partialNames) {
    const text = await readSource(path.join(shippedFolder, 'partials', `${partial}.md.hbs`), partial)
    if (!text.ok) return text
    partials[partial] = text.value.text
  }
  return { ok: true, value: { text: main.value.text, partials } }
}
