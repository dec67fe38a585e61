import { withLineFeeds } from '../record-file/text-style.ts'

/** Lines that git merged, or those of both sides; `theirs` is null where it merged them. */
export interface Stretch {
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

/** Reads git's conflict markers in any of its styles. Those that do not belong together are text. */
export function stretchesOf(text: string): readonly Stretch[] {
  const lines = withLineFeeds(text).split('\n')
  const stretches: Stretch[] = []
  let rest = 0
  for (let line = 0; line < lines.length; line += 1) {
    if (!/^<{7,}(?: |$)/.test(lines[line] ?? '')) continue
    const find = (pattern: RegExp, from: number): number =>
      lines.findIndex((other, index) => index > from && pattern.test(other))
    const middle = find(/^={7,}$/, line)
    const end = middle === -1 ? -1 : find(/^>{7,}(?: |$)/, middle)
    if (end === -1) break
    const base = find(/^\|{7,}(?: |$)/, line)
    const mine = lines.slice(line + 1, base === -1 || base > middle ? middle : base)
    stretches.push(
      { mine: lines.slice(rest, line), theirs: null },
      { mine, theirs: lines.slice(middle + 1, end) },
    )
    rest = end + 1
    line = end
  }
  return [...stretches, { mine: lines.slice(rest), theirs: null }]
}
