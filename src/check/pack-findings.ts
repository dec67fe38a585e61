import { filesOf } from '../criteria/pack.ts'
import { type EvidenceData, readEvidence } from '../record/evidence/evidence-data.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found, lineOf } from './finding.ts'
import { type PlannedDecision, profilePlace } from './planned-decision.ts'

/** What has become of the rules that a record was judged by. */
export function packFindings(planned: PlannedDecision, record: FoundRecord): readonly Finding[] {
  const then = readEvidence(planned.history.existing.evidenceData.get(record.id) ?? '')?.criteria
  return [
    ...newerPack(planned, record, then),
    ...changedFiles(planned, record, then),
    ...outgrownHouse(planned, record),
  ]
}

/** What the record was judged by; undefined where nothing tells. */
type JudgedBy = EvidenceData['criteria'] | undefined

function newerPack(planned: PlannedDecision, record: FoundRecord, then: JudgedBy): readonly Finding[] {
  const { id: pack, version: now } = planned.evaluation.pack
  const was = then?.version ?? now
  if (was >= now) return []
  const isSettled = record.status === 'accepted'
  return [
    found(
      'pack-newer',
      {
        path: record.path,
        line: lineOf(record.text, `version ${was},`),
        profile: profilePlace(planned),
        ...(isSettled && { severity: 'note' }),
      },
      { pack, was, now, isSettled },
    ),
  ]
}

/** A file that changes without a new version: what is accepted rested on other rules than those that stand there now. */
function changedFiles(planned: PlannedDecision, record: FoundRecord, then: JudgedBy): readonly Finding[] {
  const { pack } = planned.evaluation
  if (record.status !== 'accepted' || then === undefined || then.version !== pack.version) return []
  return filesOf(pack)
    .filter(({ path, sha256 }) => then.files?.some((file) => file.path === path && file.sha256 !== sha256))
    .map(({ path }) =>
      found('pack-changed', { path: record.path, profile: profilePlace(planned) }, { file: path }),
    )
}

/** A house was written for another version of the comparison than the one that it is over now. */
function outgrownHouse(planned: PlannedDecision, record: FoundRecord): readonly Finding[] {
  const { house, file } = planned.evaluation.pack
  if (house === undefined || house.writtenFor === house.base.version) return []
  const same = house.adjustments.filter(({ criterion, strength }) => criterion.strength === strength)
  return [
    found(
      'house-outgrown',
      { path: record.path, profile: profilePlace(planned) },
      {
        file: file?.path ?? house.id,
        criteria: house.base.id,
        was: house.writtenFor,
        now: house.base.version,
        adjusted: house.adjustments.map(({ criterion }) => criterion.id),
        needless: same.map(({ criterion }) => criterion.id),
      },
    ),
  ]
}
