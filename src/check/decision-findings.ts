import { acceptedPath, basePath } from '../plan/change.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { behindFindings } from './behind-findings.ts'
import { markerLine } from '../plan/git-conflicts.ts'
import { isBehind } from '../plan/evidence-files.ts'
import { type Finding, found } from './finding.ts'
import { type PlannedDecision, profilePlace } from './planned-decision.ts'
import { ageFindings } from './age-findings.ts'

/** What is wrong with the records of one decision, as its profile, the plan and the calendar see it. */
export function plannedFindings(planned: PlannedDecision, date: string): readonly Finding[] {
  const findings = decisionFindings(planned)
  // A condition that a record names for another verdict holds then, and that is no news.
  const isTold = findings.some(({ kind }) => kind === 'verdict-flipped' || kind === 'verdict-unclear')
  return [...findings, ...ageFindings(planned, date).filter(({ kind }) => !isTold || kind !== 'trigger-met')]
}

/** What is wrong with the records of one decision, as the plan sees it. */
const decisionFindings = (planned: PlannedDecision): readonly Finding[] => [
  ...(planned.change.copies ?? []).map(({ id, path }) =>
    found('acceptance-unrecorded', { path, profile: profilePlace(planned) }, { copy: acceptedPath(id) }),
  ),
  ...(planned.change.lost ?? []).map(({ id, path }) =>
    found('id-lost', { path, profile: profilePlace(planned) }, { id }),
  ),
  ...changeFindings(planned),
  ...evidenceFindings(planned),
]

/** Where the record itself is as it should be; otherwise that is told. */
function evidenceFindings(planned: PlannedDecision): readonly Finding[] {
  const { kind, path, support } = planned.change
  const [first] = support ?? []
  if (kind !== 'unchanged' || first === undefined || !isBehind(planned.change)) return []
  const place = { path, profile: profilePlace(planned) }
  return [found('evidence-behind', place, { copy: first.path, isMissing: first.expected === null })]
}

function changeFindings(planned: PlannedDecision): readonly Finding[] {
  const { change, history } = planned
  const { kind, id, path, detail } = change
  const profile = profilePlace(planned)
  switch (kind) {
    case 'deleted':
      return [found('record-deleted', { path: planned.profile, profile }, { id, copy: path })]
    case 'duplicate': {
      const [other = '', ...twins] = history.records.filter((one) => one.id === id).map((one) => one.path)
      return twins.map((twin) => found('duplicate-id', { path: twin, profile }, { id, other, against: null }))
    }
    case 'create':
      if (detail === undefined) return [found('record-missing', { path: planned.profile, profile }, { id })]
      break
    default:
  }
  // That it cannot be read is told by itself.
  if (kind === 'broken' && !history.records.some((one) => one.path === path)) return []
  const record = history.records.find((one) => one.path === (detail ?? path)) ?? history.records.at(-1)
  return record === undefined ? [] : recordFindings(planned, record)
}

function recordFindings(planned: PlannedDecision, record: FoundRecord): readonly Finding[] {
  const { change, history } = planned
  const place = { path: record.path, profile: profilePlace(planned) }
  const base = history.existing.bases.get(record.id)
  // A copy that git could not merge says nothing.
  if (base !== undefined && markerLine(base) !== null) return []
  switch (change.kind) {
    case 'base-missing':
    case 'adopt':
      return base === undefined
        ? [found('base-missing', place, { copy: basePath(record.id), follows: change.kind === 'adopt' })]
        : behindFindings(planned, record)
    case 'groundless':
      return [
        found(
          'proposal-groundless',
          { ...place, path: change.path },
          { against: change.detail ?? null, status: change.status ?? '' },
        ),
      ]
    case 'undecided':
      // What was declined claims nothing.
      return record.status === 'accepted' ? behindFindings(planned, record) : []
    case 'update':
    case 'merge':
    case 'conflict':
    case 'broken':
    case 'supersede':
    case 'create':
    case 'still-follows':
    case 'untold':
      return behindFindings(planned, record)
    default:
      return []
  }
}
