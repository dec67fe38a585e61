import * as z from 'zod/mini'
import { evidenceSchema } from './evidence-data.ts'

/**
 * The JSON Schema of `.madrigal/evidence/<id>.json`.
 *
 * @returns a schema of draft 2020-12
 */
export const evidenceJsonSchema = (): object =>
  z.toJSONSchema(evidenceSchema().check(z.meta({ title: 'The evidence of a Madrigal record' })))
