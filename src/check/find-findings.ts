import { decisionOfId } from '../record-file/record-name.ts'
import { acceptedPath, basePath, pendingPath } from '../plan/change.ts'
import type { Orphan } from '../plan/orphans.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { type ComparedBranch, againstFindings } from './against-findings.ts'
import { type Finding, findingKinds, found } from './finding.ts'
import { foreignFile, markerFindings, recordFindings, sourceFindings } from './record-findings.ts'
import { sharedIds, sharedNumbers } from './shared-findings.ts'
import { supersedeFindings } from './supersede-findings.ts'

/** What a check looks at. */
export interface CheckedRepository {
  /** What was found about the decisions that profiles ask for. */
  readonly planned: readonly Finding[]
  readonly existing: ExistingFiles
  /** Where the records are. */
  readonly directories: readonly string[]
  /** Those of ours among the records. */
  readonly ours: readonly FoundRecord[]
  /** Records that no profile asks for; none where not all profiles were looked at. */
  readonly orphans: readonly Orphan[]
  /** Whether a run was stopped while it wrote. */
  readonly isInterrupted: boolean
  /** The branch that it is to be merged with; null where none was named. */
  readonly branch: ComparedBranch | null
}

/** Everything that is wrong with the records of a repository, in the order of their files; of each kind once a record. */
export function findFindings({
  planned,
  existing,
  directories,
  ours,
  orphans,
  isInterrupted,
  branch,
}: CheckedRepository): readonly Finding[] {
  const known = new Set(ours.map(({ path }) => path))
  const foreign = [...existing.records]
    .filter(([path]) => !known.has(path))
    .map(([path, text]) => foreignFile(path, text))
  // A record that cannot be read is not deleted.
  const broken = new Set(foreign.flatMap(({ id }) => (id === null ? [] : [decisionOfId(id)])))
  return inOrder([
    ...planned.filter(({ kind, about }) => kind !== 'record-deleted' || !broken.has(decisionOfId(about.id))),
    ...ours.flatMap((record) => recordFindings(record, existing.accepted.get(record.id))),
    ...ours.flatMap((record) => sourceFindings(record, existing.bases.get(record.id) ?? '')),
    ...foreign.flatMap(({ findings }) => findings),
    ...copyFindings(existing),
    ...sharedNumbers(existing.records, directories),
    ...sharedIds(ours),
    ...supersedeFindings(ours, existing.records),
    ...orphans.map(orphanFinding),
    ...(branch === null ? [] : againstFindings({ ...existing, directories, ours }, branch)),
    ...(isInterrupted ? [found('interrupted-run', { path: '.madrigal/journal.json' }, {})] : []),
  ])
}

function orphanFinding({ id, path, isAccepted, profile, isProfileGone }: Orphan): Finding {
  const [criteria = '', name = ''] = decisionOfId(id).split('/')
  const gone = isProfileGone ? profile : null
  const severity = isProfileGone ? 'error' : 'warning'
  return found('record-orphaned', { path, severity }, { criteria, name, isAccepted, gone })
}

/** Git leaves its markers in the machine's own copies as well. */
const copyFindings = ({ bases, accepted, pending }: ExistingFiles): readonly Finding[] =>
  (
    [
      [bases, basePath],
      [accepted, acceptedPath],
      [pending, pendingPath],
    ] as const
  ).flatMap(([copies, pathOf]) =>
    [...copies].flatMap(([id, text]) => markerFindings(pathOf(id), text, { isOurs: true, isCopy: true })),
  )

const rankOf = ({ kind }: Finding): number => findingKinds.indexOf(kind)

/** By file and then by kind. What two ways of looking have found is told once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings
    .filter(({ kind, path, about }) => {
      const key = `${kind}\n${path}\n${'id' in about ? about.id : ''}`
      return !seen.has(key) && seen.add(key)
    })
    .toSorted((a, b) => (a.path === b.path ? rankOf(a) - rankOf(b) : a.path < b.path ? -1 : 1))
}
