import { type Result, type SourceText, diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { commentsIn } from '../document/layout.ts'
import { type DocumentNode, findNode, toValue } from '../document/node.ts'
import { putValue } from '../document/put-value.ts'
import { readYaml } from '../document/read-yaml.ts'
import { isMapValue, isSame } from '../document/same-value.ts'
import type { Answer } from './fact.ts'

/** What a profile is to say of one fact. */
export interface WrittenAnswer {
  /** Null for the whole project. */
  readonly component: string | null
  readonly fact: string
  /** An answer, or `unknown` where nobody knows. */
  readonly answer: Answer
}

/**
 * Write an answer into the text of a profile. Only the line of the fact changes, or one is added; comments, order, layout,
 * quotes, line ends, byte order mark and final line break stay.
 *
 * @param source the YAML text as it is in the file, byte order mark included
 * @param written the answer and where it belongs; it is not held against the fact's question
 * @returns the new text; or the problem `not-editable` where the answer cannot be written without changing something else,
 *   such as where two components share their facts by an alias; or what is wrong with the YAML
 */
export function editProfile(source: SourceText, { component, fact, answer }: WrittenAnswer): Result<string> {
  const before = readYaml(source)
  if (!before.ok) return before
  const { root } = before.value
  const owner = component === null ? [] : ['components', component]
  const path = [...owner, 'facts', fact]
  const isThere = findNode(root, owner) !== undefined
  const text = isThere ? putValue(source.text, { path, value: answer }, 'components') : null
  if (text !== null && keepsComments(source.text, text) && saysOnly(root, text, path, answer))
    return succeed(text)
  const nearest = path.map((_, index) => findNode(root, path.slice(0, path.length - index))).find(Boolean)
  return fail(diagnose('not-editable', (nearest ?? root).place, { fact }))
}

const keepsComments = (before: string, after: string): boolean => {
  const [kept, found] = [before, after].map((text) =>
    commentsIn(text).map(({ start, end }) => text.slice(start, end)),
  )
  return kept?.join('\n') === found?.join('\n')
}

/** Reads the new text and makes sure that it says the answer, and nothing else than before. */
function saysOnly(root: DocumentNode, text: string, path: readonly string[], answer: Answer): boolean {
  const after = readYaml({ name: '', text })
  return after.ok && isSame(toValue(after.value.root), withValue(toValue(root), path, answer))
}

function withValue(tree: unknown, [key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const entries = isMapValue(tree) ? Object.entries(tree) : []
  const inner = withValue(entries.find(([name]) => name === key)?.[1], below, value)
  return Object.fromEntries([...entries.filter(([name]) => name !== key), [key, inner]])
}
