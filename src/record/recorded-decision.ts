import { inlineText } from './inline-text.ts'

/** Why a record chooses nothing. */
export type Undecided = 'tie' | 'insufficient-evidence' | 'no-option' | 'out-of-scope' | 'scope-unknown'

/** What a record decides, as its sentence says it; its title where a template has a sentence of its own. Plain text. */
export type RecordedDecision =
  | { readonly kind: 'chosen'; readonly option: string }
  | { readonly kind: 'undecided'; readonly why: Undecided | null }
  | { readonly kind: 'titled'; readonly title: string }

/** The words of the decision sentence, by what they mean. */
const reasons: readonly (readonly [Undecided, RegExp])[] = [
  ['tie', /too close to call\.$/],
  ['insufficient-evidence', /because too little is known | a decision needs .* at least\.$/],
  ['no-option', /ruled out\.$/],
  ['out-of-scope', /because this comparison does not cover /],
  ['scope-unknown', /because it is not known whether this comparison covers /],
]

const sentence = /^(?:Chosen option: "(.+)", because |No option is chosen, because ).*$/m

/** Reads back what a record decides. `text` has line feeds. */
export function recordedDecision(text: string): RecordedDecision {
  const [whole, option] = sentence.exec(text) ?? []
  if (option !== undefined) return { kind: 'chosen', option: inlineText(option) }
  if (whole !== undefined)
    return { kind: 'undecided', why: reasons.find(([, pattern]) => pattern.test(whole))?.[0] ?? null }
  return { kind: 'titled', title: inlineText(/^# (?:\d+\. )?(.*)$/m.exec(text)?.[1] ?? '') }
}

export const decidesSame = (a: RecordedDecision, b: RecordedDecision): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** The line that says what is decided, counted from 1; that of the title where no sentence does. */
export function decisionLine(text: string): number | null {
  const lines = text.split('\n')
  const index = lines.findIndex((line) => sentence.test(line))
  const line = index === -1 ? lines.findIndex((one) => one.startsWith('# ')) : index
  return line === -1 ? null : line + 1
}
