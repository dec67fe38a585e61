import { frontMatterLines } from '../record/front-matter.ts'
import { shortYamlValue } from '../document/short-yaml.ts'

/** What stands above a record, with keys in lower case, and the text below it. */
export interface AnyFrontMatter {
  readonly fields: ReadonlyMap<string, unknown>
  readonly body: string
  /** It is meant as YAML and is none. */
  readonly broken: boolean
}

/** Reads the front matter of any tool. Rules at the start of a text that has its title between them are only rules. */
export function readAnyFrontMatter(text: string): AnyFrontMatter {
  const none: AnyFrontMatter = { fields: new Map(), body: text, broken: false }
  const lines = text.split('\n')
  const marks = frontMatterLines(lines)
  if (marks === null) return none
  const yaml = `${lines.slice(marks.open + 1, marks.close).join('\n')}\n`
  const body = lines.slice(marks.close + 1).join('\n')
  if (/^#{1,2} /m.test(yaml) && !/^# |^=+[ \t]*$/m.test(body)) return none
  const values = valuesOf(yaml)
  if (values !== null)
    return {
      fields: new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value])),
      body,
      broken: false,
    }
  return /^(?:\s*(?:#.*)?\n)*[\w-]+[ \t]*:/.test(yaml) ? { ...none, body, broken: true } : none
}

/** Null when the text is no map, or no YAML that can be read soon. */
function valuesOf(yaml: string): object | null {
  const value = shortYamlValue(yaml)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}
