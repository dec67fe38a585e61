import { remembered } from './remembered.ts'

/** More than the packs of a repository have texts. */
const MOST_REMEMBERED = 5000

/** Sentences of a text, one an entry. A full stop inside a word or a number ends nothing. */
export const sentencesOf = remembered(MOST_REMEMBERED, (text): readonly string[] =>
  text.trim().split(/(?<=[.!?]) +(?=\p{Ll}?\p{Lu}|`)/u),
)
