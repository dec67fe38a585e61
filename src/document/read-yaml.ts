import { type CST, type Document, type ParsedNode, Composer, isScalar } from 'yaml'
import {
  type Diagnostic,
  type Result,
  type SourceText,
  diagnose,
  diagnoseFile,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { buildTree } from './build-tree.ts'
import type { DocumentNode } from './node.ts'
import { rememberedOf } from './remembered.ts'
import { DEEPEST_NESTING, tokensIn } from './short-yaml.ts'
import { clampPlace, explainYamlProblems } from './yaml-problem.ts'

/** A YAML text that can be worked on. */
export interface YamlDocument {
  readonly source: SourceText
  readonly root: DocumentNode
  /** What is wrong with it although it can be read, such as a key that is written twice. */
  readonly problems: readonly Diagnostic[]
}

/** Read one YAML 1.2 document, or say why it is none. A profile is read once for its packs, and once more with them. */
export const readYaml = rememberedOf((source: SourceText): Result<YamlDocument> => {
  const tokens = tokensIn(source.text)
  if (typeof tokens === 'number')
    return fail(diagnose('too-deep', clampPlace(source, tokens - 1, tokens), { limit: DEEPEST_NESTING }))
  const [document, second] = composeDocuments(tokens, source)
  if (document === undefined) return fail(diagnoseFile('empty-document', source.name, {}))
  const problems = explainYamlProblems(document, source)
  const fatal = [...problems.fatal]
  if (second !== undefined) {
    const [start] = second.range
    fatal.push(diagnose('second-document', clampPlace(source, start, start + 3), {}))
  }
  if (fatal.length > 0) return fail(...sortDiagnostics(fatal))
  const content: ParsedNode | null = document.contents
  if (content === null || (isScalar(content) && content.value === null)) {
    return fail(diagnoseFile('empty-document', source.name, {}))
  }
  const tree = buildTree(content, source)
  const others = sortDiagnostics([...problems.others, ...tree.problems])
  return succeed({ source, root: tree.root, problems: others })
})

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
