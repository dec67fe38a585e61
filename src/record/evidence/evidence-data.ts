import * as z from 'zod/mini'
import { filesOf } from '../../criteria/pack.ts'
import { remembered } from '../../document/remembered.ts'
import { described } from '../../document/schema.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import type { Fact, FactState } from '../../profile/fact.ts'
import { factSentence } from '../fact-sentence.ts'

/** What a record rests on, as data: what a later run compares. Most runs write it and do not read it. */
export const evidenceSchema = remembered(() =>
  z.strictObject({
    format: z.literal(1),
    criteria: z.strictObject({
      id: z.string(),
      version: z.number(),
      verified: z.string(),
      house: z.optional(z.string()).check(described('The house whose rules were added to the comparison.')),
      files: z
        .optional(z.array(z.strictObject({ path: z.string(), sha256: z.string() })))
        .check(described('Where the rules come from files of people: each as it was.')),
    }),
    decision: decisionSchema(),
    dominantConstraint: z
      .optional(z.string())
      .check(described('The driver that decides before the others are weighed.')),
    confidence: z
      .nullable(z.enum(['clear', 'lean', 'by-elimination']))
      .check(described('How sure a choice is on what is known; null where nothing is chosen.')),
    settled: z.boolean().check(described('Whether no missing answer could change the decision.')),
    components: z.array(componentSchema()),
  }),
)

const decisionSchema = () =>
  z.strictObject({
    kind: z.enum([
      'chosen',
      'split',
      'tie',
      'insufficient-evidence',
      'no-option',
      'out-of-scope',
      'scope-unknown',
    ]),
    options: z
      .record(z.string(), z.string())
      .check(described('The option of each component that has one, by the id of the component.')),
  })

const componentSchema = () =>
  z.strictObject({
    id: z.string(),
    name: z.string(),
    facts: z.record(z.string(), factSchema()),
    criteria: z.record(z.string(), ruleSchema()).check(described('The criteria that hold, by id.')),
    vetoes: z.array(z.string()).check(described('The vetoes that hold.')),
  })

const factSchema = () =>
  z.strictObject({
    state: z.enum(['answered', 'assumed', 'unknown', 'unanswered']),
    answer: z.optional(z.union([z.boolean(), z.number(), z.string(), z.array(z.string())])),
    says: z
      .optional(z.string())
      .check(described('What the answer says of the project, as the comparison worded it then.')),
  })

const ruleSchema = () =>
  z.strictObject({
    driver: z.string(),
    favours: z.array(z.string()),
    against: z
      .optional(z.array(z.string()))
      .check(described('What it is written against; it counts for all others.')),
    strength: z.enum(['weak', 'moderate', 'strong']),
  })

export type EvidenceData = z.infer<ReturnType<typeof evidenceSchema>>

/**
 * What a record rests on, for a later run to compare.
 *
 * @returns equal data for equal evaluations, with keys in the order of the pack
 */
export function evidenceData(evaluation: Evaluation): EvidenceData {
  const { pack, profile, components, verdict, dominantConstraint } = evaluation
  const { decision, confidence, settled } = verdict
  const files = filesOf(pack)
  const options =
    decision.kind === 'chosen'
      ? profile.components.map(({ id }) => [id, decision.option] as const)
      : decision.kind === 'split'
        ? [...decision.assignment]
        : []
  return {
    format: 1,
    criteria: {
      id: pack.id,
      version: pack.version,
      verified: pack.verified,
      ...(pack.house && { house: pack.house.id }),
      ...(files.length > 0 && { files: files.map((file) => ({ ...file })) }),
    },
    decision: { kind: decision.kind, options: Object.fromEntries(options) },
    ...(dominantConstraint !== undefined && { dominantConstraint }),
    confidence,
    settled,
    components: components.map(({ component, criteria, vetoes }) => ({
      id: component.id,
      name: component.name,
      facts: Object.fromEntries(
        pack.facts.map((fact) => [fact.id, factDataOf(fact, component.facts.get(fact.id))]),
      ),
      criteria: Object.fromEntries(
        criteria
          .filter(({ truth }) => truth === 'true')
          .map(({ rule: { id, driver, favours, against, strength } }) => [
            id,
            { driver, favours: [...favours], ...(against && { against: [...against] }), strength },
          ]),
      ),
      vetoes: vetoes.filter(({ truth }) => truth === 'true').map(({ rule }) => rule.id),
    })),
  }
}

function factDataOf(
  fact: Fact,
  state: FactState = { state: 'unanswered' },
): EvidenceData['components'][number]['facts'][string] {
  if (!('answer' in state)) return { state: state.state }
  const answer = typeof state.answer === 'object' ? [...state.answer] : state.answer
  return { state: state.state, answer, says: factSentence(fact, state.answer) }
}

export const evidenceJson = (data: EvidenceData): string => `${JSON.stringify(data, null, 2)}\n`

/** Reads evidence back; null for any other text. */
export function readEvidence(text: string): EvidenceData | null {
  try {
    const parsed = evidenceSchema().safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
