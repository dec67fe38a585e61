import type { CST, Document, ParsedNode } from 'yaml'
import { Composer, isScalar, Lexer, Parser } from 'yaml'
import type { Diagnostic, Result, SourceText } from '../diagnostics/diagnostic.ts'
import { diagnose, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { buildTree } from './build-tree.ts'
import type { DocumentNode } from './node.ts'
import { DEEPEST_NESTING, isTooDeep } from './yaml-nesting.ts'
import { clampPlace, explainYamlProblems } from './yaml-problem.ts'

/** A YAML text that can be worked on. */
export interface YamlDocument {
  readonly source: SourceText
  readonly root: DocumentNode
  /** What is wrong with it although it can be read, such as a key that is written twice. */
  readonly problems: readonly Diagnostic[]
}

/** Read one YAML 1.2 document, or say why it is none. */
export function readYaml(source: SourceText): Result<YamlDocument> {
  const read = known.get(source) ?? readSource(source)
  known.set(source, read)
  return read
}

/** A profile is read once for its packs, and once more with them. */
const known = new WeakMap<SourceText, Result<YamlDocument>>()

function readSource(source: SourceText): Result<YamlDocument> {
  const parsed = parseTokens(source)
  if (!parsed.ok) return parsed
  const [document, second] = composeDocuments(parsed.value, source)
  if (document === undefined) return fail(diagnoseFile('empty-document', source.name, {}))
  const problems = explainYamlProblems(document, source)
  const fatal = [...problems.fatal, ...(second === undefined ? [] : [explainSecond(second, source)])]
  if (fatal.length > 0) return fail(...sortDiagnostics(fatal))
  const content: ParsedNode | null = document.contents
  if (content === null || (isScalar(content) && content.value === null)) {
    return fail(diagnoseFile('empty-document', source.name, {}))
  }
  const tree = buildTree(content, source)
  const others = sortDiagnostics([...problems.others, ...tree.problems])
  return succeed({ source, root: tree.root, problems: others })
}

function parseTokens(source: SourceText): Result<readonly CST.Token[]> {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme))
    if (isTooDeep(parser)) {
      const place = clampPlace(source, parser.offset - 1, parser.offset)
      return fail(diagnose('too-deep', place, { limit: DEEPEST_NESTING }))
    }
  }
  tokens.push(...parser.end())
  return succeed(tokens)
}

function composeDocuments(tokens: readonly CST.Token[], source: SourceText): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    resolveKnownTags: false,
    // Ours knows the place of the key, and is linear.
    uniqueKeys: false,
  })
  return [...composer.compose(tokens, true, source.text.length)]
}

function explainSecond(second: Document.Parsed, source: SourceText): Diagnostic {
  const [start] = second.range
  return diagnose('second-document', clampPlace(source, start, start + 3), {})
}
