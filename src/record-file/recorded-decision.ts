import { letterPattern } from '../document/letters.ts'
import { inlineText } from '../record/inline-text.ts'

/** Why a record chooses nothing. */
export type Undecided = 'tie' | 'insufficient-evidence' | 'no-option' | 'out-of-scope' | 'scope-unknown'

/** What a record decides, in plain text; its title where a template has a sentence of its own. */
export type RecordedDecision =
  | { readonly kind: 'chosen'; readonly option: string }
  | { readonly kind: 'undecided'; readonly why: Undecided | null }
  | { readonly kind: 'titled'; readonly title: string }

/** The sentence in which MADR states a decision, and ours where there is none. People may edit it, so it is read back. */
const statement = /^(?:Chosen option: "(.+)", because |No option is chosen, because )/

/** Whether a line is the sentence that states the decision. */
export const statesDecision = (line: string): boolean => statement.test(line)

/**
 * Reads back what a record decides.
 *
 * @param text Markdown with line feeds
 * @param why why nothing is chosen, as the evidence behind that text has it; the text itself is not asked
 */
export function recordedDecision(text: string, why: Undecided | null): RecordedDecision {
  const { line } = findStatement(text)
  const [whole, option] = statement.exec(line) ?? []
  if (option !== undefined) return { kind: 'chosen', option: inlineText(option) }
  return whole === undefined
    ? { kind: 'titled', title: inlineText(line.replace(/^# (?:\d+\. )?/, '')) }
    : { kind: 'undecided', why }
}

/** Whether two records say that they decide the same, whatever their reasons. */
export const decidesAlike = (one: string, other: string): boolean =>
  decidesSame(recordedDecision(one, null), recordedDecision(other, null))

/** Whether two records state decisions that are not the same; prose without such a statement contradicts nothing. */
export function contradicts(one: string, other: string): boolean {
  const [mine, theirs] = [recordedDecision(one, null), recordedDecision(other, null)]
  return mine.kind !== 'titled' && theirs.kind !== 'titled' && !decidesSame(mine, theirs)
}

/** Whether the title of a text still names what was chosen before, where something else is chosen now. */
export function titledAsBefore(text: string, before: string, now: string): boolean {
  const [was, is] = [recordedDecision(before, null), recordedDecision(now, null)]
  if (was.kind !== 'chosen' || decidesSame(was, is)) return false
  const title = spaced(/^# .*$/m.exec(text)?.[0] ?? '')
  return title.includes(spaced(was.option)) && !(is.kind === 'chosen' && title.includes(spaced(is.option)))
}

/** The words of a text, each between spaces. */
function spaced(text: string): string {
  const lower = text.toLowerCase()
  return ` ${(lower.match(words(lower)) ?? []).join(' ')} `
}

const words = letterPattern(String.raw`[\p{L}\p{N}]+`, 'g')

export const decidesSame = (a: RecordedDecision, b: RecordedDecision): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** The line that says what is decided, counted from 1; that of the title where no sentence does. */
export function decisionLine(text: string): number | null {
  const { index } = findStatement(text)
  return index === -1 ? null : index + 1
}

function findStatement(text: string): { readonly index: number; readonly line: string } {
  const lines = text.split('\n')
  const stated = lines.findIndex((line) => statement.test(line))
  const index = stated === -1 ? lines.findIndex((line) => line.startsWith('# ')) : stated
  return { index, line: lines[index] ?? '' }
}
