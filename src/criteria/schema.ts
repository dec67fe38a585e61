import * as z from 'zod/mini'
import { byId, date, described, httpsUrl, id, mapOf, repositoryPath } from '../document/schema.ts'
import { silencesSchema } from './lint-rules.ts'
import { clause, factSchema, name, replacedSchema, sentence } from './fact-schema.ts'

/** A table of more options than these, or a record, is not read. */
export const MOST_OPTIONS = 8

/** For editors; the checks of a pack say it in words. */
const exactlyOne = (...keys: readonly string[]) => ({
  oneOf: keys.map((key) => ({
    properties: { [key]: { description: `One of ${keys.join(', ')}.` } },
    required: [key],
  })),
})

const ownId = id.check(described('The id of this entry, unique in its list.'))

const grounds = {
  basis: z
    .enum(['documented', 'partial', 'judgement'])
    .check(
      described(
        '`documented`: a source states it; `partial`: a part of it; `judgement`: the advice of this pack.',
      ),
    ),
  sources: z.array(id).check(z.maxLength(20), described('Ids of the sources that it rests on.')),
}

/** The form of a pack, for validation and for the JSON Schema alike; conditions have a checker of their own. */
export function buildPackSchema(condition: z.ZodMiniType) {
  return mapOf({
    id: id.check(described('The id of the pack, which is the name of its file without `.yaml`.')),
    renames: z.exactOptional(renamesSchema),
    version: z.int().check(z.gte(1), z.lte(9999), described('Rises when the pack changes.')),
    title: name.check(described('What is compared, such as `Python or Go`.')),
    topic: name.check(described('One noun that completes "choosing a ...".')),
    question: clause.check(described('Completes "We have to choose ...".')),
    imperative: imperativeSchema,
    summary: sentence.check(described('What is compared, and what each option is best at.')),
    verified: date.check(described('The day on which the whole pack was last checked.')),
    options: byId(optionSchema, 2, 'What can be chosen, by id; two to eight.', MOST_OPTIONS),
    sources: byId(sourceSchema, 0, 'Everything that is cited, by id.'),
    scope: buildScopeSchema(condition),
    drivers: byId(driverSchema, 1, 'The causes that count once per option, by id, in the order of a record.'),
    facts: byId(
      factSchema.check(described('A question with a typed answer.')),
      1,
      'The questions that the pack asks about a project, by id.',
    ),
    criteria: z
      .array(buildCriterionSchema(condition))
      .check(z.minLength(1), z.maxLength(500), described('What speaks for an option, and when.')),
    vetoes: z
      .exactOptional(z.array(buildVetoSchema(condition)).check(z.maxLength(100)))
      .check(described('What makes an option impossible, and when.')),
    shared: z
      .exactOptional(z.array(sharedSchema).check(z.maxLength(100)))
      .check(described('What all options offer; never weighed.')),
    differences: z
      .exactOptional(z.array(differenceSchema).check(z.maxLength(100)))
      .check(described('How the options differ, by dimension.')),
    watch: z
      .exactOptional(z.array(buildWatchSchema(condition)).check(z.maxLength(200)))
      .check(described('What to look after once an option is chosen.')),
    boundary: z.exactOptional(buildBoundarySchema(condition)),
    'tie-break': z.exactOptional(tieBreakSchema),
    'ask-first': z.exactOptional(askFirstSchema),
    replaced: z.exactOptional(replacedSchema),
    lint: z.exactOptional(silencesSchema),
  }).check(z.meta({ title: 'Criteria pack', description: 'A published, cited comparison of options.' }))
}

const renamesSchema = z
  .array(id)
  .check(
    z.maxLength(20),
    described('Ids that the pack had before, under which it may have records; the latest first.'),
  )

const askFirstSchema = z
  .array(id)
  .check(z.maxLength(50), described('The facts that are asked first, in this order.'))

const tieBreakSchema = mapOf({
  option: id.check(described('The default.')),
  claim: sentence.check(described('Why it is the default.')),
  ...grounds,
}).check(
  described(
    'The stated default, which a record names where nothing decides between it and others; it never counts.',
  ),
)

const imperativeSchema = mapOf({
  verb: name.check(described('The verb, such as `Write`.')),
  preposition: name.check(described('The preposition, such as `in`.')),
}).check(described('The title of a record: verb, project, preposition, option.'))

export const optionSchema = mapOf({
  name: name.check(described('The name of the option.')),
  summary: sentence.check(described('What the option is.')),
}).check(described('Something that can be chosen.'))

export const sourceSchema = mapOf({
  title: name.check(described('The title, short.')),
  publisher: name.check(described('Who published it.')),
  url: z.exactOptional(httpsUrl).check(described('The address, as deep as possible.')),
  path: z
    .exactOptional(repositoryPath)
    .check(described('Instead: a file of the repository, such as `docs/rules.md`.')),
  where: z
    .exactOptional(name)
    .check(described('Instead, for what is not on the web: where to find it, in words.')),
  verified: date.check(described('The day on which somebody last read it.')),
  note: z.exactOptional(sentence).check(described('What a reader should know of the source.')),
}).check(z.meta({ description: 'A text that claims rest on.', ...exactlyOne('url', 'path', 'where') }))

export const driverSchema = mapOf({
  name: name.check(described('One or two nouns, such as `Purpose`.')),
}).check(described('A cause that counts once per option.'))

function buildScopeSchema(condition: z.ZodMiniType) {
  return mapOf({
    when: condition.check(described('When the comparison applies at all.')),
    inside: sentence.check(described('What is covered.')),
    outside: sentence.check(described('Why what fails the condition is not covered.')),
    ...grounds,
  }).check(described('What the comparison is about.'))
}

/** Either the text alone, which is judgement, or with where it stands. */
function buildClaimSchema(description: string) {
  const written = mapOf({ text: clause.check(described(description)), ...grounds })
  return z.union([clause, written]).check(described(description))
}

const optionList = z.union([id, z.array(id).check(z.minLength(1), z.maxLength(20))])

export function buildCriterionSchema(condition: z.ZodMiniType) {
  return mapOf({
    id: ownId,
    favours: z
      .exactOptional(optionList)
      .check(described('The option that this speaks for, or a list of them.')),
    against: z
      .exactOptional(optionList)
      .check(described('Instead: the option that this speaks against, or a list; counts for all others.')),
    driver: id.check(described('The id of the driver under which it counts.')),
    strength: z.enum(['weak', 'moderate', 'strong']).check(described('How much it counts.')),
    when: condition.check(described('When it counts.')),
    claim: sentence.check(described('The fact about the option that makes it fit; what the sources state.')),
    gain: buildClaimSchema('Completes "Good, because ..." where an option that this counts for is chosen.'),
    loss: buildClaimSchema('Completes "Bad, because ..." where another option is chosen.'),
    ...grounds,
  }).check(
    z.meta({
      description: 'Speaks for options, or against some, when its condition holds.',
      ...exactlyOne('favours', 'against'),
    }),
  )
}

export function buildVetoSchema(condition: z.ZodMiniType) {
  return mapOf({
    id: ownId,
    against: optionList.check(described('The option that is impossible, or a list of them.')),
    when: condition.check(described('When it is impossible.')),
    claim: sentence.check(described('Why it is impossible.')),
    ...grounds,
  }).check(described('Rules options out; for what is impossible, never for a preference.'))
}

const sharedSchema = mapOf({
  id: ownId,
  text: sentence.check(described('What all options offer.')),
  ...grounds,
}).check(described('Something that all options offer.'))

const sideSchema = mapOf({
  text: clause.check(described('Completes "..., because ...".')),
  bearing: z
    .exactOptional(z.enum(['good', 'neutral', 'bad']))
    .check(described('Neutral, unless it says otherwise.')),
  ...grounds,
}).check(described('How it is with this option.'))

const differenceSchema = mapOf({
  id: ownId,
  dimension: name.check(described('In what the options differ.')),
  drivers: z
    .array(id)
    .check(
      z.minLength(1),
      z.maxLength(50),
      described('A record shows it where one of these drivers speaks.'),
    ),
  options: byId(sideSchema, 2, 'Every option of the pack, by id.'),
}).check(described('How the options differ in one dimension.'))

export function buildWatchSchema(condition: z.ZodMiniType) {
  return mapOf({
    id: ownId,
    options: z
      .array(id)
      .check(z.minLength(1), z.maxLength(20), described('Shown when one of these is chosen.')),
    when: z.exactOptional(condition).check(described('When it matters; always, where there is none.')),
    if: z
      .exactOptional(clause)
      .check(described('Completes "If ..., " where it is not known whether the condition holds.')),
    title: sentence.check(described('A short sentence that names the danger.')),
    text: sentence.check(described('What can go wrong.')),
    mitigation: sentence.check(described('What to do about it.')),
    ...grounds,
  }).check(described('Something to look after.'))
}

function buildBoundarySchema(condition: z.ZodMiniType) {
  return mapOf({
    advice: z
      .exactOptional(z.array(adviceSchema).check(z.maxLength(50)))
      .check(described('Advice for the boundary between parts that get different options.')),
    burden: z.exactOptional(buildBurdenSchema(condition)),
  }).check(described('What to do when components get different options.'))
}

const adviceSchema = mapOf({
  id: ownId,
  title: clause.check(described('A short noun phrase.')),
  text: sentence.check(described('The advice.')),
  ...grounds,
}).check(described('One piece of advice.'))

function buildBurdenSchema(condition: z.ZodMiniType) {
  return mapOf({
    when: condition.check(described('When a second option in one project is a burden.')),
    claim: sentence.check(described('Why it is one.')),
    ...grounds,
  }).check(described('What makes a second option in one project a burden, so that one serves all.'))
}
