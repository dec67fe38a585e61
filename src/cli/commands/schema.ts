import type { Pack } from '../../criteria/pack.ts'
import { criteriaJsonSchema } from '../../criteria/json-schema.ts'
import { findNearestName } from '../../diagnostics/nearest-name.ts'
import { profileJsonSchema } from '../../profile/json-schema.ts'
import { evidenceJsonSchema } from '../../record/evidence/evidence-data.ts'
import { askJsonSchema } from '../../report/ask-schema.ts'
import { evaluationJsonSchema } from '../../report/evaluation-schema.ts'
import { explanationJsonSchema } from '../../explain/explanation-schema.ts'
import { findingsJsonSchema } from '../../check/findings-schema.ts'
import { reviewJsonSchema } from '../../review/review-schema.ts'
import { whatIfJsonSchema } from '../../report/what-if-schema.ts'
import { readShippedPack, shippedPacks } from '../../workspace/packs.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { jsonText } from '../../report/json-text.ts'

const schemas: ReadonlyMap<string, (packs: readonly Pack[]) => object> = new Map([
  ['profile', profileJsonSchema],
  ['criteria', criteriaJsonSchema],
  ['evaluation', evaluationJsonSchema],
  ['explanation', explanationJsonSchema],
  ['what-if', whatIfJsonSchema],
  ['questions', askJsonSchema],
  ['findings', findingsJsonSchema],
  ['review', reviewJsonSchema],
  ['evidence', evidenceJsonSchema],
])

/** Prints one of the JSON Schemas. The profile's knows the facts of the packs that come with Madrigal. */
export async function printSchema(invocation: Invocation, name: string): Promise<ExitCode> {
  const schema = schemas.get(name)
  if (schema === undefined) {
    const names = [...schemas.keys()]
    const nearest = findNearestName(name, names)
    const help =
      nearest === null ? `expected one of \`${names.join('`, `')}\`` : `did you mean \`${nearest}\`?`
    invocation.stderr.write(`error: unknown schema \`${name}\`\n  ${help}\n`)
    return exitCode.wrongInput
  }
  const packs: Pack[] = []
  for (const id of name === 'profile' ? await shippedPacks() : []) {
    const pack = await readShippedPack(id)
    if (!pack.ok) return reportDiagnostics(invocation, pack.diagnostics)
    packs.push(pack.value)
  }
  invocation.stdout.write(jsonText(schema(packs)))
  return exitCode.done
}
