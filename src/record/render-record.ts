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
  for (const name of ['log', 'lookup']) refuseHelper(handlebars, name)
  for (const name of ['if', 'unless', 'each', 'with']) refuseMissingFields(handlebars, name)
  const options = { noEscape: true, strict: true, knownHelpersOnly: true }
  const partials = Object.fromEntries(
    Object.entries(template.partials).map(([name, text]) => [name, handlebars.compile(text, options)]),
  )
  const text = handlebars.compile<RecordView>(template.text.replace(/\r\n?/g, '\n'), options)(view, {
    partials,
    // Denied by default as well, but then with a warning on the console.
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  })
  return tidy(text)
}

function refuseHelper(handlebars: typeof Handlebars, name: string): void {
  handlebars.registerHelper(name, () => {
    throw new Error(`there is no helper \`${name}\``)
  })
}

/** Handlebars is strict about what it prints, but not about what its block helpers are given. */
function refuseMissingFields(handlebars: typeof Handlebars, name: string): void {
  const plain: unknown = handlebars.helpers[name]
  if (typeof plain !== 'function') return
  handlebars.registerHelper(name, function (this: unknown, value: unknown, options: unknown): unknown {
    if (value === undefined) throw new Error(`\`#${name}\` was given a field that does not exist`)
    return Reflect.apply(plain, this, [value, options])
  })
}

/** One blank line between blocks, no space at the end of a line, one line feed at the end. */
const tidy = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
