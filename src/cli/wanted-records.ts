import path from 'node:path'
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { WantedRecord } from '../plan/plan-changes.ts'
import { buildRecord } from '../record/build-record.ts'
import { readRecord } from '../record/read-record.ts'
import { recordId, slugOf } from '../record/record-name.ts'
import { renderRecord } from '../record/render-record.ts'
import { displayPath, isInside } from '../workspace/files.ts'
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
  const home = await findRecordHome(root, wishes.directory ?? profile.record.directory)
  if (path.isAbsolute(home.directory) || !(await isInside(path.join(root, home.directory), root)))
    return failure({
      code: 'outside-repository',
      arguments: { path: home.directory },
      place: null,
      file: name,
    })
  const [wanted, folder] =
    wishes.template === undefined ? [profile.record.template, path.dirname(file)] : [wishes.template, cwd]
  const template = await readTemplate(wanted ?? home.template, folder, root, cwd)
  if (!template.ok) return template
  const records = decisions.map(({ request, evaluation }): WantedDecision => {
    const subject = request.id ?? slugOf(profile.project)
    const id = recordId(evaluation.pack.id, subject)
    const profilePath = displayPath(file, root)
    return {
      evaluation,
      record: {
        id,
        topic: evaluation.pack.topic,
        subject,
        directory: home.directory,
        worthCreating: isWorthCreating(evaluation),
        render: (number, date) =>
          renderRecord(buildRecord(evaluation, { id, number, date, profilePath }), template.value),
      },
    }
  })
  const problems = records.flatMap(({ record }) => templateProblems(record, wanted ?? home.template))
  return problems.length > 0 ? { ok: false, diagnostics: problems } : { ok: true, value: records }
}

const failure = (diagnostic: Diagnostic): Result<never> => ({ ok: false, diagnostics: [diagnostic] })

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

const wrongTemplate = (file: string, reason: string): Diagnostic => ({
  code: 'wrong-template',
  arguments: { reason },
  place: null,
  file,
})
