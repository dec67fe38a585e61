import type { TextLayout } from '../report/evaluation-text.ts'
import { columnTable } from '../report/column-table.ts'
import { harmless, wrap } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { ReviewBlock, Inline, Phrase } from './block.ts'

/** A review for a terminal: the same as the comment, whole, and without markup. */
export function reviewText(blocks: readonly ReviewBlock[], layout: TextLayout): string {
  return harmless(`${blocks.map((block) => blockLines(block, layout).join('\n')).join('\n\n')}\n`)
}

function blockLines(block: ReviewBlock, layout: TextLayout): readonly string[] {
  const { width, colour } = layout
  const bold = (text: string): string => (colour ? `\u001B[1m${text}\u001B[22m` : text)
  switch (block.kind) {
    case 'heading':
      return wrap(phraseText(block.text), width).split('\n').map(bold)
    case 'paragraph':
      return wrap(phraseText(block.text), width).split('\n')
    case 'list':
      return block.items.map((item) => `  - ${wrap(phraseText(item), width - 4, '    ')}`)
    case 'table':
      return columnTable(
        block.head.map(makeVisible),
        block.rows.map((cells) => cells.map(makeVisible)),
        width,
      )
    case 'lines':
      return block.lines.map((line) => `    ${makeVisible(line)}`)
    case 'details':
      return [
        bold(makeVisible(block.summary)),
        ...block.blocks.flatMap((inner) => ['', ...blockLines(inner, layout)]),
      ]
  }
}

const phraseText = (phrase: Phrase): string => makeVisible(phrase.map(inlineText).join('')).trim()

function inlineText(piece: Inline): string {
  if (typeof piece === 'string') return piece
  if ('code' in piece) return `\`${piece.code}\``
  return 'strong' in piece ? piece.strong : `${piece.link} <${piece.to}>`
}
