import { shortYamlValue } from '../document/short-yaml.ts'
import { flowList, frontMatterLines } from '../record/front-matter.ts'
import { inlineText } from '../record/inline-text.ts'
import { escapeMarkdown } from '../record/markdown.ts'

/** The two texts of a record that are merged: as a person left it, and as the machine writes it now. */
interface DecidedTexts {
  readonly file: string
  readonly rendered: string
}

/**
 * Some records name their deciders twice: in the front matter, and below the title for tools that read line by line. A
 * person who adds or removes one does so in one place. Both places get what both sides want, in both texts, so that nothing
 * is left to merge. Where a place was deleted, or cannot be read, the texts stay as they are.
 */
export function withSameDeciders(base: string, { file, rendered }: DecidedTexts): DecidedTexts {
  const was = placesIn(base)
  // Most records name them once.
  if (was === null) return { file, rendered }
  const [is, now] = [placesIn(file), placesIn(rendered)]
  if (is === null || now === null) return { file, rendered }
  const isDeleted = (['field', 'line'] as const).some((place) => was[place] !== null && is[place] === null)
  const [field, line] = [is.field?.names ?? [], is.line?.names ?? []]
  const [before, machine] = [was.field?.names ?? [], now.field?.names ?? []]
  const isEdited = !sameNames(field, before) || !sameNames(line, before)
  if (isDeleted || !isEdited) return { file, rendered }
  const written = [...new Set([...field, ...line])].filter(
    (name) => !before.includes(name) || (field.includes(name) && line.includes(name)),
  )
  const wanted = [
    ...written.filter((name) => machine.includes(name) || !before.includes(name)),
    ...machine.filter((name) => !before.includes(name) && !written.includes(name)),
  ]
  return { file: withNames(file, is, wanted), rendered: withNames(rendered, now, wanted) }
}

/** Where some names stand, if they do. */
interface Place {
  readonly names: readonly string[]
  readonly at: number
}

interface Places {
  readonly field: Place | null
  readonly line: Place | null
  /** The lines after which each would stand. */
  readonly afterField: number
  readonly afterLine: number
}

const field = /^decision-makers[ \t]*:/
const visible = /^([*+-][ \t]+Deciders:[ \t]*)(.*)$/

/** Null where a text does not name its deciders twice, or in a way that a list on one line does not have. */
function placesIn(text: string): Places | null {
  const lines = text.split('\n')
  const front = frontMatterLines(lines)
  if (front === null) return null
  const below = lines.findIndex((line, index) => index > front.close && /^##[ \t]/.test(line))
  const find = (pattern: RegExp, from: number, to: number): number =>
    lines.findIndex((line, index) => index > from && index < to && pattern.test(line))
  const end = below === -1 ? lines.length : below
  const afterField = find(/^date[ \t]*:/, front.open, front.close)
  const afterLine = find(/^[*+-][ \t]+Date:/, front.close, end)
  if (afterField === -1 || afterLine === -1) return null
  const [atField, atLine] = [find(field, front.open, front.close), find(visible, front.close, end)]
  const listed = atField === -1 ? [] : namesInField(lines[atField] ?? '')
  const shown = inlineText(visible.exec(lines[atLine] ?? '')?.[2] ?? '').split(',')
  if (listed === null || listed.some((name) => name.includes(','))) return null
  return {
    field: atField === -1 ? null : { names: listed, at: atField },
    line: atLine === -1 ? null : { names: shown.map((name) => name.trim()).filter(Boolean), at: atLine },
    afterField,
    afterLine,
  }
}

function namesInField(line: string): readonly string[] | null {
  const value: unknown = shortYamlValue(line)
  const names: unknown = typeof value === 'object' && value !== null ? Object.values(value)[0] : null
  const list: readonly unknown[] = Array.isArray(names) ? names : [names]
  return list.every((name) => typeof name === 'string') ? list : null
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name))

/** The same text with some names in both places. What has them already keeps its layout. */
function withNames(text: string, { field: list, line, ...after }: Places, names: readonly string[]): string {
  const lines: (readonly string[])[] = text.split('\n').map((one) => [one])
  const put = (place: Place | null, to: number, written: string): void => {
    if (place !== null && sameNames(place.names, names)) return
    const at = place?.at ?? to
    const kept = place === null ? (lines[at] ?? []) : []
    lines[at] = [...kept, ...(names.length === 0 ? [] : [written])]
  }
  const head = visible.exec(lines[line?.at ?? -1]?.[0] ?? '')?.[1] ?? '* Deciders: '
  put(line, after.afterLine, head + names.map(escapeMarkdown).join(', '))
  put(list, after.afterField, `decision-makers: ${flowList(names)}`)
  return lines.flat().join('\n')
}
