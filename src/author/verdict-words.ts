import type { Confidence } from '../evaluation/confidence.ts'
import type { Decision } from '../evaluation/decision.ts'
import { degreeWord, listOf } from '../record/words.ts'

/** A verdict, or as much of it as a case says. */
interface SaidVerdict {
  readonly kind: Decision['kind']
  readonly option?: string
  readonly options?: readonly string[]
  readonly assignment?: ReadonlyMap<string, string> | Readonly<Record<string, string>>
}

export const namesIn = (ids: readonly string[]): string => listOf(ids.map((id) => `\`${id}\``))

/** A verdict by ids, such as "`go`" or "a tie of `python` and `go`". */
export function verdictWords(said: SaidVerdict): string {
  const { option = '', options = [], assignment = {} } = said
  const among = options.length === 0 ? '' : namesIn(options)
  switch (said.kind) {
    case 'chosen':
      return `\`${option}\``
    case 'split': {
      const pairs = assignment instanceof Map ? [...assignment] : Object.entries(assignment)
      return `a split: ${listOf(pairs.map(([part, own]) => `\`${own}\` for \`${part}\``))}`
    }
    case 'tie':
      return among === '' ? 'a tie' : `a tie of ${among}`
    case 'insufficient-evidence':
      return among === '' ? 'too little known' : `too little known to tell ${among} apart`
    case 'no-option':
      return 'every option ruled out'
    case 'out-of-scope':
      return 'out of scope'
    case 'scope-unknown':
      return 'not known whether it is in scope'
  }
}

/** How sure, behind a verdict. */
export const degreeOf = (confidence: Confidence | null): string =>
  confidence === null ? '' : `, ${degreeWord[confidence]}`
