import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { plainFolder } from './git-folder.ts'
import { inProcess } from './run-cli.ts'

/** What is wrong with JSON by a schema that `madrigal schema` prints; null when nothing is. */
export async function problemsWith(schema: string, json: string): Promise<readonly ErrorObject[] | null> {
  await using folder = await plainFolder()
  const { stdout } = await inProcess(folder, 'schema', ...schema.split(' ')).outcome()
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(stdout))
  validate(JSON.parse(json))
  return validate.errors ?? null
}
