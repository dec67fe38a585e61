import { codeOf } from '../record/markdown.ts'
import { makeVisible } from '../report/visible-text.ts'

/** A character of no width, which `makeVisible` leaves nowhere. Written by name, so that it can be seen in the source. */
const BREAK = '\u200B'
const BREAK_NAME = '&#8203;'

/**
 * What forges make more of than text, even where Markdown does not: mentions, numbers and names of issues, milestones and labels,
 * short names of pictures, addresses and commands. Escapes do not help against that: it is done to the text that they leave.
 */
const reference =
  /@(?=\S)|[#!](?=\d)|[%~&$](?=[\w"])|\bGH(?=-\d)|:(?=[\w+-]+:)|:(?=\/\/)|\bwww(?=\.)|^\/(?=\w)/gi

/** What may be the name of a commit: seven digits do. */
const commitName = /\b[0-9a-f]{7,}\b/gi
const LONGEST_NO_NAME = 6

/** Text of any origin as Markdown for a comment on GitHub or GitLab that shows just this text, and notifies nobody. */
export function inertText(text: string): string {
  const plain = breakReferences(text).replace(/[\\*_[\]<>|~$]|&(?=#|\w+;)/g, '\\$&')
  // Some readers look for code before they look for escapes.
  return escapeBlockStart(plain).replaceAll(BREAK, BREAK_NAME).replaceAll('`', '&#96;')
}

/** The same inside HTML, where Markdown does not count. */
export const inertHtml = (text: string): string =>
  breakReferences(text)
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll(BREAK, BREAK_NAME)

const breakReferences = (text: string): string =>
  makeVisible(text.replace(/\s+/gu, ' '))
    .replace(reference, `$&${BREAK}`)
    .replace(commitName, (name) =>
      Array.from({ length: Math.ceil(name.length / LONGEST_NO_NAME) }, (_, part) =>
        name.slice(part * LONGEST_NO_NAME, (part + 1) * LONGEST_NO_NAME),
      ).join(BREAK),
    )

const escapeBlockStart = (text: string): string =>
  text.replace(/^( ?)([#=+-])/, '$1\\$2').replace(/^( ?\d{1,9})([.)])/, '$1\\$2')

/** A name, a path or a command. Nothing in code is looked at by a forge. */
export const inertCode = (text: string): string => codeOf(makeVisible(text) || ' ')

/** An address as the target of a link. */
export const inertTarget = (url: string): string =>
  `<${makeVisible(url)
    .replace(/[\\<>\s|]/g, encodeURIComponent)
    .replace(/&(?=#|\w+;)/g, '&amp;')}>`
