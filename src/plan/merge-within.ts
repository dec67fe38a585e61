import { letterPattern } from '../document/letters.ts'
import type { Statement } from './statements.ts'

/**
 * Merges what two sides did within one statement, where both can stand: entries of a list in one field, or sentences
 * that one side adds beside those that the other changes. Null where they touch the same words.
 */
export function mergeWithin(base: Statement, mine: Statement, theirs: Statement): readonly string[] | null {
  const [was, is, now] = [base, mine, theirs].map(listOf)
  if (was && is && now) {
    const kept = is.entries.filter((entry) => now.entries.includes(entry) || !was.entries.includes(entry))
    const added = now.entries.filter((entry) => !was.entries.includes(entry) && !is.entries.includes(entry))
    return [`${is.head}[${[...kept, ...added].join(', ')}]`]
  }
  if (base.kind !== 'text' && base.kind !== 'item') return null
  const [before = '', person = '', machine = ''] = [base, mine, theirs].map(({ lines }) => lines.join('\n'))
  return (withAdded(before, person, machine) ?? withAdded(before, machine, person))?.split('\n') ?? null
}

/** `head: [a, b]` on one line. */
function listOf({
  kind,
  lines,
}: Statement): { readonly head: string; readonly entries: readonly string[] } | null {
  const [, head, inside] =
    /^([^:]+:[ \t]*)\[(.*)\][ \t]*$/.exec(lines.length === 1 ? (lines[0] ?? '') : '') ?? []
  if (kind !== 'field' || head === undefined || inside === undefined || /["'[\]{}#]/.test(inside)) return null
  return {
    head,
    entries: inside
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  }
}

const ending = letterPattern(String.raw`[^\p{L}\p{N}]$`)
const endingAndSpace = letterPattern(String.raw`[^\p{L}\p{N}\s]\s+$`)

/** Sentences that one side adds before or after all others go with any change of the other side. */
function withAdded(base: string, adding: string, other: string): string | null {
  const [before, after] = [adding.slice(0, -base.length), adding.slice(base.length)]
  if (adding.startsWith(base) && ending(base).test(base) && /^\s/.test(after)) return other + after
  return adding.endsWith(base) && endingAndSpace(before).test(before) ? before + other : null
}
