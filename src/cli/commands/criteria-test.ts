import { casesTrace } from '../../author/cases-json.ts'
import { type JudgedPack, casesText, failedOf } from '../../author/cases-report.ts'
import { coverageOf, isComplete } from '../../author/coverage.ts'
import { type RecordText, judgeCase } from '../../author/judge-case.ts'
import { writtenId } from '../../author/own-entries.ts'
import { parseCases } from '../../author/parse-cases.ts'
import { wantedRecordText } from '../../author/record-of-case.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { disk } from '../../workspace/file-tree.ts'
import { readTemplate } from '../../workspace/templates.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { packsWithCases, readPackFile } from '../pack-files.ts'
import { refuse, valueOf } from '../problems.ts'

export interface TestOptions {
  readonly complete?: boolean
}

/** Judges the cases of packs. */
export async function testCriteria(
  invocation: Invocation,
  named: readonly string[],
  { complete = false }: TestOptions,
): Promise<ExitCode> {
  const references = named.length > 0 ? named : await packsWithCases(invocation)
  if (references.length === 0)
    refuse(
      invocation,
      'found no pack with cases beside it, here or below',
      'name a pack; its cases lie beside it, in `<pack>.test.yaml`',
    )
  const recordText = await recordTextOf(invocation)
  const judged: JudgedPack[] = []
  for (const reference of references) judged.push(await judgePack(invocation, reference, recordText))
  answer(invocation, {
    data: () => casesTrace(judged),
    text: () => casesText(judged, widthOf(invocation.stdout)),
  })
  const hasFailed = judged.some((one) => failedOf(one).length > 0 || (complete && !isComplete(one.coverage)))
  return hasFailed ? exitCode.found : exitCode.done
}

async function judgePack(
  invocation: Invocation,
  reference: string,
  recordText: RecordText,
): Promise<JudgedPack> {
  const {
    pack,
    cases: source,
    casesName,
  } = valueOf(invocation, await readPackFile(reference, invocation.cwd))
  if (source === null)
    return refuse(
      invocation,
      `\`${writtenId(pack)}\` has no cases: there is no \`${makeVisible(casesName)}\``,
      'docs/packs.md says how they are written',
    )
  const written = valueOf(invocation, parseCases(source, pack))
  const cases = written.map((one) => judgeCase(pack, one, recordText))
  return { pack, file: casesName, cases, coverage: coverageOf(pack, cases) }
}

/** The record as the first template that comes with Madrigal shows it. */
async function recordTextOf(invocation: Invocation): Promise<RecordText> {
  const template = await readTemplate('madr', { folder: invocation.cwd, tree: disk }, invocation.cwd)
  return wantedRecordText(valueOf(invocation, template))
}
