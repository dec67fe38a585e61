import { isPlain } from '../document/hidden-characters.ts'
import { remembered } from '../document/remembered.ts'

/** Marks that stand over, under or within the character before them. */
const joining = remembered(() => new RegExp(String.raw`\p{Mn}|\p{Me}|\u200c|\u200d|\p{Emoji_Modifier}`, 'u'))
/** East Asian letters and pictures, which take two columns (Unicode Standard Annex 11). */
const wide = remembered(
  () =>
    new RegExp(
      String.raw`\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]`,
      'u',
    ),
)

const widthOfCharacter = (character: string): number =>
  isPlain(character) ? 1 : joining().test(character) ? 0 : wide().test(character) ? 2 : 1

/** Flags, families and other pictures of several characters, each of which is shown as one (Unicode Technical Standard 51). */
const pictures = remembered(() => new RegExp(String.raw`\p{RGI_Emoji}`, 'gv'))

/** How many columns of a terminal a text takes. */
export const columnsOf = (text: string): number =>
  isPlain(text)
    ? text.length
    : [...text.replace(pictures(), '世')].reduce(
        (columns, character) => columns + widthOfCharacter(character),
        0,
      )

/** The text, cut at a character so that it takes so many columns at most. */
export function fitColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let fitting = ''
  let used = 0
  for (const character of text) {
    used += widthOfCharacter(character)
    if (used > columns - 1) break
    fitting += character
  }
  return `${fitting.trimEnd()}…`
}

/** The text, followed by spaces up to so many columns. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** The same, preceded by the spaces. */
export const padColumnsStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - columnsOf(text))) + text

/** The text in pieces of at most so many columns, cut between any two characters. */
export function cutColumns(text: string, columns: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece !== '' && columnsOf(piece + character) > columns) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
