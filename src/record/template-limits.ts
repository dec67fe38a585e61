import Handlebars from 'handlebars'

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
export function refuseOwnParts(template: string): void {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const reason = 'type' in node && typeof node.type === 'string' ? refused[node.type] : undefined
    if (reason !== undefined) throw new Error(reason)
    for (const child of Object.values(node)) visit(child)
  }
  visit(Handlebars.parse(template))
}

/** Counts what a template does while it makes one record, and stops it where that goes on or grows without end. */
export class TemplateMeter {
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
