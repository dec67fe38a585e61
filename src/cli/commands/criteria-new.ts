import path from 'node:path'
import { criteriaJsonSchema } from '../../criteria/json-schema.ts'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { id as idForm } from '../../document/schema.ts'
import { withOwnFolder } from '../../plan/own-folder.ts'
import type { Write } from '../../plan/write.ts'
import { makeVisible } from '../../report/visible-text.ts'
import type { RepositoryTree } from '../../workspace/file-tree.ts'
import { displayPath, pathInside, readIfThere } from '../../workspace/files.ts'
import { newPackTexts } from '../../workspace/new-pack.ts'
import { isFirstRun } from '../../workspace/own-files.ts'
import { shippedPacks } from '../../workspace/packs.ts'
import { findRepository } from '../../workspace/repository.ts'
import { workTree } from '../../workspace/work-tree.ts'
import { noteMissing, say } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { refuse, stopUnwritten, valueToWrite } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

/** The machine's own copy of the schema, by which editors complete and check a pack. */
const SCHEMA = '.madrigal/criteria.schema.json'

export interface NewPackOptions {
  readonly directory: string
}

/** Writes a pack to start from, with its cases. */
export async function newCriteria(
  invocation: Invocation,
  id: string,
  { directory }: NewPackOptions,
): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  if (!idForm.safeParse(id).success)
    refuse(
      invocation,
      `\`${makeVisible(id)}\` cannot be the id of a pack`,
      'expected words in lower case with `-` between them, such as `rest-vs-grpc`',
    )
  if ((await shippedPacks()).includes(id))
    refuse(invocation, `a pack \`${id}\` comes with Madrigal`, 'choose another id')
  const repository = await findRepository(cwd)
  noteMissing(invocation, repository)
  const { root } = repository
  const tree = workTree(repository)
  await endInterrupted(invocation, root)
  const folder = path.resolve(cwd, directory)
  const [pack, cases] = [path.join(folder, `${id}.yaml`), path.join(folder, `${id}.test.yaml`)]
  for (const file of [pack, cases]) await refuseUnlessFree(invocation, file, root, tree)
  const texts = valueToWrite(invocation, await newPackTexts(id, invocation.today()))
  const schemaLine = `# yaml-language-server: $schema=${displayPath(path.join(root, SCHEMA), folder)}\n`
  const isFirst = await isFirstRun(root, tree)
  const writes = [
    { path: displayPath(pack, root), text: schemaLine + texts.pack, expected: null },
    { path: displayPath(cases, root), text: texts.cases, expected: null },
    ...(await schemaWrites(root, tree)),
  ]
  await writeOrReport(invocation, root, isFirst ? withOwnFolder(writes) : writes)
  const [name = '', casesName = ''] = [pack, cases].map((file) => makeVisible(displayPath(file, cwd)))
  stdout.write(`created ${name}\ncreated ${casesName}\n`)
  say(
    invocation,
    `next: \`madrigal criteria test ${name}\`; then name it in a profile, as \`madrigal init --criteria ./${name}\` does`,
  )
  return exitCode.done
}

/** Nothing is there, and what comes there stays in the repository. */
async function refuseUnlessFree(
  invocation: Invocation,
  file: string,
  root: string,
  tree: RepositoryTree,
): Promise<void> {
  const name = displayPath(file, invocation.cwd)
  if ((await pathInside(file, root, tree)) === null)
    stopUnwritten(invocation, [diagnoseFile('outside-repository', name, { path: name })])
  if (valueToWrite(invocation, await readIfThere(file, name, tree)) !== null)
    refuse(invocation, `\`${makeVisible(name)}\` is there already; nothing was written`, 'choose another id')
}

/** The schema, brought up to date. */
async function schemaWrites(root: string, tree: RepositoryTree): Promise<readonly Write[]> {
  const text = `${JSON.stringify(criteriaJsonSchema())}\n`
  const found = await readIfThere(path.join(root, SCHEMA), SCHEMA, tree)
  const expected = found.ok ? found.value : null
  return expected === text ? [] : [{ path: SCHEMA, text, expected }]
}
