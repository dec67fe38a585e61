import { markdownLines } from '../record-file/markdown-lines.ts'

/** A heading below the title, with the lines up to the next heading. */
interface Section {
  /** Empty for what stands before every such heading. */
  readonly heading: string
  readonly lines: readonly string[]
}

/**
 * The headings of the sections that the machine wrote and of which a person left nothing: they stay deleted, whatever
 * would stand in them now. A heading that was only reworded has its lines below it still.
 */
export function deletedSections(base: string, file: string): ReadonlySet<string> {
  const kept = new Set(file.split('\n'))
  const written = base.split('\n')
  const isAlone = (line: string): boolean => written.indexOf(line) === written.lastIndexOf(line)
  const isLeft = (line: string): boolean =>
    line !== '' && !isDefinition(line) && kept.has(line) && isAlone(line)
  return new Set(
    sectionsIn(base)
      .filter(({ heading, lines }) => heading !== '' && !kept.has(heading) && !lines.some(isLeft))
      .map(({ heading }) => heading),
  )
}

/** A text without some sections. The links that are defined at its end are no part of the last one. */
export const withoutSections = (text: string, headings: ReadonlySet<string>): string =>
  headings.size === 0
    ? text
    : sectionsIn(text)
        .flatMap(({ heading, lines }) => {
          if (headings.has(heading)) return lines.slice(endOfSection(lines))
          return heading === '' ? lines : [heading, ...lines]
        })
        .join('\n')

function sectionsIn(markdown: string): readonly Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  for (const { text, isText } of markdownLines(markdown))
    if (isText && /^#{2,6} /.test(text)) sections.push({ heading: text, lines: [] })
    else sections.at(-1)?.lines.push(text)
  if (markdown.endsWith('\n')) sections.at(-1)?.lines.push('')
  return sections
}

const isDefinition = (line: string): boolean => /^\[[^\]]+\]: /.test(line)

function endOfSection(lines: readonly string[]): number {
  const first = lines.findIndex(isDefinition)
  return first === -1 ? lines.length : first
}
