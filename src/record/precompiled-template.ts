import type Handlebars from 'handlebars'
import * as handlebarsRuntime from 'handlebars/runtime.js'
import { type Template, guardedTemplate } from './template.ts'

/** What `Handlebars.precompile` makes of a text. */
type Specification = Parameters<typeof Handlebars.template>[0]

/** A template of ours that was compiled when the program was built: no run has to load the compiler for it. */
export function precompiledTemplate(
  main: Specification,
  partials: Readonly<Record<string, Specification>>,
): Template {
  // The package declares no types for this part of it.
  const untyped: object = handlebarsRuntime
  const runtime: typeof Handlebars = Reflect.get(untyped, 'default')
  const template = guardedTemplate(runtime.create(), (handlebars) => ({
    main: handlebars.template(main),
    partials: Object.fromEntries(
      Object.entries(partials).map(([name, part]) => [name, handlebars.template(part)]),
    ),
  }))
  return Object.assign(template, { showsAll: true } as const)
}
