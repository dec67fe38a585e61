import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { answerSchema } from '../report/answer-schema.ts'
import {
  AGAINST,
  basis,
  decision,
  flip,
  house,
  id,
  level,
  truth,
  verdict,
} from '../report/evaluation-schema.ts'

const answer = z.union([z.boolean(), z.string(), z.number(), z.array(z.string())])

const state = z.object({
  state: z.enum(['answered', 'assumed', 'unknown', 'unanswered']),
  answer: z.optional(answer),
  line: z.optional(z.int()).check(described('Line of the fact in the profile.')),
  column: z.optional(z.int()).check(described('Column of the fact in the profile.')),
})

const condition = z.object({
  kind: z.enum(['all', 'any', 'not', 'comparison']),
  truth,
  get parts() {
    return z.optional(z.array(condition)).check(described('What an `all`, an `any` or a `not` joins.'))
  },
  fact: z.optional(id),
  operator: z.optional(z.string()),
  value: z.optional(z.union([answer, z.array(z.union([z.string(), z.number()]))])),
  known: z.optional(state).check(described('What is known of the fact that a comparison asks for.')),
})
// A check would look at the parts before they are there.
z.globalRegistry.add(condition, {
  id: 'condition',
  description: 'A condition with the truth of each of its parts.',
})

const end = z.object({ value: z.number(), included: z.boolean() })

const otherAnswer = z.object({
  fact: id,
  step: z
    .enum(['becomes', 'gains', 'gains-all', 'loses'])
    .check(
      described('Whether the answer is another one, or a set has any one or all of the values more or less.'),
    ),
  values: z.array(id),
  interval: z.optional(z.object({ from: z.optional(end), to: z.optional(end) })),
  to: answer.check(described('One such answer.')),
})

const consequence = z.object({
  decision,
  differs: z.boolean().check(described('Whether it is another decision than that of the verdict.')),
})

const ruleState = z.object({
  component: id,
  id,
  truth,
  condition,
  ways: z
    .nullable(z.array(z.array(otherAnswer)))
    .check(
      described(
        'The fewest other answers that would make it hold, or fail where it holds; null when there are too many to try.',
      ),
    ),
})

const grounds = { basis, sources: z.array(id), house }

const criterion = z.extend(ruleState, {
  driver: id,
  favours: z.array(id),
  against: z.optional(z.array(id)).check(described(AGAINST)),
  strength: z.enum(['weak', 'moderate', 'strong']),
  outspoken: z
    .record(id, id)
    .check(described('For each option for which it holds and adds nothing: the criterion that speaks.')),
  ...grounds,
})

const veto = z.extend(ruleState, { against: z.array(id), ...grounds })

const driver = z.object({
  component: id,
  driver: id,
  levels: z.record(id, level).check(described('How strongly it speaks for each option.')),
  criteria: z.array(criterion),
})

const decisionPart = z.object({
  kind: z.literal('decision'),
  components: z.array(
    z.object({ component: id, scope: ruleState, drivers: z.array(driver), vetoes: z.array(veto) }),
  ),
  restsOn: z
    .array(z.extend(consequence, { id }))
    .check(described('The criteria and vetoes without which another decision would follow.')),
})

const optionPart = z.object({
  kind: z.literal('option'),
  id,
  chosen: z.boolean().check(described('For one component at least.')),
  components: z.array(
    z.object({
      component: id,
      scope: truth,
      chosen: z.boolean(),
      behindConstraint: z.boolean(),
      leads: z.record(id, z.int()).check(described('Its score less that of each other option.')),
      vetoes: z.array(veto),
      criteria: z.array(criterion),
      against: z.array(criterion),
    }),
  ),
  flips: z.array(flip).check(described('The smallest changes that would choose it, or lose it.')),
  answers: z
    .array(z.extend(consequence, { components: z.array(id), answer: otherAnswer }))
    .check(described('Answers to open facts that would do the same, one at a time.')),
  open: z
    .nullable(z.boolean())
    .check(described('Whether answers to open facts could do the same; null when that is not known.')),
})

const factPart = z.object({
  kind: z.literal('fact'),
  id,
  holders: z.array(
    z.object({
      components: z.array(id),
      state,
      others: z.array(z.extend(consequence, { answer: otherAnswer })),
      sets: z
        .nullable(z.object({ all: z.int(), differing: z.int() }))
        .check(described('Of all answers that the pack can tell apart: how many lead to another decision.')),
    }),
  ),
  uses: z.array(
    z.object({ kind: z.enum(['scope', 'criterion', 'veto', 'burden']), id, truth: z.record(id, truth) }),
  ),
  flips: z.array(flip).check(described('The smallest changes of which it is a part.')),
})

const effects = {
  without: consequence.check(described('The decision if the pack did not have it.')),
}

const driverPart = z.object({
  kind: z.literal('driver'),
  id,
  components: z.array(driver),
  ...effects,
})

const ifHeld = z.nullable(consequence).check(described('The decision if it held; null where it does.'))

const criterionPart = z.object({
  kind: z.literal('criterion'),
  id,
  components: z.array(z.extend(criterion, { ifHeld })),
  ...effects,
})

const vetoPart = z.object({
  kind: z.literal('veto'),
  id,
  components: z.array(z.extend(veto, { ifHeld })),
  ...effects,
})

/** What `madrigal explain --json` writes for one decision. */
const explanationSchema = z
  .object({
    project: z.string(),
    pack: z.object({ id, version: z.int() }),
    profile: z.string().check(described('Path of the profile that lines and columns are in.')),
    verdict,
    explanations: z.array(
      z.discriminatedUnion('kind', [decisionPart, optionPart, factPart, driverPart, criterionPart, vetoPart]),
    ),
  })
  .check(described('Explanations within one decision.'))

export type ExplanationTrace = z.infer<typeof explanationSchema>

/**
 * The JSON Schema of what `madrigal explain --json` prints: one item for each decision in which the name is known.
 *
 * @returns a schema of draft 2020-12
 */
export const explanationJsonSchema = (): Readonly<Record<string, unknown>> =>
  answerSchema('explain', z.array(explanationSchema))
