import { remembered } from './remembered.ts'

/**
 * Whether a text has only signs of which each is seen, takes one column and joins with no other: ASCII, Latin letters,
 * punctuation. Most texts are such, and one look tells. The patterns for all of Unicode are made when a text needs them: each
 * would take longer than all other code together, even to be read as a literal.
 */
export const isPlain = (text: string): boolean =>
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u25a9]*$/.test(text)

/**
 * What moves, hides or reorders a text and is not seen itself, by the properties of Unicode: controls and formats,
 * whatever a reader may ignore, and halves of characters. Some formats of Arabic and its kin are signs that are seen.
 */
const hidden = String.raw`[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]`

/** Where some of them belong: in pictures, after the letter or sign whose form they choose, and between letters that they join or part. */
const belonging = String.raw`\p{RGI_Emoji}|(?<=[\p{L}\p{N}\p{P}\p{S}])\p{Variation_Selector}|(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})`

const patterns = remembered(() => ({
  hidden: new RegExp(hidden, 'v'),
  either: new RegExp(`(?<usable>${belonging})|${hidden}`, 'gv'),
}))

/** The text with something that can be seen in the place of every character that cannot, and that does not belong there. */
export function showHidden(text: string, show: (character: string) => string): string {
  if (isPlain(text) || !patterns().hidden.test(text)) return text
  return text.replace(patterns().either, (found: string, usable?: string) => usable ?? show(found))
}

/** What stands for a character that is not shown. */
export const REPLACEMENT = '\uFFFD'
