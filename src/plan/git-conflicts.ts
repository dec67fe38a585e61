import { closesFence, openingFence } from '../record-file/markdown-lines.ts'
import { withLineFeeds } from '../record-file/text-style.ts'

/** Lines that are merged, or those of both sides; `theirs` is null where they are merged. */
export interface Stretch {
  /** As they stand in the text, with their markers. */
  readonly lines: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[] | null
}

type Conflict = Stretch & { readonly theirs: readonly string[] }

export const conflictsIn = (stretches: readonly Stretch[]): readonly Conflict[] =>
  stretches.filter((stretch): stretch is Conflict => stretch.theirs !== null)

/** The text as it was on the branch into which the other was merged. */
export const mineIn = (stretches: readonly Stretch[]): string =>
  stretches.flatMap(({ mine }) => mine).join('\n')

/** Two conflicts with one key are the same. */
export const keyOf = ({ mine, theirs }: Conflict): string => JSON.stringify([mine, theirs])

/** The line of the first conflict marker in a text, ours or git's; null without a whole group of them. */
export function markerLine(text: string): number | null {
  if (!text.includes('<<<<<<<')) return null
  const [before, conflict] = stretchesOf(text)
  return before === undefined || conflict === undefined ? null : before.lines.length + 1
}

/**
 * Reads conflict markers, ours or git's in any of its styles. Those that do not belong together are text, and so are those in
 * fenced code: people write about git.
 */
export function stretchesOf(text: string): readonly Stretch[] {
  const lines = withLineFeeds(text).split('\n')
  const stretches: Stretch[] = []
  let rest = 0
  let code = codeIn(lines, 0)
  for (let line = 0; line < lines.length; line += 1) {
    if (code.has(line) || !/^<{7,}(?: |$)/.test(lines[line] ?? '')) continue
    const find = (pattern: RegExp, from: number): number =>
      lines.findIndex((other, index) => index > from && pattern.test(other))
    const middle = find(/^={7,}$/, line)
    const end = middle === -1 ? -1 : find(/^>{7,}(?: |$)/, middle)
    if (end === -1) break
    const base = find(/^\|{7,}(?: |$)/, line)
    const mine = lines.slice(line + 1, base === -1 || base > middle ? middle : base)
    stretches.push(
      { lines: lines.slice(rest, line), mine: lines.slice(rest, line), theirs: null },
      { lines: lines.slice(line, end + 1), mine, theirs: lines.slice(middle + 1, end) },
    )
    rest = end + 1
    line = end
    // What a side opens, the other may close.
    code = codeIn(lines, rest)
  }
  const after = lines.slice(rest)
  return [...stretches, { lines: after, mine: after, theirs: null }]
}

/** The lines between fences, from a line on. A fence that nobody closes hides nothing. */
function codeIn(lines: readonly string[], from: number): ReadonlySet<number> {
  const code = new Set<number>()
  // What nobody closes from here on, nobody closes further down.
  const open = new Set<string>()
  for (let line = from; line < lines.length; line += 1) {
    const fence = openingFence(lines[line] ?? '')
    if (fence === undefined || open.has(fence)) continue
    const end = lines.findIndex((other, index) => index > line && closesFence(fence, other))
    if (end === -1) {
      open.add(fence)
      continue
    }
    for (let within = line; within <= end; within += 1) code.add(within)
    line = end
  }
  return code
}

/**
 * Takes one side of the conflicts between markers.
 *
 * @param at the number of a line of one conflict, counted from 1; all conflicts without it
 * @returns the text; null where no conflict has the line, or there is none at all
 */
export function takeSide(text: string, side: 'mine' | 'new', at: number | undefined): string | null {
  let next = 1
  let isTaken = false
  const settled = stretchesOf(text).flatMap(({ lines, mine, theirs }) => {
    const first = next
    next += lines.length
    if (theirs === null || (at !== undefined && (at < first || at >= next))) return lines
    isTaken = true
    return side === 'mine' ? mine : theirs
  })
  return isTaken ? settled.join('\n') : null
}
