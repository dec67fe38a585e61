import { isMap, stringify } from 'yaml'
import { remembered } from '../document/remembered.ts'
import { parseShortYaml } from '../document/short-yaml.ts'

const MOST_REMEMBERED = 1000

/** A YAML flow list on one line, which every reader of records parses; empty for no names. */
export const flowList = (names: readonly string[]): string =>
  names.length === 0 ? '' : `[${names.map(flowScalar).join(', ')}]`

/** A name as a flow scalar: plain where YAML reads it back as the same string, quoted otherwise. */
const flowScalar = remembered(MOST_REMEMBERED, (name) => {
  const plain = stringify([name], { collectionStyle: 'flow', lineWidth: 0 }).trim()
  return plain.slice(1, -1).trim()
})

/** The front matter of a record and the text after it; null when there is none. */
export function splitFrontMatter(
  text: string,
): { readonly fields: ReadonlyMap<string, unknown>; readonly body: string } | null {
  const match = /^---\n([\s\S]*?\n)---\n?/.exec(text)
  if (match === null) return null
  const document = parseShortYaml(match[1] ?? '')
  if (document === null || !isMap(document.contents)) return null
  const fields = new Map(
    document.contents.items.map(({ key, value }): [string, unknown] => [
      String(key),
      value === null ? null : toPlain(value),
    ]),
  )
  return { fields, body: text.slice(match[0].length) }
}

const toPlain = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'value' in node ? node.value : String(node)
