import Handlebars from 'handlebars'
import type { RecordView } from './view.ts'

/** A Handlebars template and the partials that it may use, by name. */
export interface TemplateText {
  readonly text: string
  readonly partials: Readonly<Record<string, string>>
}

/**
 * Renders a record. The view is Markdown already, so nothing is escaped here; templates get Handlebars' own block
 * helpers and nothing else, and no access to prototypes.
 *
 * @param view from `buildRecord`
 * @param template the text of a Handlebars template and of its partials
 * @returns Markdown with line feeds, one at the end
 * @throws an Error whose message is for the template's author, when the template is wrong
 */
export function renderRecord(view: RecordView, template: TemplateText): string {
  const handlebars = Handlebars.create()
  handlebars.unregisterHelper('log')
  handlebars.unregisterHelper('lookup')
  const options = { noEscape: true, strict: true, knownHelpersOnly: true }
  const partials = Object.fromEntries(
    Object.entries(template.partials).map(([name, text]) => [name, handlebars.compile(text, options)]),
  )
  const text = handlebars.compile<RecordView>(template.text.replace(/\r\n?/g, '\n'), options)(view, {
    partials,
  })
  return tidy(text)
}

/** One blank line between blocks, no space at the end of a line, one line feed at the end. */
const tidy = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
