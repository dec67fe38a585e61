import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Choice } from '../plan/compare-decision.ts'
import type { WantedRecord } from '../plan/wanted-record.ts'
import type { Profile } from '../profile/profile.ts'
import { evidencePath } from '../plan/change.ts'
import { pathFrom } from '../plan/relative-path.ts'
import { buildRecord } from '../record/build-record.ts'
import { evidenceData } from '../record/evidence/evidence-data.ts'
import { evidenceText } from '../record/evidence/evidence-text.ts'
import { readRecord } from '../record/read-record.ts'
import { renderRecord } from '../record/render-record.ts'
import { disk } from '../workspace/file-tree.ts'
import type { JudgedProfile } from './judge-profile.ts'
import { type RecordPlace, type RecordWishes, nameOf, recordPlace } from './record-place.ts'

/** A record with the evaluation that it shows. */
export interface WantedDecision {
  readonly record: WantedRecord
  readonly evaluation: Evaluation
}

/** The records that a profile calls for, or what stands in their way. */
export async function wantedRecords(
  judged: JudgedProfile,
  wishes: RecordWishes,
  root: string,
  cwd: string,
  tree = disk,
): Promise<Result<readonly WantedDecision[]>> {
  const { profile, decisions } = judged
  const ids = decisions.map(({ request, evaluation }) => nameOf(profile, request, evaluation.pack).id)
  const place = await recordPlace({ ...judged, ids }, wishes, { root, cwd }, tree)
  return place.ok ? recordsAt(judged, place.value) : place
}

/** The records of a profile at their place, or why its template is none. */
export function recordsAt(
  { profile, decisions }: JudgedProfile,
  place: RecordPlace,
): Result<readonly WantedDecision[]> {
  const records = decisions.map((decision) => wantedDecision(decision, profile, place))
  const problems = records.flatMap(({ record }) => templateProblems(record, place.templateName))
  return problems.length > 0 ? fail(...problems) : succeed(records)
}

function wantedDecision(
  { request, evaluation }: JudgedProfile['decisions'][number],
  profile: Profile,
  { directory, profilePath, template, lineReaders }: RecordPlace,
): WantedDecision {
  const { id, subject } = nameOf(profile, request, evaluation.pack)
  const revisit = request.revisitBy === undefined ? {} : { revisitBy: request.revisitBy }
  return {
    evaluation,
    record: {
      id,
      topic: evaluation.pack.topic,
      subject,
      directory,
      worthCreating: isWorthCreating(evaluation),
      ...choiceIn(evaluation),
      evidence: evaluation.components,
      ...revisit,
      render: (number, date, path, proposal) => {
        const evidence = pathFrom(path, evidencePath(proposal?.id ?? id))
        const head = { id, number, date, profilePath, evidence, lineReaders, ...revisit, ...proposal }
        return renderRecord(buildRecord(evaluation, head), template)
      },
      support: () => ({ text: evidenceText(evaluation, profilePath), data: evidenceData(evaluation) }),
    },
  }
}

/** Where nothing could be said about the options, there is nothing yet to record. */
const isWorthCreating = ({ verdict }: Evaluation): boolean =>
  verdict.decision.kind !== 'out-of-scope' && verdict.decision.kind !== 'scope-unknown'

/** Options by name, in the order of the pack. */
function choiceIn({ pack, verdict: { decision } }: Evaluation): Choice {
  const chosen = new Set(decision.kind === 'split' ? decision.assignment.values() : [])
  if (decision.kind === 'chosen') chosen.add(decision.option)
  return {
    options: pack.options.map(({ name }) => name),
    chosen: pack.options.filter(({ id }) => chosen.has(id)).map(({ name }) => name),
  }
}

/** A template is tried once before anything is planned. A record without its id could never be found again. */
function templateProblems({ id, render }: WantedRecord, name: string): readonly Diagnostic[] {
  // Those that come with Madrigal are right.
  if (name === 'madr' || name === 'nygard') return []
  try {
    if (readRecord(render(1, '2000-01-01', 'record.md'))?.id === id) return []
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
