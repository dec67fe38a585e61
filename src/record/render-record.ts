import Handlebars from 'handlebars'
import { sourceLines, sourcesCitedIn } from './citation.ts'
import { addressOf } from './markdown.ts'
import { TemplateMeter, refuseOwnParts } from './template-limits.ts'
import type { RecordView } from './view.ts'

/** A Handlebars template and the partials that it may use, by name. */
export interface TemplateText {
  readonly text: string
  readonly partials: Readonly<Record<string, string>>
}

/**
 * Renders a record. The view is Markdown already, so nothing is escaped here; templates get Handlebars' own block
 * helpers and nothing else, and no access to prototypes. They may be anybody's, so none can run or grow without end.
 *
 * @param view from `buildRecord`
 * @param template the text of a Handlebars template and of its partials
 * @returns Markdown with line feeds, one at the end
 * @throws an Error whose message is for the template's author, when the template is wrong
 */
export function renderRecord(view: RecordView, template: TemplateText): string {
  const render = compiled.get(template) ?? compile(template)
  compiled.set(template, render)
  const { cited, ...shown } = view
  // A template of somebody's own may show less than there is, and lists the sources of what it shows.
  const sources = sourcesCitedIn({ sources: cited }, render({ ...shown, sources: [] }))
  const text = render({ ...shown, sources: sourceLines(sources, view.pack.verified) })
  return `${tidy(text)}${definitions(sources)}`
}

/** The links of a record are defined once, at its end. */
const definitions = (sources: RecordView['cited']): string =>
  sources.length === 0
    ? ''
    : `\n${sources
        .map(({ id, url }) => `[${id}]: ${addressOf(url)}\n`)
        .toSorted()
        .join('')}`

/** What a template is given: the view, and the lines of its sources. */
type Shown = Omit<RecordView, 'cited'> & { readonly sources: readonly string[] }

/** Compiling takes longer than rendering, and many records share a template. */
const compiled = new WeakMap<TemplateText, (view: Shown) => string>()

function compile(template: TemplateText): (view: Shown) => string {
  const handlebars = Handlebars.create()
  const meter = new TemplateMeter()
  refuseOwnParts(template.text)
  for (const name of ['log', 'lookup']) refuseHelper(handlebars, name)
  for (const name of ['if', 'unless', 'each', 'with']) guardBlocks(handlebars, name, meter)
  const options = { noEscape: true, strict: true, knownHelpersOnly: true }
  const partials = Object.fromEntries(
    Object.entries(template.partials).map(([name, text]) => [name, handlebars.compile(text, options)]),
  )
  const render = handlebars.compile<Shown>(template.text.replace(/\r\n?/g, '\n'), options)
  return (view) => {
    meter.restart()
    const text = render(view, {
      partials,
      // Denied by default as well, but then with a warning on the console.
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    })
    meter.measure(text)
    return text
  }
}

function refuseHelper(handlebars: typeof Handlebars, name: string): void {
  handlebars.registerHelper(name, () => {
    throw new Error(`there is no helper \`${name}\``)
  })
}

/** Handlebars is strict about what it prints, but not about what its block helpers are given, and counts nothing. */
function guardBlocks(handlebars: typeof Handlebars, name: string, meter: TemplateMeter): void {
  const plain: unknown = handlebars.helpers[name]
  if (typeof plain !== 'function') return
  handlebars.registerHelper(name, function (this: unknown, value: unknown, options: unknown): unknown {
    if (value === undefined) throw new Error(`\`#${name}\` was given a field that does not exist`)
    meter.count(value)
    const text: unknown = Reflect.apply(plain, this, [value, options])
    meter.measure(text)
    return text
  })
}

/** One blank line between blocks, no space at the end of a line, one line feed at the end. */
const tidy = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
