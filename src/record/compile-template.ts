import Handlebars from 'handlebars'
import { remembered } from '../document/remembered.ts'
import { type Template, guardedTemplate, templateOptions } from './template.ts'

/** A Handlebars template and the partials that it may use, by name. */
export interface TemplateText {
  readonly text: string
  readonly partials: Readonly<Record<string, string>>
}

/**
 * Makes a template from its text. It is compiled when it is first used, once: that takes longer than to render.
 *
 * @param given the text of a Handlebars template, and the texts of its partials by name
 * @returns a template for `renderRecord`; using it throws an Error whose message is for the template's author, when it is wrong
 */
export function compileTemplate({ text, partials }: TemplateText): Template {
  const compiled = remembered((): Template => {
    refuseOwnParts(text)
    return guardedTemplate(Handlebars.create(), (handlebars) => ({
      main: handlebars.compile(text.replace(/\r\n?/g, '\n'), templateOptions),
      partials: Object.fromEntries(
        Object.entries(partials).map(([name, part]) => [name, handlebars.compile(part, templateOptions)]),
      ),
    }))
  })
  return (view) => compiled()(view)
}

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
