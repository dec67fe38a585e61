import { codeOf, escapeMarkdown } from '../record/markdown.ts'
import { makeVisible } from '../report/visible-text.ts'

/** How names and texts from files are put into a sentence, so that they are read as nothing else. */
export interface Notation {
  /** A path, an id, an answer or a command. */
  readonly code: (text: string) => string
  /** A name or a sentence. */
  readonly plain: (text: string) => string
}

/** For terminals and logs. */
export const textNotation: Notation = {
  code: (text) => `\`${makeVisible(text)}\``,
  plain: makeVisible,
}

/** For Markdown, also in a cell of a table. */
export const markdownNotation: Notation = {
  code: (text) => codeOf(makeVisible(text)).replaceAll('|', '\\|'),
  plain: (text) => escapeMarkdown(makeVisible(text)).replaceAll('@', '&#64;'),
}

/** How much a finding matters. An error fails the check; the others do so only where everything is to. */
export type Severity = 'error' | 'warning' | 'note'

/** All that is said of one kind of finding. `About` is what its words need to know; paths are relative to the repository, with `/`. */
export interface KindOf<About> {
  /** By default. */
  readonly severity: Severity
  /** What it means, in one sentence. docs/checking.md says the same. */
  readonly rule: string
  /** Why it is a finding, as a clause without a full stop, and what to do. */
  readonly words: (finding: Sayable<About>) => readonly [why: string, advice: string]
}

/** Names what the words of a kind need to know. Most kinds are errors. */
export const kindOf = <About>({
  severity = 'error',
  ...kind
}: Omit<KindOf<About>, 'severity'> & Partial<KindOf<About>>): KindOf<About> => ({ severity, ...kind })

/** A finding with what it takes to speak of it. */
export interface Sayable<About> {
  readonly about: About
  readonly words: Notation
  /** A path as people see it, as code. */
  readonly at: (path: string) => string
  /** A command of ours on the record of the finding, as code. */
  readonly runHere: (command: string) => string
  /** A command of ours on another record, as code. */
  readonly runOn: (command: string, path: string) => string
  /** `generate` for the profile, as code. */
  readonly generate: (...options: readonly string[]) => string
}
