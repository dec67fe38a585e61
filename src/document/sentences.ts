/** Sentences of a text, one an entry. A full stop inside a word or a number ends nothing. */
export const sentencesOf = (text: string): readonly string[] =>
  text.trim().split(/(?<=[.!?]) +(?=\p{Ll}?\p{Lu}|`)/u)
