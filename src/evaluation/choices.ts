import { jointKey } from './distribution.ts'
import { type JudgedRules, type MissingAnswer, stepOf } from './open-rules.ts'

/** An answer to each of some open facts. */
export interface Choice {
  /** Its place where every cell of each fact of a block is tried, those of the last fact changing fastest. */
  readonly place: number
  /** How likely it is beside the others. */
  readonly weight: bigint
}

/** The answers to each fact of a block. Those that no rule tells apart, whatever is answered otherwise, are one. */
export function choicesIn(
  facts: readonly MissingAnswer[],
  parts: readonly JudgedRules[],
): readonly (readonly Choice[])[] {
  const sizes = facts.map(({ cells }) => cells.length)
  const every = facts.map(({ cells }, fact) =>
    cells.map(({ weight }, cell): Choice => ({ place: cell * stepOf(sizes, fact), weight: BigInt(weight) })),
  )
  // Rules that ask for all facts are judged for every combination anyway.
  if (parts.some((part) => part.facts.length === facts.length)) return every
  return every.map((choices, fact) => {
    const asking = parts
      .filter((part) => facts.some((missing, place) => place === fact && part.facts.includes(missing)))
      .map(({ facts: asked, standingWith }) => ({
        standingWith,
        others: combinationsOf(
          every.filter((_, place) => place !== fact && asked.some((one) => one === facts[place])),
        ),
      }))
    return mergeAlike(choices, ({ place }) =>
      jointKey(
        asking.flatMap(({ standingWith, others }) =>
          others.map((other) => standingWith(place + other.place)),
        ),
      ),
    )
  })
}

function mergeAlike(choices: readonly Choice[], keyOf: (choice: Choice) => string): readonly Choice[] {
  const merged = new Map<string, Choice>()
  for (const choice of choices) {
    const key = keyOf(choice)
    const before = merged.get(key)
    merged.set(key, before === undefined ? choice : { ...before, weight: before.weight + choice.weight })
  }
  return [...merged.values()]
}

/** Every way to make one choice of each list, those of the last one changing fastest. */
export const combinationsOf = (lists: readonly (readonly Choice[])[]): readonly Choice[] =>
  lists.reduce<readonly Choice[]>(
    (all, choices) =>
      all.flatMap((before) =>
        choices.map(({ place, weight }) => ({
          place: before.place + place,
          weight: before.weight * weight,
        })),
      ),
    [{ place: 0, weight: 1n }],
  )
