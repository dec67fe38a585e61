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
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1]
  if (fence !== undefined) return { kind: 'code', fence }
  return /^ {0,3}<!--/.test(text) && !text.includes('-->') ? { kind: 'comment' } : null
}

function closes(open: Open, text: string): boolean {
  if (open.kind === 'comment') return text.includes('-->')
  const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1]
  return fence !== undefined && fence.startsWith(open.fence)
}
