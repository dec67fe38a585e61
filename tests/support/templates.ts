import { readFileSync } from 'node:fs'

const read = (path: string): string =>
  readFileSync(new URL(`../../templates/${path}.md.hbs`, import.meta.url), 'utf8')

export const partials = { body: read('partials/body'), point: read('partials/point') }

/** A shipped template, with its partials. */
export const templateOf = (name: string) => ({ text: read(name), partials })
