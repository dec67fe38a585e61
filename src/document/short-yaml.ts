import { type CST, Composer, type Document, Lexer, Parser } from 'yaml'
import { isTooDeep } from './yaml-nesting.ts'

const LONGEST = 65_536
/** Much more than anybody writes by hand, and little enough that none of the parser's slow ways can be felt. */
const MOST_LEXEMES = 10_000
const MOST_ALIASES = 20

/**
 * Parses a short YAML text that anybody may have written.
 *
 * @param text such as the front matter of a file
 * @returns null when it is no YAML, or too long, too deep or too intricate
 */
export function parseShortYaml(text: string): Document.Parsed | null {
  const tokens = text.length > LONGEST ? null : tokensIn(text)
  if (tokens === null) return null
  const [document, second] = new Composer({ logLevel: 'silent' }).compose(tokens, true, text.length)
  return document === undefined || second !== undefined || document.errors.length > 0 ? null : document
}

/** The values of the text; null also when its aliases stand for too much. */
export function shortYamlValue(text: string): unknown {
  try {
    return parseShortYaml(text)?.toJS({ maxAliasCount: MOST_ALIASES }) ?? null
  } catch {
    return null
  }
}

function tokensIn(text: string): readonly CST.Token[] | null {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let [lexemes, aliases] = [0, 0]
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    lexemes += 1
    if (lexeme.startsWith('*')) aliases += 1
    if (lexemes > MOST_LEXEMES || aliases > MOST_ALIASES || isTooDeep(parser)) return null
  }
  tokens.push(...parser.end())
  return tokens
}
