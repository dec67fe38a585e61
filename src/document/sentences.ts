import { letterPattern } from './letters.ts'
import { rememberedOfText } from './remembered.ts'

const betweenSentences = letterPattern(String.raw`(?<=[.!?]) +(?=[\p{Ll}]?[\p{Lu}]|\x60)`)

/** Sentences of a text, one an entry. A full stop inside a word or a number ends nothing. */
export const sentencesOf = rememberedOfText((text): readonly string[] =>
  text.trim().split(betweenSentences(text)),
)
