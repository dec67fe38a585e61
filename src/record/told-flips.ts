import type { AnswerChange } from '../evaluation/changes.ts'
import { rememberedOf } from '../document/remembered.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Flip } from '../evaluation/flips.ts'

/** Flips that one sentence can tell: for each fact the changes any one of which will do, and what they lead to. */
export interface ToldFlip {
  readonly changes: readonly (readonly [AnswerChange, ...AnswerChange[]])[]
  readonly result: string
  /** Whether another option, or another division, would be chosen. */
  readonly choosesAnother: boolean
}

/** Puts the flips together that change the same facts with the same result, in the order of the first of each. */
export function groupFlips(flips: readonly Flip[], resultOf: (flip: Flip) => string): readonly ToldFlip[] {
  const told = flips.map((flip): ToldFlip => ({
    changes: flip.changes.map((change) => [change]),
    result: resultOf(flip),
    choosesAnother: isChoice(flip.decision),
  }))
  const singles = joinAt(told, 0)
  // Pairs are put together at one place after the other, so that what is told stays exactly what was found.
  return flips.some(({ changes }) => changes.length > 1) ? joinAt(singles, 1) : singles
}

/** Joins what differs at one place only. */
function joinAt(told: readonly ToldFlip[], place: number): readonly ToldFlip[] {
  const joined = new Map<string, ToldFlip>()
  for (const entry of told) {
    const key = [
      entry.result,
      ...entry.changes.map((alternatives, index) =>
        index === place ? factKey(alternatives[0]) : alternatives.map(changeKey).join(),
      ),
    ].join('\n')
    const before = joined.get(key)
    joined.set(key, before === undefined ? entry : join(before, entry, place))
  }
  return [...joined.values()]
}

const join = (before: ToldFlip, { changes }: ToldFlip, place: number): ToldFlip => ({
  ...before,
  changes: before.changes.map((alternatives, index) =>
    index === place ? [...alternatives, ...(changes[place] ?? [])] : alternatives,
  ),
})

/** What a change is about. Members that go leave together or not at all, so those changes are told one by one. */
const factKey = rememberedOf(({ fact, components, step }: AnswerChange) =>
  [fact.id, components, step.kind, step.kind === 'loses' ? step.members : ''].join(' '),
)

/** No id has a space or a comma. */
const changeKey = rememberedOf((change: AnswerChange) => {
  const { step, to } = change
  return [factKey(change), step.kind === 'becomes' ? step.values : step.members, to].join(' ')
})

/**
 * As many as asked for, the most telling first: other facts before the same ones once more, another choice before none,
 * facts that have not been named before those that have. What is chosen stays in its order.
 */
export function mostTelling(told: readonly ToldFlip[], most: number): readonly ToldFlip[] {
  const chosen: ToldFlip[] = []
  while (chosen.length < Math.min(most, told.length)) {
    const named = chosen.flatMap(factsOf)
    const ranked = told
      .filter((entry) => !chosen.includes(entry))
      .map((entry) => ({
        entry,
        rank: [
          chosen.filter((other) => factsOf(other).join() === factsOf(entry).join()).length,
          entry.choosesAnother ? 0 : 1,
          named.filter((fact) => factsOf(entry).includes(fact)).length,
        ],
      }))
      .toSorted((a, b) => compareRanks(a.rank, b.rank))
    chosen.push(...ranked.slice(0, 1).map(({ entry }) => entry))
  }
  return told.filter((entry) => chosen.includes(entry))
}

const factsOf = ({ changes }: ToldFlip): readonly string[] => changes.map(([{ fact }]) => fact.id)

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
