import { codeOf, escapeMarkdown } from '../record/markdown.ts'
import { makeVisible } from '../report/visible-text.ts'

/** How names and texts from files are put into a sentence, so that they are read as nothing else. */
export interface Wording {
  /** A path, an id, an answer or a command. */
  readonly code: (text: string) => string
  /** A name or a sentence. */
  readonly plain: (text: string) => string
}

/** For terminals and logs. */
export const textWording: Wording = {
  code: (text) => `\`${makeVisible(text)}\``,
  plain: makeVisible,
}

/** For Markdown, also in a cell of a table. */
export const markdownWording: Wording = {
  code: (text) => codeOf(makeVisible(text)).replaceAll('|', '\\|'),
  plain: (text) => escapeMarkdown(makeVisible(text)).replaceAll('@', '&#64;'),
}

/** An argument as a shell takes it for one word. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
