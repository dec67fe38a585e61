import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { wantedDecisions } from '../plan/wanted-decisions.ts'
import type { WantedDecision, WantedRecord } from '../plan/wanted-record.ts'
import { readRecord } from '../record-file/read-record.ts'
import type { PlacedProfile } from './placed-profile.ts'

/** The decisions of a profile, judged, with the records that they call for; or why its template is none. */
export function placedDecisions({ profile, packs, place }: PlacedProfile): Result<readonly WantedDecision[]> {
  const decisions = wantedDecisions(profile, packs, place)
  const problems = decisions.flatMap(({ record }) => templateProblems(record, place.templateName))
  return problems.length > 0 ? fail(...problems) : succeed(decisions)
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
