import { isMap, stringify } from 'yaml'
import { showHidden } from '../document/hidden-characters.ts'
import { letterPattern } from '../document/letters.ts'
import { parseShortYaml } from '../document/short-yaml.ts'

/** A YAML flow list on one line, which every reader of records parses; empty for no names. */
export const flowList = (names: readonly string[]): string =>
  names.length === 0 ? '' : `[${names.map(flowScalar).join(', ')}]`

/** A name as a flow scalar: plain where YAML reads it back as the same string, quoted otherwise. */
function flowScalar(name: string): string {
  // Several words of letters are nothing else to any reader, and most names are such.
  if (/^[A-Za-z]+(?: [A-Za-z]+)+$/.test(name)) return name
  const isHiding = showHidden(name, () => '') !== name
  const list = stringify([name], {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    ...(isHiding && { defaultStringType: 'QUOTE_DOUBLE' }),
  })
  return showHidden(list.slice('['.length, -']\n'.length), escapeInYaml)
}

/** It stays the same name, and nothing of it is hidden. */
const escapeInYaml = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`

/** The front matter of a record and the text after it; null when there is none. */
export function splitFrontMatter(
  text: string,
): { readonly fields: ReadonlyMap<string, unknown>; readonly body: string } | null {
  const lines = text.split('\n')
  const marks = frontMatterLines(lines)
  if (marks === null) return null
  const yaml = lines.slice(marks.open + 1, marks.close).join('\n')
  const fields = plainFields(yaml) ?? yamlFields(yaml)
  return fields === null ? null : { fields, body: lines.slice(marks.close + 1).join('\n') }
}

const isMark = (line: string): boolean => /^---[ \t]*$/.test(line)

/** The lines, counted from 0, between which the front matter stands. Blank lines and comments may stand before it. */
export function frontMatterLines(
  lines: readonly string[],
): { readonly open: number; readonly close: number } | null {
  let open = 0
  let isComment = false
  for (; open < lines.length; open++) {
    const line = lines[open] ?? ''
    if (!isComment && line.trim() !== '' && !/^[ \t]*<!--/.test(line)) break
    isComment = (isComment || line.trim() !== '') && !line.includes('-->')
  }
  const close = lines.findIndex((line, index) => index > open && isMark(line))
  return isMark(lines[open] ?? '') && close !== -1 ? { open, close } : null
}

/**
 * A key with a number, a word, a day, or a list of names: what YAML reads just so, whatever stands around it. To ignore the
 * case of letters of all scripts takes long to prepare.
 */
const plainLine = letterPattern(
  String.raw`^([a-zA-Z][a-zA-Z-]*): (?:(\d{1,9})|([a-zA-Z][\w/.-]*(?:@\d+)?|\d{4}-\d\d-\d\d)|\[([\p{L}][\p{L}\p{M} .-]*(?:, [\p{L}][\p{L}\p{M} .-]*)*)\])$`,
)
const reserved = /^(?:true|false|null)$/i

/** The fields of a text that has nothing but plain lines, which takes a small part of the time; null for any other. */
function plainFields(yaml: string): ReadonlyMap<string, unknown> | null {
  const fields = new Map<string, unknown>()
  for (const line of yaml.split('\n').filter((one) => one !== '')) {
    const [, key = '', number, word, list] = plainLine(line).exec(line) ?? []
    const names = list?.split(', ').map((name) => name.trim())
    const isPlain = ![key, word ?? '', ...(names ?? [])].some((one) => reserved.test(one))
    if (key === '' || fields.has(key) || !isPlain) return null
    fields.set(key, number === undefined ? (word ?? JSON.stringify(names)) : Number(number))
  }
  return fields.size === 0 ? null : fields
}

function yamlFields(yaml: string): ReadonlyMap<string, unknown> | null {
  const contents = parseShortYaml(yaml)?.contents
  if (!isMap(contents)) return null
  return new Map(
    contents.items.map(({ key, value }) => [String(key), value === null ? null : toPlain(value)]),
  )
}

const toPlain = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'value' in node ? node.value : String(node)
