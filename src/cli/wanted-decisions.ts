import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import { evidencePath } from '../plan/change.ts'
import type { Choice } from '../plan/compare-decision.ts'
import { pathFrom } from '../plan/relative-path.ts'
import type { WantedDecision, WantedRecord } from '../plan/wanted-record.ts'
import { buildRecord } from '../record/build-record.ts'
import { evidenceData } from '../record/evidence/evidence-data.ts'
import { evidenceText } from '../record/evidence/evidence-text.ts'
import { readRecord } from '../record-file/read-record.ts'
import { renderRecord } from '../record/render-record.ts'
import type { AskedDecision, PlacedProfile } from './placed-profile.ts'

/** The decisions of a profile, judged, with the records that they call for; or why its template is none. */
export function wantedDecisions(placed: PlacedProfile): Result<readonly WantedDecision[]> {
  const decisions = placed.asked.map((asked) => wantedDecision(asked, placed))
  const problems = decisions.flatMap(({ record }) => templateProblems(record, placed.place.templateName))
  return problems.length > 0 ? fail(...problems) : succeed(decisions)
}

function wantedDecision(
  { id, subject, request, pack }: AskedDecision,
  { profile, place: { directory, profilePath, template, lineReaders } }: PlacedProfile,
): WantedDecision {
  const evaluation = evaluate(pack, profile, request.dominantConstraint)
  const revisit = request.revisitBy === undefined ? {} : { revisitBy: request.revisitBy }
  return {
    profile: profilePath,
    request,
    evaluation,
    record: {
      id,
      topic: pack.topic,
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
