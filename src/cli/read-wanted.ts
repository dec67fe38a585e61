import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import { isCalendarDate } from '../record-file/record-file-name.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyDisk } from '../workspace/steady-disk.ts'
import type { Invocation } from './invocation.ts'
import { profileFiles } from './judge-profile.ts'
import { type PlacedProfile, type RecordWishes, placeProfile } from './placed-profile.ts'
import { placedDecisions } from './placed-decisions.ts'

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
  const profiles: PlacedProfile[] = []
  const decisions: WantedDecision[] = []
  const tree = steadyDisk()
  for (const file of files.value) {
    const placed = await placeProfile(file, options, { root: repository.root, cwd }, tree)
    const wanted = placed.ok ? placedDecisions(placed.value) : placed
    if (placed.ok) profiles.push(placed.value)
    if (wanted.ok) decisions.push(...wanted.value)
    else problems.push(...wanted.diagnostics)
  }
  problems.push(...sharedIds(profiles))
  return problems.length > 0 ? fail(...problems) : succeed(decisions)
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

/** Two profiles whose projects have one name would write one record. */
export function sharedIds(profiles: readonly PlacedProfile[]): readonly Diagnostic[] {
  const owners = new Map<string, string>()
  return profiles.flatMap(({ name, asked }) =>
    asked.flatMap(({ id, subject, pack }) => {
      const other = owners.get(id)
      if (other === undefined) owners.set(id, name)
      return other === undefined
        ? []
        : [diagnoseFile('duplicate-decision', name, { criteria: pack.id, id: subject, other })]
    }),
  )
}
