import { readFileSync } from 'node:fs'

const read = (path: string): string =>
  readFileSync(new URL(`../../templates/${path}.md.hbs`, import.meta.url), 'utf8')

const names = ['decision', 'against', 'changes', 'confirmation', 'sources', 'point']

export const partials = Object.fromEntries(names.map((name) => [name, read(`partials/${name}`)]))

/** A shipped template, with its partials. */
export const templateOf = (name: string) => ({ text: read(name), partials })
