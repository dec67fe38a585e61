import { markdownLines } from './markdown-lines.ts'

/** A heading with the text lines below it, up to the next heading. */
export interface RecordSection {
  /** 0 for what stands before every heading. */
  readonly level: number
  /** As written. */
  readonly heading: string
  readonly lines: readonly string[]
}

/** Headings of both kinds of Markdown; code and comments are left out. */
export function sectionsOf(markdown: string): readonly RecordSection[] {
  const sections: { level: number; heading: string; lines: string[] }[] = [
    { level: 0, heading: '', lines: [] },
  ]
  for (const { text, isText } of markdownLines(markdown)) {
    const lines = sections.at(-1)?.lines ?? []
    const [, marks = '', heading = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? []
    const underlined = underlinedLevel(text, lines)
    if (!isText) lines.push('')
    else if (marks !== '')
      sections.push({
        level: marks.length,
        heading: heading.replace(/(?:^|[ \t])#+[ \t]*$/, '').trim(),
        lines: [],
      })
    else if (underlined > 0)
      sections.push({ level: underlined, heading: (lines.pop() ?? '').trim(), lines: [] })
    else lines.push(text)
  }
  return sections
}

/** The level of the heading that this line makes of the one before it; 0 for none. A list or a quote is no heading. */
function underlinedLevel(text: string, lines: readonly string[]): number {
  const [, rule] = /^ {0,3}(?:(=)=*|--*)[ \t]*$/.exec(text) ?? [null, null]
  const [before, title] = [lines.at(-2) ?? '', lines.at(-1) ?? '']
  const isTitle = before.trim() === '' && /^ {0,3}[^\s>*+|<-]/.test(title) && !/^\s*\d+[.)] /.test(title)
  return rule === null || !isTitle ? 0 : rule === undefined ? 2 : 1
}

/** The name of a section, to compare. */
export const nameOfSection = ({ heading }: RecordSection): string =>
  heading.replace(/[*_:]/g, '').trim().toLowerCase()
