import type { Interval } from '../evaluation/truth.ts'

/** The same numbers in as few intervals as possible, in their order: those that touch are one. */
export function joinIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = []
  for (const interval of intervals.toSorted(byStart)) {
    const last = joined.at(-1)
    if (last === undefined || !touches(last, interval)) joined.push(interval)
    else
      joined[joined.length - 1] = {
        ...(last.from && { from: last.from }),
        ...(interval.to && { to: interval.to }),
      }
  }
  return joined
}

const byStart = (a: Interval, b: Interval): number =>
  (a.from?.value ?? -Infinity) - (b.from?.value ?? -Infinity) ||
  Number(b.from?.included) - Number(a.from?.included)

/** Whether the second begins where the first ends, with no number between them. */
const touches = ({ to }: Interval, { from }: Interval): boolean =>
  to !== undefined && to.value === from?.value && to.included !== from.included
