import { pathIn } from './relative-path.ts'
import { decisionOfId, generationOf, recordFileName } from '../record-file/record-name.ts'
import type { Change } from './change.ts'
import {
  type History,
  type Run,
  agreementWith,
  decides,
  declinedSince,
  leave,
  versionsIn,
} from './decision-history.ts'
import { readEvidence } from '../record/evidence/evidence-data.ts'
import { compareEvidence } from './evidence-change.ts'
import { pathFrom } from './relative-path.ts'
import type { FoundRecord } from './select-record.ts'

/** What people have accepted or declined is never rewritten. At most, another record is proposed. */
export function planSettled(history: History, newest: FoundRecord, run: Run): Change {
  if (run.policy.adopt && !history.existing.bases.has(newest.id))
    return { ...leave('adopt', newest), rendered: versionsIn(history, newest).now }
  switch (newest.status) {
    case 'accepted':
      return planAccepted(history, newest, run)
    case 'rejected':
    case 'deprecated':
      return planDeclined(history, newest, run)
    default:
      return agreementWith(history, newest) === 'other' ? keep(newest) : leave('unchanged', newest)
  }
}

/** It takes a choice, and another one, to propose that an accepted record be superseded. */
function planAccepted(history: History, accepted: FoundRecord, run: Run): Change {
  const agreement = agreementWith(history, accepted)
  if (agreement === 'same') return holdOn(history, accepted)
  if (!decides(history)) return { ...keep(accepted), kind: 'undecided' }
  return agreement === 'unknown'
    ? { ...keep(accepted), kind: 'untold' }
    : { ...planNext(history, run, accepted), kind: 'supersede', detail: accepted.path }
}

/** The decision stands; what speaks for it may have changed, or why nothing is chosen. */
function holdOn(history: History, accepted: FoundRecord): Change {
  const { wanted, existing } = history
  const before = readEvidence(existing.evidenceData.get(accepted.id) ?? '')
  if (before === null) return leave('unchanged', accepted)
  const now = wanted.support().data
  if (!decides(history) && before.decision.kind !== now.decision.kind)
    return { ...keep(accepted), kind: 'undecided' }
  const evidence = compareEvidence(before, now)
  return evidence === null ? leave('unchanged', accepted) : { ...leave('still-follows', accepted), evidence }
}

/** What people said no to stays so until the profile chooses something that they have not declined. */
function planDeclined(history: History, newest: FoundRecord, run: Run): Change {
  const answers = declinedSince(history.records).map((record) => ({
    record,
    agreement: agreementWith(history, record),
  }))
  const same = answers.find(({ agreement }) => agreement === 'same')
  if (same !== undefined) return leave('unchanged', same.record)
  if (!decides(history)) return { ...keep(newest), kind: 'undecided' }
  const unknown = answers.find(({ agreement }) => agreement === 'unknown')
  if (unknown !== undefined) return { ...keep(unknown.record), kind: 'untold' }
  const accepted = history.records.findLast(({ status }) => status === 'accepted')
  if (accepted !== undefined) return planAccepted(history, accepted, run)
  return { ...planNext(history, run), detail: newest.path, status: newest.status ?? '' }
}

/** The next record of a decision. The accepted one whose place it would take is not touched before it is accepted. */
function planNext({ wanted, records }: History, run: Run, accepted?: FoundRecord): Change {
  const { directory, topic, subject } = wanted
  const id = `${decisionOfId(wanted.id)}@${generationOf(records.at(-1)?.id ?? wanted.id) + 1}`
  const number = run.takeNumber(Math.max(0, ...records.map((record) => record.number ?? 0)))
  const path = pathIn(directory, recordFileName(number, topic, subject))
  const rendered = wanted.render(number, run.date, path, {
    id,
    ...(accepted && { supersedes: { id: accepted.id, fileName: pathFrom(path, accepted.path) } }),
  })
  return { kind: 'create', id, path, before: '', after: rendered, rendered }
}

const keep = (record: FoundRecord): Change => ({
  ...leave('kept', record),
  status: record.written.toLowerCase(),
})
