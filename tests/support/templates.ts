import { readFileSync } from 'node:fs'
import { compileTemplate } from '../../src/record/compile-template.ts'
import type { Template } from '../../src/record/template.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../templates/${path}.md.hbs`, import.meta.url), 'utf8')

const names = ['decision', 'against', 'changes', 'confirmation', 'sources', 'point']

export const partials = Object.fromEntries(names.map((name) => [name, read(`partials/${name}`)]))

/** A shipped template, with its partials. */
export const templateOf = (name: string): Template => compileTemplate({ text: read(name), partials })
