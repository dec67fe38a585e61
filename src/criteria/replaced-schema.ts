import * as z from 'zod'
import { byId, id, mapOf } from '../document/schema.ts'
import { sentence } from './text-schema.ts'

/** Held to the new fact by `checkReplaced`. */
const answer = z.unknown().meta({
  description: 'The new answer; for a set-of fact one value or a list.',
  type: ['boolean', 'number', 'string', 'array'],
  items: { type: 'string' },
})

const replacementSchema = mapOf({
  by: id.optional().meta({
    description: 'The fact that took its place; its own id, where only answers were replaced.',
  }),
  values: byId(answer, 1, 'The new answer for each old one; without it the answer is the same.').optional(),
  says: sentence.optional().meta({ description: 'What to do where no answer can be carried over.' }),
}).meta({ description: 'What took the place of this fact.' })

export const replacedSchema = byId(
  replacementSchema,
  0,
  'What took the place of facts that the pack no longer asks, or of answers that they no longer have, by their old id.',
)
