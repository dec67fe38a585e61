import Handlebars from 'handlebars'
import { rememberedOf } from '../document/remembered.ts'
import { sourceLines, sourcesCitedIn } from './citation.ts'
import { addressOf } from './markdown.ts'
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
  const render = compiled(template)
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
type TemplateView = Omit<RecordView, 'cited'> & { readonly sources: readonly string[] }

/** Compiling takes longer than rendering, and many records share a template. */
const compiled = rememberedOf((template: TemplateText): ((view: TemplateView) => string) => {
  const handlebars = Handlebars.create()
  const meter = new TemplateMeter()
  refuseOwnParts(template.text)
  for (const name of ['log', 'lookup'])
    handlebars.registerHelper(name, () => {
      throw new Error(`there is no helper \`${name}\``)
    })
  for (const name of ['if', 'unless', 'each', 'with']) guardBlocks(handlebars, name, meter)
  const options = { noEscape: true, strict: true, knownHelpersOnly: true }
  const partials = Object.fromEntries(
    Object.entries(template.partials).map(([name, text]) => [name, handlebars.compile(text, options)]),
  )
  const render = handlebars.compile<TemplateView>(template.text.replace(/\r\n?/g, '\n'), options)
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
})

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

/** What a template may do to make one record; ours stay far below. Blocks entered and items of lists visited. */
const MOST_STEPS = 100_000
/** In characters. */
const LONGEST = 1024 * 1024

/** Templates that define parts of their own could let a few lines call each other without end. */
const refused: Readonly<Record<string, string>> = {
  Decorator: 'decorators are not offered',
  DecoratorBlock: 'inline partials are not offered',
  PartialBlockStatement: 'partials with a block are not offered',
}

/** Throws where a template has what no template may have. */
function refuseOwnParts(template: string): void {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const reason = 'type' in node && typeof node.type === 'string' ? refused[node.type] : undefined
    if (reason !== undefined) throw new Error(reason)
    for (const child of Object.values(node)) visit(child)
  }
  visit(Handlebars.parse(template))
}

/** Counts what a template does while it makes one record, and stops it where that goes on or grows without end. */
class TemplateMeter {
  #left = MOST_STEPS

  restart(): void {
    this.#left = MOST_STEPS
  }

  /** A block is entered, with a list or with something else. */
  count(value: unknown): void {
    this.#left -= 1 + (Array.isArray(value) ? value.length : 0)
    if (this.#left < 0) throw new Error(`the template takes more than ${MOST_STEPS} steps`)
  }

  /** A part of the record is made. */
  measure(text: unknown): void {
    if (typeof text === 'string' && text.length > LONGEST)
      throw new Error(`the record would have more than ${LONGEST} characters`)
  }
}
