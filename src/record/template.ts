import type Handlebars from 'handlebars'
import type { RecordView } from './view.ts'

/** Makes the Markdown of a record from its view: one that comes with Madrigal, or one from `compileTemplate`. */
export interface Template {
  (view: TemplateView): string
  /** Whether it shows everything that cites a source, as those that come with Madrigal do. */
  readonly showsAll?: true
}

/** What a template is given: the view, and the lines of its sources. */
export type TemplateView = Omit<RecordView, 'cited'> & { readonly sources: readonly string[] }

/** A template and the partials that it may use, ready to run. */
interface TemplateParts {
  readonly main: Handlebars.TemplateDelegate<TemplateView>
  readonly partials: Readonly<Record<string, Handlebars.TemplateDelegate>>
}

/** How every template is compiled: the view is Markdown already, and a field that it does not have is a mistake. */
export const templateOptions = { noEscape: true, strict: true, knownHelpersOnly: true } as const

/**
 * Templates get Handlebars' own block helpers and nothing else, and no access to prototypes. They may be anybody's, so none can
 * run or grow without end.
 *
 * @param handlebars an environment of this template alone
 */
export function guardedTemplate(
  handlebars: typeof Handlebars,
  makeParts: (handlebars: typeof Handlebars) => TemplateParts,
): Template {
  const meter = new TemplateMeter()
  for (const name of ['log', 'lookup'])
    handlebars.registerHelper(name, () => {
      throw new Error(`there is no helper \`${name}\``)
    })
  for (const name of ['if', 'unless', 'each', 'with']) guardBlocks(handlebars, name, meter)
  const { main, partials } = makeParts(handlebars)
  return (view) => {
    meter.restart()
    const text = main(view, {
      partials: { ...partials },
      // Denied by default as well, but then with a warning on the console.
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    })
    meter.measure(text)
    return text
  }
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

/** What a template may do to make one record; ours stay far below. Blocks entered and items of lists visited. */
const MOST_STEPS = 100_000
/** In characters. */
const LONGEST = 1024 * 1024

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
