import * as z from 'zod/mini'
import { byId, described, id, lineUpTo, mapOf, textUpTo } from '../document/schema.ts'

const name = lineUpTo(200).check(described('What the case is about.'))
const ids = z.array(id).check(z.maxLength(100))
const texts = z.exactOptional(z.array(textUpTo(2000)).check(z.minLength(1), z.maxLength(50)))
const confidence = z.enum(['clear', 'lean', 'by-elimination'])

const beside = {
  settled: z
    .exactOptional(z.boolean())
    .check(described('Whether no missing answer could change the decision.')),
  drivers: z.exactOptional(ids).check(described('The drivers that tell the options apart, all of them.')),
  holds: z
    .exactOptional(ids)
    .check(described('Criteria and vetoes that hold, and watch points that concern what was chosen.')),
  'holds-not': z.exactOptional(ids).check(described('Those that do not.')),
  record: z
    .exactOptional(mapOf({ has: texts, 'has-not': texts }))
    .check(described('Texts that stand in the record, or do not. Line breaks count as spaces.')),
}

const chosen = mapOf({
  kind: z.literal('chosen'),
  option: id,
  confidence: z.exactOptional(confidence),
  ...beside,
})

const split = mapOf({
  kind: z.literal('split'),
  assignment: byId(id, 1, 'The option of each component that leads to one.'),
  confidence: z.exactOptional(confidence),
  ...beside,
})

const undecided = (kind: 'tie' | 'insufficient-evidence') =>
  mapOf({ kind: z.literal(kind), options: z.exactOptional(ids), ...beside })

const noChoice = (kind: 'no-option' | 'out-of-scope' | 'scope-unknown') =>
  mapOf({ kind: z.literal(kind), ...beside })

const expected = z
  .discriminatedUnion('kind', [
    chosen,
    split,
    undecided('tie'),
    undecided('insufficient-evidence'),
    noChoice('no-option'),
    noChoice('out-of-scope'),
    noChoice('scope-unknown'),
  ])
  .check(described('What the pack must say of it.'))

const packCase = mapOf({
  name,
  facts: z
    .exactOptional(z.unknown())
    .check(described('Facts, as a profile writes them; they go before `plain`.')),
  components: z.exactOptional(
    byId(
      z.nullable(mapOf({ facts: z.exactOptional(z.unknown()) })),
      1,
      'The facts of each component, as a profile writes them.',
    ),
  ),
  'dominant-constraint': z.exactOptional(id),
  expect: expected,
})

/** The form of a test file. Facts are read as those of a profile are; a mirror has the ids of options as keys. */
export const buildCasesSchema = (options: readonly string[]) =>
  mapOf({
    plain: z.exactOptional(z.unknown()).check(described('Facts that stand under every case.')),
    cases: z.exactOptional(z.array(packCase).check(z.maxLength(1000))),
    mirrors: z.exactOptional(
      z
        .array(
          mapOf({
            ...Object.fromEntries(options.map((option) => [option, z.exactOptional(z.unknown())])),
            name,
            confidence,
          }),
        )
        .check(
          z.maxLength(1000),
          described('Facts that lead to one option each, with the same confidence, by option.'),
        ),
    ),
  })
