import type { Pack, Source } from '../criteria/pack.ts'
import { sourcesIn } from '../record/citation.ts'
import { monthsBefore } from '../record-file/months-before.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { isProposed } from '../plan/decision-history.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found } from './finding.ts'
import { packFindings } from './pack-findings.ts'
import { type PlannedDecision, profilePlace } from './planned-decision.ts'

/** What time has done to a decision: it is to be looked at again, a newer comparison is there, its sources are old. */
export function ageFindings(planned: PlannedDecision, date: string): readonly Finding[] {
  const record = planned.history.records.at(-1)
  return record !== undefined && (record.status === 'accepted' || isProposed(record))
    ? [...revisits(planned, record), ...packFindings(planned, record), ...oldSources(planned, record, date)]
    : []
}

function revisits(planned: PlannedDecision, { path }: FoundRecord): readonly Finding[] {
  const { met = [], overdue } = planned.change
  const sentences = met.map(({ sentence }) => sentence)
  return [
    ...met
      .slice(0, 1)
      .map((first) =>
        found(
          'trigger-met',
          { path: first.path, line: first.line, profile: profilePlace(planned) },
          { sentences },
        ),
      ),
    ...(overdue === undefined
      ? []
      : [
          found(
            'revisit-by-passed',
            { path, profile: profilePlace(planned, planned.revisitLine) },
            { day: overdue },
          ),
        ]),
  ]
}

/** The machine's copy says what the record was judged against, whatever people made of the record. */
const writtenText = ({ history }: PlannedDecision, { id, text }: FoundRecord): string =>
  withLineFeeds(history.existing.bases.get(id) ?? text)

function oldSources(planned: PlannedDecision, record: FoundRecord, date: string): readonly Finding[] {
  const { evaluation, sourcesOlderThan: months } = planned
  if (months === null) return []
  const limit = monthsBefore(date, months)
  const { pack } = evaluation
  const listed = new Set(sourcesIn(writtenText(planned, record)).listed)
  const cited = pack.sources.filter(({ id }) => listed.has(id))
  const old = cited.filter(({ verified }) => verified < limit)
  if (old.length === 0 && pack.verified >= limit) return []
  const oldest = [...old.map(({ verified }) => verified), pack.verified].toSorted()[0] ?? pack.verified
  const isShipped = isWithMadrigal(pack, old)
  return [
    found(
      'sources-old',
      { path: record.path, profile: profilePlace(planned) },
      { pack: pack.id, isShipped, months, oldest, count: old.length },
    ),
  ]
}

/** Whether a newer Madrigal may have read the sources again. Those of a house are its own, whatever it extends. */
function isWithMadrigal(pack: Pack, sources: readonly Source[]): boolean {
  const { file, sources: own } = pack.house?.base ?? pack
  return file === undefined && sources.every(({ id }) => own.some((source) => source.id === id))
}
