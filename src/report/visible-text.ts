/** Control characters that have a picture of their own in Unicode. */
const PICTURES = 0x2400
const DELETE = 0x7f
const DELETE_PICTURE = '\u2421'
const REPLACEMENT = '\ufffd'

const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu

/** Show what would move, hide or reorder the text on a screen; every character stays one column wide. */
export function makeVisible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\t') return ' '
    if (codePoint < 0x20) return String.fromCodePoint(PICTURES + codePoint)
    return codePoint === DELETE ? DELETE_PICTURE : REPLACEMENT
  })
}

/** Shorten a text to so many code points. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
