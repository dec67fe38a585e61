import { parse as parseToml } from 'smol-toml'
import { LineCounter, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml'

/** A value with the key that it lies under. Lines start at 1. */
export interface PlacedValue {
  readonly key: string
  readonly value: unknown
  readonly line: number
  /** Null where the value is neither a map nor a list. */
  readonly below: Structure | null
}

/** A text as maps and lists. */
export interface Structure {
  readonly children: readonly PlacedValue[]
}

const nothing: Structure = { children: [] }

/** Reads JSON, TOML or YAML, as the name of the file says. A broken file, or a template of one, holds nothing. */
export function readStructure(file: string, text: string): Structure {
  try {
    return /\.toml$|(?:^|\/)Pipfile$/.test(file) ? readToml(text) : readYaml(text)
  } catch {
    return nothing
  }
}

/** JSON is YAML. */
function readYaml(text: string): Structure {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    logLevel: 'silent',
    resolveKnownTags: false,
  })
  if (!Array.isArray(documents)) return nothing
  const lineOf = (node: unknown): number => {
    const range = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : null
    return Array.isArray(range) ? lines.linePos(Number(range[0])).line : 1
  }
  const build = (node: unknown): Structure | null => {
    if (isMap(node))
      return {
        children: node.items.map(({ key, value }) => ({
          key: isScalar(key) ? String(key.value) : '',
          value: isScalar(value) ? value.value : null,
          line: lineOf(key),
          below: build(value),
        })),
      }
    if (isSeq(node))
      return {
        children: node.items.map((item, index) => ({
          key: String(index),
          value: isScalar(item) ? item.value : null,
          line: lineOf(item),
          below: build(item),
        })),
      }
    return null
  }
  return {
    children: documents
      .filter(({ errors }) => errors.length === 0)
      .flatMap(({ contents }) => build(contents)?.children ?? []),
  }
}

/** The parser tells no places: the line is the first after the one before that holds the key or the text. */
function readToml(text: string): Structure {
  const lines = text.split(/\r?\n/)
  const lineOf = (word: string, from: number): number => {
    const index = lines.findIndex(
      (line, at) => at + 1 >= from && !line.trim().startsWith('#') && hasWord(line, word),
    )
    return index === -1 ? from : index + 1
  }
  const build = (node: unknown, from: number): Structure | null => {
    if (typeof node !== 'object' || node === null) return null
    return {
      children: Object.entries(node).map(([key, value]) => {
        const line = lineOf(Array.isArray(node) && typeof value === 'string' ? value : key, from)
        return { key, value, line, below: build(value, line) }
      }),
    }
  }
  return build(parseToml(text), 1) ?? nothing
}

const isPart = (character: string): boolean => /[\w-]/.test(character)

/** Whether a word stands in a line, and is no part of a longer one. */
function hasWord(line: string, word: string): boolean {
  for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + 1))
    if (!isPart(line.charAt(at - 1)) && !isPart(line.charAt(at + word.length))) return true
  return false
}

/** The values that lie under keys with dots between them; `*` stands for any one. */
export function valuesAt({ children }: Structure, path: string): readonly PlacedValue[] {
  const [step = '', ...rest] = path.split('.')
  const found = children.filter(({ key }) => step === '*' || key === step)
  return rest.length === 0
    ? found
    : found.flatMap(({ below }) => (below === null ? [] : valuesAt(below, rest.join('.'))))
}
