import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { isCalendarDate } from '../record/calendar-date.ts'
import { displayPath } from '../workspace/files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyDisk } from '../workspace/steady-disk.ts'
import type { Invocation } from './invocation.ts'
import { judgeProfile, profileFiles } from './judge-profile.ts'
import type { RecordWishes } from './record-place.ts'
import { type WantedDecision, wantedRecords } from './wanted-records.ts'

export interface WantedOptions extends RecordWishes {
  readonly date?: string
}

/** The records that all profiles call for, or everything that is wrong with any of them. */
export async function readWanted(
  invocation: Invocation,
  named: readonly string[],
  options: WantedOptions,
  repository: Repository,
): Promise<Result<readonly WantedDecision[]>> {
  const { cwd } = invocation
  const files = await profileFiles(named, cwd, repository)
  if (!files.ok) return files
  const problems: Diagnostic[] = wrongDates(invocation, options)
  const wanted: FoundDecision[] = []
  const tree = steadyDisk()
  for (const file of files.value) {
    const judged = await judgeProfile(file, cwd, repository, tree)
    const records = judged.ok
      ? await wantedRecords(judged.value, options, repository.root, cwd, tree)
      : judged
    const profile = displayPath(file, cwd)
    if (records.ok) wanted.push(...records.value.map((decision) => ({ ...decision, profile })))
    else problems.push(...records.diagnostics)
  }
  problems.push(
    ...sharedIds(
      wanted.map(({ record: { id, subject }, evaluation, profile }) => ({
        id,
        subject,
        criteria: evaluation.pack.id,
        profile,
      })),
    ),
  )
  return problems.length > 0 ? fail(...problems) : succeed(wanted)
}

/** A decision with the name of the profile that asks for it. */
interface FoundDecision extends WantedDecision {
  readonly profile: string
}

const DATE_VARIABLE = 'ADR_DATE'

/** The date of what is written anew. */
export const dayOf = ({ environment, today }: Invocation, { date }: WantedOptions): string =>
  date ?? environment[DATE_VARIABLE] ?? today()

export function wrongDates(invocation: Invocation, options: WantedOptions): Diagnostic[] {
  const found = dayOf(invocation, options)
  const origin = options.date === undefined ? DATE_VARIABLE : '--date'
  return isCalendarDate(found) ? [] : [diagnoseFile('wrong-date', origin, { found })]
}

/** A decision, and the name of the profile that asks for it. */
export interface AskedDecision {
  readonly id: string
  readonly subject: string
  /** Id of the pack. */
  readonly criteria: string
  readonly profile: string
}

/** Two profiles whose projects have one name would write one record. */
export function sharedIds(asked: readonly AskedDecision[]): readonly Diagnostic[] {
  const profiles = new Map<string, string[]>()
  for (const { id, profile } of asked) profiles.set(id, [...(profiles.get(id) ?? []), profile])
  const first = new Map(asked.toReversed().map((decision) => [decision.id, decision]))
  return [...profiles].flatMap(([id, names]) => {
    const decision = first.get(id)
    if (names.length < 2 || decision === undefined) return []
    const { criteria, subject } = decision
    return [diagnoseFile('duplicate-decision', names.join(', '), { criteria, id: subject })]
  })
}
