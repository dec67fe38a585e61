/** A part of a text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A part of a text, and what stands there instead. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly text: string
}

export const insertion = (at: number, text: string): Splice => ({ at, remove: 0, text })

/** Carries out splices that do not overlap; of two insertions at one place, the first comes first. */
export const applySplices = (text: string, splices: readonly Splice[]): string =>
  splices
    .toSorted((a, b) => a.at - b.at)
    .reduceRight(
      (edited, { at, remove, text: added }) => edited.slice(0, at) + added + edited.slice(at + remove),
      text,
    )
