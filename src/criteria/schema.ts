import * as z from 'zod'
import { byId, date, httpsUrl, id, mapOf } from '../document/schema.ts'
import { clause, factSchema, name, replacedSchema, sentence } from './fact-schema.ts'

/** A table of more options than these, or a record, is not read. */
export const MOST_OPTIONS = 8

const ownId = id.meta({ description: 'The id of this entry, unique in its list.' })

const grounds = {
  basis: z.enum(['documented', 'partial', 'judgement']).meta({
    description:
      '`documented`: a source states it; `partial`: a part of it; `judgement`: the advice of this pack.',
  }),
  sources: z.array(id).max(20).meta({ description: 'Ids of the sources that it rests on.' }),
}

/** The form of a pack, for validation and for the JSON Schema alike; conditions have a checker of their own. */
export function buildPackSchema(condition: z.ZodType) {
  return mapOf({
    id: id.meta({ description: 'The id of the pack, which is the name of its file without `.yaml`.' }),
    version: z.int().min(1).max(9999).meta({ description: 'Rises when the pack changes.' }),
    title: name.meta({ description: 'What is compared, such as `Python or Go`.' }),
    topic: name.meta({ description: 'One noun that completes "choosing a ...".' }),
    question: clause.meta({ description: 'Completes "We have to choose ...".' }),
    imperative: imperativeSchema,
    summary: sentence.meta({ description: 'What is compared, and what each option is best at.' }),
    verified: date.meta({ description: 'The day on which the whole pack was last checked.' }),
    options: byId(optionSchema, 2, 'What can be chosen, by id; two to eight.', MOST_OPTIONS),
    sources: byId(sourceSchema, 0, 'Everything that is cited, by id.'),
    scope: buildScopeSchema(condition),
    drivers: byId(driverSchema, 1, 'The causes that count once per option, by id, in the order of a record.'),
    facts: byId(
      factSchema.meta({ description: 'A question with a typed answer.' }),
      1,
      'The questions that the pack asks about a project, by id.',
    ),
    criteria: z.array(buildCriterionSchema(condition)).min(1).max(500).meta({
      description: 'What speaks for an option, and when.',
    }),
    vetoes: z.array(buildVetoSchema(condition)).max(100).exactOptional().meta({
      description: 'What makes an option impossible, and when.',
    }),
    shared: z
      .array(sharedSchema)
      .max(100)
      .exactOptional()
      .meta({ description: 'What all options offer; never weighed.' }),
    differences: z.array(differenceSchema).max(100).exactOptional().meta({
      description: 'How the options differ, by dimension.',
    }),
    watch: z.array(buildWatchSchema(condition)).max(200).exactOptional().meta({
      description: 'What to look after once an option is chosen.',
    }),
    boundary: buildBoundarySchema(condition).exactOptional(),
    'ask-first': z
      .array(id)
      .max(50)
      .exactOptional()
      .meta({ description: 'The facts that are asked first, in this order.' }),
    replaced: replacedSchema.exactOptional(),
  }).meta({ title: 'Criteria pack', description: 'A published, cited comparison of options.' })
}

const imperativeSchema = mapOf({
  verb: name.meta({ description: 'The verb, such as `Write`.' }),
  preposition: name.meta({ description: 'The preposition, such as `in`.' }),
}).meta({ description: 'The title of a record: verb, project, preposition, option.' })

const optionSchema = mapOf({
  name: name.meta({ description: 'The name of the option.' }),
  summary: sentence.meta({ description: 'What the option is.' }),
}).meta({ description: 'Something that can be chosen.' })

const sourceSchema = mapOf({
  title: name.meta({ description: 'The title, short.' }),
  publisher: name.meta({ description: 'Who published it.' }),
  url: httpsUrl.meta({ description: 'The address, as deep as possible.' }),
  verified: date.meta({ description: 'The day on which somebody last read it.' }),
  note: sentence.exactOptional().meta({ description: 'What a reader should know of the source.' }),
}).meta({ description: 'A published text that claims rest on.' })

const driverSchema = mapOf({
  name: name.meta({ description: 'One or two nouns, such as `Purpose`.' }),
}).meta({ description: 'A cause that counts once per option.' })

function buildScopeSchema(condition: z.ZodType) {
  return mapOf({
    when: condition.meta({ description: 'When the comparison applies at all.' }),
    inside: sentence.meta({ description: 'What is covered.' }),
    outside: sentence.meta({ description: 'Why what fails the condition is not covered.' }),
    ...grounds,
  }).meta({ description: 'What the comparison is about.' })
}

/** Either the text alone, which is judgement, or with where it stands. */
function buildClaimSchema(description: string) {
  const written = mapOf({ text: clause.meta({ description }), ...grounds })
  return z.union([clause, written]).meta({ description })
}

const optionList = z.union([id, z.array(id).min(1).max(20)])

function buildCriterionSchema(condition: z.ZodType) {
  return mapOf({
    id: ownId,
    favours: optionList.meta({ description: 'The option that this speaks for, or a list of them.' }),
    driver: id.meta({ description: 'The id of the driver under which it counts.' }),
    strength: z.enum(['weak', 'moderate', 'strong']).meta({ description: 'How much it counts.' }),
    when: condition.meta({ description: 'When it counts.' }),
    claim: sentence.meta({
      description: 'The fact about the option that makes it fit; what the sources state.',
    }),
    gain: buildClaimSchema('Completes "Good, because ..." where a favoured option is chosen.'),
    loss: buildClaimSchema('Completes "Bad, because ..." where another option is chosen.'),
    ...grounds,
  }).meta({ description: 'Speaks for options when its condition holds.' })
}

function buildVetoSchema(condition: z.ZodType) {
  return mapOf({
    id: ownId,
    against: optionList.meta({ description: 'The option that is impossible, or a list of them.' }),
    when: condition.meta({ description: 'When it is impossible.' }),
    claim: sentence.meta({ description: 'Why it is impossible.' }),
    ...grounds,
  }).meta({ description: 'Rules options out; for what is impossible, never for a preference.' })
}

const sharedSchema = mapOf({
  id: ownId,
  text: sentence.meta({ description: 'What all options offer.' }),
  ...grounds,
}).meta({ description: 'Something that all options offer.' })

const sideSchema = mapOf({
  text: clause.meta({ description: 'Completes "..., because ...".' }),
  bearing: z
    .enum(['good', 'neutral', 'bad'])
    .exactOptional()
    .meta({ description: 'Neutral, unless it says otherwise.' }),
  ...grounds,
}).meta({ description: 'How it is with this option.' })

const differenceSchema = mapOf({
  id: ownId,
  dimension: name.meta({ description: 'In what the options differ.' }),
  drivers: z
    .array(id)
    .min(1)
    .max(50)
    .meta({ description: 'A record shows it where one of these drivers speaks.' }),
  options: byId(sideSchema, 2, 'Every option of the pack, by id.'),
}).meta({ description: 'How the options differ in one dimension.' })

function buildWatchSchema(condition: z.ZodType) {
  return mapOf({
    id: ownId,
    options: z.array(id).min(1).max(20).meta({ description: 'Shown when one of these is chosen.' }),
    when: condition.exactOptional().meta({ description: 'When it matters; always, where there is none.' }),
    if: clause.exactOptional().meta({
      description: 'Completes "If ..., " where it is not known whether the condition holds.',
    }),
    title: sentence.meta({ description: 'A short sentence that names the danger.' }),
    text: sentence.meta({ description: 'What can go wrong.' }),
    mitigation: sentence.meta({ description: 'What to do about it.' }),
    ...grounds,
  }).meta({ description: 'Something to look after.' })
}

function buildBoundarySchema(condition: z.ZodType) {
  return mapOf({
    advice: z
      .array(adviceSchema)
      .max(50)
      .exactOptional()
      .meta({ description: 'Advice for the boundary between parts that get different options.' }),
    burden: buildBurdenSchema(condition).exactOptional(),
  }).meta({ description: 'What to do when components get different options.' })
}

const adviceSchema = mapOf({
  id: ownId,
  title: clause.meta({ description: 'A short noun phrase.' }),
  text: sentence.meta({ description: 'The advice.' }),
  ...grounds,
}).meta({ description: 'One piece of advice.' })

function buildBurdenSchema(condition: z.ZodType) {
  return mapOf({
    when: condition.meta({ description: 'When a second option in one project is a burden.' }),
    claim: sentence.meta({ description: 'Why it is one.' }),
    ...grounds,
  }).meta({ description: 'What makes a second option in one project a burden, so that one serves all.' })
}
