import type * as z from 'zod'
import { formatted, lineUpTo } from '../document/schema.ts'

/** Records put these texts into Markdown as they stand. */
const plain = /^(?!.*<[A-Za-z/!?])[^[\]|]*$/

function plainUpTo(maximum: number): z.ZodString {
  return formatted(lineUpTo(maximum), plain, 'plain-text')
}

/** A noun or a noun phrase. */
export const name = plainUpTo(200)

/** One or more sentences, which end as sentences do. */
export const sentence = formatted(plainUpTo(1000), /[.?!]$/, 'sentence')

/** A part of a sentence, which a record completes. */
export const clause = formatted(plainUpTo(500), /[^.]$/, 'clause')
