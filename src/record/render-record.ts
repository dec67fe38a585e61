import { sourceLines, sourcesCitedIn } from './citation.ts'
import { addressOf } from './markdown.ts'
import { targetOfSource } from './source-place.ts'
import type { Template } from './template.ts'
import type { RecordView } from './view.ts'

/**
 * Renders a record. The view is Markdown already, so nothing is escaped here.
 *
 * @param view from `buildRecord`
 * @param template one that comes with Madrigal, or one from `compileTemplate`
 * @returns Markdown with line feeds, one at the end
 * @throws an Error whose message is for the template's author, when the template is wrong
 */
export function renderRecord({ cited, ...shown }: RecordView, template: Template): string {
  // A template of somebody's own may show less than there is, and lists the sources of what it shows.
  const sources = template.showsAll
    ? cited
    : sourcesCitedIn({ sources: cited }, template({ ...shown, sources: [] }))
  const text = template({ ...shown, sources: sourceLines(sources, shown.pack.verified) })
  return `${tidy(text)}${definitions(sources, shown.evidence)}`
}

/** The links of a record are defined once, at its end. */
const definitions = (sources: RecordView['cited'], evidence: string): string =>
  sources.length === 0
    ? ''
    : `\n${sources
        .map((source) => `[${source.id}]: ${addressOf(targetOfSource(source, evidence))}\n`)
        .toSorted()
        .join('')}`

/** One blank line between blocks, no space at the end of a line, one line feed at the end. */
const tidy = (text: string): string =>
  `${text
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
