import { Lexer } from 'yaml'

/** A span of a text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What the lexer says besides the text itself: here a document begins, here an error is, here a scalar comes. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])
const SCALAR = '\u001f'

/** The comments of a YAML text, without the line breaks after them. */
export function commentsIn(text: string): readonly Span[] {
  const comments: Span[] = []
  let at = 0
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== SCALAR) comments.push({ start: at, end: at + lexeme.length })
    if (!marks.has(lexeme)) at += lexeme.length
    before = lexeme
  }
  return comments
}
