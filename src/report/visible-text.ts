import { REPLACEMENT, showHidden } from '../document/hidden-characters.ts'

/** Control characters that have a picture of their own in Unicode. */
const PICTURES = 0x2400
const DELETE = 0x7f
const DELETE_PICTURE = '\u2421'

/** Show what would move, hide or reorder the text on a screen; every character stays one column wide. */
export const makeVisible = (text: string): string =>
  showHidden(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\t') return ' '
    if (codePoint < 0x20) return String.fromCodePoint(PICTURES + codePoint)
    return codePoint === DELETE ? DELETE_PICTURE : REPLACEMENT
  })

/** Shorten a text to so many code points. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
