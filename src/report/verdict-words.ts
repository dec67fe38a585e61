import type { Confidence } from '../evaluation/confidence.ts'
import type { Verdict } from '../evaluation/judgement.ts'

const degrees: Readonly<Record<Confidence, string>> = {
  clear: 'clear',
  lean: 'leaning',
  'by-elimination': 'by elimination',
}

/** How sure a verdict is, in a word or two; nothing where nothing was chosen. */
export const degreeOf = ({ confidence }: Verdict): string => (confidence === null ? '' : degrees[confidence])
