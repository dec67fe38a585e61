import { wrap } from '../report/plain-text.ts'

/** One paragraph; its later lines stand two columns further in. */
export interface Line {
  readonly indent: number
  readonly text: string
}

export interface Section {
  readonly title: string
  readonly lines: readonly Line[]
}

export const line = (text: string, indent = 2): Line => ({ indent, text })

/** Lines so much further in. */
export const shift = (lines: readonly Line[], by: number): readonly Line[] =>
  lines.map(({ indent, text }) => ({ indent: indent + by, text }))

const HANG = 2

/** Sections below one another, with a blank line between. One without lines is left out. */
export function layOut(sections: readonly Section[], width: number, bold: (text: string) => string): string {
  const written = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) =>
      [
        bold(wrap(title, width)),
        ...lines.map(({ indent, text }) => {
          const margin = ' '.repeat(indent)
          return margin + wrap(text, width - indent - HANG, margin + ' '.repeat(HANG))
        }),
      ].join('\n'),
    )
  return `${written.join('\n\n')}\n`
}
