/** A piece of a line. What is just a string is text, whatever it contains. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly to: string }

export type Phrase = readonly Inline[]

/** A part of a review, before anybody knows how it is shown. */
export type ReviewBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Phrase }
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Lines that stay as they are. */
  | { readonly kind: 'lines'; readonly language: 'diff' | 'text'; readonly lines: readonly string[] }
  /** What a reader opens to see. */
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly ReviewBlock[] }

export const paragraph = (...text: Phrase): ReviewBlock => ({ kind: 'paragraph', text })

/** A list, or nothing where it would be empty. */
export const listBlock = (items: readonly Phrase[]): readonly ReviewBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

export const code = (text: string): Inline => ({ code: text })

/** Phrases with something between them: "a, b and c". */
export const joinPhrases = (phrases: readonly Phrase[], last = ' and '): Phrase =>
  phrases.flatMap((phrase, index) => {
    const gap = index === 0 ? [] : [index === phrases.length - 1 ? last : ', ']
    return [...gap, ...phrase]
  })
