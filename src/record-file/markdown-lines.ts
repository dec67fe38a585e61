/** A line of Markdown, without its end. `next` is where the next line starts. */
export interface MarkdownLine {
  readonly text: string
  readonly start: number
  readonly next: number
  /** Whether it is text, and not part of fenced code or of a comment of several lines. */
  readonly isText: boolean
}

/** What a block of several lines waits for. */
type Open = { readonly kind: 'comment' } | { readonly kind: 'code'; readonly fence: string }

/** The lines of a Markdown text, whatever their ends. Code and comments are told as CommonMark 0.31 does in 4.5 and 4.6. */
export function markdownLines(markdown: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = []
  let open: Open | null = null
  for (const { 0: whole, 1: text = '', index: start } of markdown.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    if (whole === '' && start === markdown.length) break
    const opened: Open | null = open ?? opens(text)
    lines.push({ text, start, next: start + whole.length, isText: opened === null })
    open = open !== null && closes(open, text) ? null : opened
  }
  return lines
}

function opens(text: string): Open | null {
  const fence = openingFence(text)
  if (fence !== undefined) return { kind: 'code', fence }
  return /^ {0,3}<!--/.test(text) && !text.includes('-->') ? { kind: 'comment' } : null
}

const closes = (open: Open, text: string): boolean =>
  open.kind === 'comment' ? text.includes('-->') : closesFence(open.fence, text)

/** The fence that a line opens code with, if it does. */
export const openingFence = (line: string): string | undefined =>
  /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]

/** Whether a line ends the code that a fence has opened. */
export const closesFence = (fence: string, line: string): boolean =>
  /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(fence) === true

/** A heading with the text lines below it, up to the next heading. */
export interface RecordSection {
  /** 0 for what stands before every heading. */
  readonly level: number
  /** As written. */
  readonly heading: string
  readonly lines: readonly string[]
  /** The line of the text at which they start, counted from 0. */
  readonly first: number
}

/** Headings of both kinds of Markdown; code and comments are left out. */
export function sectionsOf(markdown: string): readonly RecordSection[] {
  const sections: { level: number; heading: string; lines: string[]; first: number }[] = [
    { level: 0, heading: '', lines: [], first: 0 },
  ]
  for (const [index, { text, isText }] of markdownLines(markdown).entries()) {
    const first = index + 1
    const lines = sections.at(-1)?.lines ?? []
    const [, marks = '', heading = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? []
    const underlined = underlinedLevel(text, lines)
    if (!isText) lines.push('')
    else if (marks !== '')
      sections.push({
        level: marks.length,
        heading: heading.replace(/(?:^|[ \t])#+[ \t]*$/, '').trim(),
        lines: [],
        first,
      })
    else if (underlined > 0)
      sections.push({ level: underlined, heading: (lines.pop() ?? '').trim(), lines: [], first })
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
