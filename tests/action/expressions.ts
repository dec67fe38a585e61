import { Evaluator, Lexer, Parser, data } from '@actions/expressions'

/** What expressions can name: a context, its entries, and theirs. */
export interface Contexts {
  readonly [name: string]: string | Contexts
}

/** The runner takes a name that nothing has for an empty text; here it is a mistake. */
class KnownNames extends data.Dictionary {
  override get(name: string): data.ExpressionData {
    const value = super.get(name)
    if (value === undefined) throw new Error(`an expression names ${name}, which does not exist`)
    return value
  }
}

function dictionaryOf(contexts: Contexts): data.Dictionary {
  const dictionary = new KnownNames()
  for (const [name, value] of Object.entries(contexts))
    dictionary.add(name, typeof value === 'string' ? new data.StringData(value) : dictionaryOf(value))
  return dictionary
}

function evaluate(expression: string, contexts: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex()
  return new Evaluator(
    new Parser(tokens, Object.keys(contexts), []).parse(),
    dictionaryOf(contexts),
  ).evaluate()
}

/** A text with each `${{ … }}` replaced by its value, as GitHub itself evaluates it. */
export const substitute = (text: string, contexts: Contexts): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression, contexts).coerceString())

/** Whether a condition holds. */
export const holds = (condition: string, contexts: Contexts): boolean =>
  substitute(condition, contexts) === 'true'
