const LONGEST_NAME = 100

/** The candidate that a misspelled name most likely means; the first of several that are equally near. */
export function findNearestName(name: string, candidates: readonly string[]): string | null {
  const wanted = normaliseName(name)
  if (wanted.length === 0 || wanted.length > LONGEST_NAME) return null
  let nearest: string | null = null
  let nearestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const other = normaliseName(candidate)
    if (other.length > LONGEST_NAME) continue
    const limit = Math.min(
      Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3)),
      wanted.length - 1,
    )
    const distance = measureEdits(wanted, other)
    if (distance <= limit && distance < nearestDistance && !areOpposites(wanted, other, distance)) {
      nearest = candidate
      nearestDistance = distance
    }
  }
  return nearest
}

/** A name with other words that people use for the same. */
export interface NamedValue {
  readonly id: string
  readonly also?: readonly string[]
}

/** The value that a word most likely means: the one that has another word for it, else the nearest. */
export function findMeant(word: string, values: readonly NamedValue[]): string | null {
  const wanted = normaliseName(word).join('')
  const same = values.find(({ also = [] }) => also.some((other) => normaliseName(other).join('') === wanted))
  return same === undefined
    ? findNearestName(
        word,
        values.map(({ id }) => id),
      )
    : same.id
}

/** What makes a word mean the opposite. */
const NEGATIONS = ['un', 'in', 'im', 'dis', 'non', 'non-', 'no-', 'not-', 'without-'].map((text) =>
  Array.from(text),
)

/** Whether a word is nearer to the other one without its negation: nobody who writes one means the other. */
const areOpposites = (one: readonly string[], other: readonly string[], distance: number): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([negated = [], plain = []]) =>
    NEGATIONS.some(
      (negation) =>
        negation.every((letter, index) => negated[index] === letter) &&
        measureEdits(negated.slice(negation.length), plain) < distance,
    ),
  )

function normaliseName(name: string): readonly string[] {
  return Array.from(name.toLowerCase().replaceAll(/[_\s]/g, '-'))
}

/** Damerau-Levenshtein distance in which no part is edited twice. */
function measureEdits(from: readonly string[], to: readonly string[]): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const transposed =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          transposed ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? 0
}
