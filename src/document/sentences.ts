import { rememberedOfText } from './remembered.ts'

/** Sentences of a text, one an entry. A full stop inside a word or a number ends nothing. */
export const sentencesOf = rememberedOfText((text): readonly string[] =>
  text.trim().split(/(?<=[.!?]) +(?=\p{Ll}?\p{Lu}|`)/u),
)
