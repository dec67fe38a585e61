import { type CST, Composer, type Document, Lexer, Parser } from 'yaml'

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
  let [lexemes, aliases] = [0, 0]
  const isTooIntricate = (lexeme: string): boolean => {
    lexemes += 1
    aliases += lexeme.startsWith('*') ? 1 : 0
    return lexemes > MOST_LEXEMES || aliases > MOST_ALIASES
  }
  const tokens = text.length > LONGEST ? 0 : tokensIn(text, isTooIntricate)
  if (typeof tokens === 'number') return null
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

/** The tokens of a text, or the offset where it is refused: a text can be nested too deeply to be composed at all. */
export function tokensIn(
  text: string,
  isRefused: (lexeme: string) => boolean = () => false,
): readonly CST.Token[] | number {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (isRefused(lexeme) || isTooDeep(parser)) return parser.offset
  }
  tokens.push(...parser.end())
  return tokens
}

/** How many lists and maps may stand inside each other. */
export const DEEPEST_NESTING = 64

const isTooDeep = ({ stack }: Parser): boolean =>
  stack.length > DEEPEST_NESTING &&
  stack.filter(({ type }: CST.Token) => levels.has(type)).length > DEEPEST_NESTING

const levels: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection'])
