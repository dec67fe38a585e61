import { citedLinks } from './citation.ts'
import { linkTargets } from './markdown.ts'
import { nameOfSection, sectionsOf } from './record-sections.ts'

/** The addresses that a record cites and those under its heading "Sources", each as often as it stands there. */
export interface RecordSources {
  readonly cited: readonly string[]
  readonly listed: readonly string[]
}

/** Reads back where a record's claims stand. Links in a person's own sentences are no citations. */
export function sourcesIn(record: string): RecordSources {
  const sections = sectionsOf(record)
  return {
    cited: sections.flatMap(({ lines }) => lines.flatMap(citedLinks)),
    listed: sections
      .filter((section) => nameOfSection(section) === 'sources')
      .flatMap(({ lines }) => lines.filter((line) => /^ {0,3}[*+-][ \t]/.test(line)))
      .flatMap((line) => linkTargets(line).slice(0, 1)),
  }
}
