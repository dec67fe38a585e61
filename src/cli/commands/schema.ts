import type { Command } from 'commander'
import { casesSchema } from '../../author/cases-json.ts'
import { diffSchema } from '../../author/diff-report.ts'
import { lintSchema } from '../../author/lint-report.ts'
import { findingsSchema } from '../../check/findings-schema.ts'
import { criteriaJsonSchema, houseJsonSchema } from '../../criteria/json-schema.ts'
import type { Pack } from '../../criteria/pack.ts'
import { findNearestName } from '../../diagnostics/nearest-name.ts'
import { explanationJsonSchema } from '../../explain/explanation-schema.ts'
import { profileJsonSchema } from '../../profile/json-schema.ts'
import { evidenceJsonSchema } from '../../record/evidence/evidence-schema.ts'
import { answerSchema } from '../../report/answer-schema.ts'
import { askJsonSchema } from '../../report/ask-schema.ts'
import { evaluationJsonSchema } from '../../report/evaluation-schema.ts'
import { doctorSchema } from '../../report/doctor-report.ts'
import { initSchema } from '../../report/init-report.ts'
import { packListSchema, packSchema } from '../../report/pack-schema.ts'
import * as records from '../../report/record-schemas.ts'
import { whatIfJsonSchema } from '../../report/what-if-schema.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { reviewSchema } from '../../review/review-schema.ts'
import { readShippedFor, shippedPacks } from '../../workspace/packs.ts'
import { findRepository } from '../../workspace/repository.ts'
import { workTree } from '../../workspace/work-tree.ts'
import { jsonText } from '../../report/answer-json.ts'
import { type ActionOf, examples } from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { refuse, valueOf } from '../problems.ts'

const schemas: Readonly<Record<string, (packs: readonly Pack[]) => object>> = {
  profile: profileJsonSchema,
  criteria: criteriaJsonSchema,
  house: houseJsonSchema,
  evidence: evidenceJsonSchema,
  init: () => answerSchema('init', initSchema),
  generate: () => answerSchema('generate', records.planSchema),
  check: () => answerSchema('check', findingsSchema),
  review: () => answerSchema('review', reviewSchema),
  adopt: () => answerSchema('adopt', records.planSchema),
  restore: () => answerSchema('restore', records.planSchema),
  accept: () => answerSchema('accept', records.statusSchema),
  reject: () => answerSchema('reject', records.statusSchema),
  deprecate: () => answerSchema('deprecate', records.statusSchema),
  renumber: () => answerSchema('renumber', records.renumberSchema),
  evaluate: evaluationJsonSchema,
  explain: explanationJsonSchema,
  'what-if': whatIfJsonSchema,
  ask: askJsonSchema,
  list: () => answerSchema('list', records.listSchema),
  doctor: () => answerSchema('doctor', doctorSchema),
  'criteria list': () => answerSchema('criteria list', packListSchema),
  'criteria show': () => answerSchema('criteria show', packSchema),
  'criteria lint': () => answerSchema('criteria lint', lintSchema),
  'criteria diff': () => answerSchema('criteria diff', diffSchema),
  'criteria test': () => answerSchema('criteria test', casesSchema),
}

/** Of files and of answers. */
export const schemaNames: readonly string[] = Object.keys(schemas)

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('[name...]', 'a file: profile, criteria, house or evidence; or a command that has `--json`')
    .addHelpText(
      'after',
      examples(['madrigal schema profile > adr-profile.schema.json', 'madrigal schema criteria list']),
    )
    .action(run(printSchema))
}

/** Prints one of the JSON Schemas. The profile's knows the facts of the packs that come with Madrigal, and of the rules here. */
async function printSchema(invocation: Invocation, words: readonly string[]): Promise<ExitCode> {
  const name = words.join(' ')
  const schema = new Map(Object.entries(schemas)).get(name)
  if (schema === undefined) {
    const nearest = findNearestName(name, schemaNames)
    const help =
      nearest === null ? `expected one of \`${schemaNames.join('`, `')}\`` : `did you mean \`${nearest}\`?`
    refuse(
      invocation,
      name === '' ? 'which schema is not said' : `unknown schema \`${makeVisible(name)}\``,
      help,
    )
  }
  const packs = name === 'profile' ? await packsHere(invocation) : []
  invocation.stdout.write(jsonText(schema(packs)))
  return exitCode.done
}

async function packsHere(invocation: Invocation): Promise<readonly Pack[]> {
  const { cwd } = invocation
  const tree = workTree(await findRepository(cwd))
  const packs: Pack[] = []
  for (const id of await shippedPacks()) packs.push(valueOf(invocation, await readShippedFor(id, tree, cwd)))
  return packs
}
