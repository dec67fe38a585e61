import path from 'node:path'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { basePath } from '../plan/change.ts'
import type { WantedRecord } from '../plan/plan-changes.ts'
import { buildRecord } from '../record/build-record.ts'
import { readRecord } from '../record/read-record.ts'
import { recordId, slugOf } from '../record/record-name.ts'
import { renderRecord } from '../record/render-record.ts'
import { displayPath, pathInside } from '../workspace/files.ts'
import { findRecordHome } from '../workspace/record-files.ts'
import { readTemplate } from '../workspace/templates.ts'
import type { JudgedProfile } from './judge-profile.ts'

/** Where records go and what they look like, as asked for on the command line. */
export interface RecordWishes {
  readonly directory?: string
  readonly template?: string
}

/** A record with the evaluation that it shows. */
export interface WantedDecision {
  readonly record: WantedRecord
  readonly evaluation: Evaluation
}

/** The records that a profile calls for, or what stands in their way. */
export async function wantedRecords(
  { file, profile, decisions }: JudgedProfile,
  wishes: RecordWishes,
  root: string,
  cwd: string,
): Promise<Result<readonly WantedDecision[]>> {
  const name = displayPath(file, cwd)
  const profilePath = await pathInside(file, root)
  if (profilePath === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const home = await findRecordHome(root, wishes.directory ?? profile.record.directory)
  if (path.isAbsolute(home.directory) || (await pathInside(path.join(root, home.directory), root)) === null)
    return fail(diagnoseFile('outside-repository', name, { path: home.directory }))
  const wanted = wishes.template ?? profile.record.template ?? home.template
  const origin =
    wishes.template === undefined ? { folder: path.dirname(file), root } : { folder: cwd, root: null }
  const template = await readTemplate(wanted, origin, cwd)
  if (!template.ok) return template
  const records = decisions.map(({ request, evaluation }): WantedDecision => {
    const subject = request.id ?? slugOf(profile.project)
    const id = recordId(evaluation.pack.id, subject)
    return {
      evaluation,
      record: {
        id,
        topic: evaluation.pack.topic,
        subject,
        directory: home.directory,
        worthCreating: isWorthCreating(evaluation),
        decides: isChoice(evaluation.verdict.decision),
        render: (number, date, proposal) =>
          renderRecord(
            buildRecord(evaluation, { id, number, date, profilePath, ...proposal }),
            template.value,
          ),
      },
    }
  })
  const problems = records.flatMap(({ record }) => templateProblems(record, wanted))
  for (const { record } of records)
    if ((await pathInside(path.join(root, basePath(record.id)), root)) === null)
      problems.push(diagnoseFile('outside-repository', name, { path: basePath(record.id) }))
  return problems.length > 0 ? fail(...problems) : succeed(records)
}

/** Where nothing could be said about the options, there is nothing yet to record. */
const isWorthCreating = ({ verdict }: Evaluation): boolean =>
  verdict.decision.kind !== 'out-of-scope' && verdict.decision.kind !== 'scope-unknown'

/** A template is tried once before anything is planned. A record without its id could never be found again. */
function templateProblems({ id, render }: WantedRecord, name: string): readonly Diagnostic[] {
  try {
    if (readRecord(render(1, '2000-01-01'))?.id === id) return []
    return [
      wrongTemplate(
        name,
        'the record does not show its id, as `id: {{id}}` in the front matter or `<!-- id: {{id}} -->` on a line of its own',
      ),
    ]
  } catch (error) {
    return [wrongTemplate(name, error instanceof Error ? error.message : String(error))]
  }
}

const wrongTemplate = (file: string, reason: string): Diagnostic =>
  diagnoseFile('wrong-template', file, { reason })
