import path from 'node:path'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { basePath } from '../plan/change.ts'
import {
  type AskedDecision,
  type RecordPlace,
  askedDecisions,
  wantedDecisions,
} from '../plan/wanted-decisions.ts'
import type { FileTree, RepositoryTree } from '../workspace/file-tree.ts'
import { displayPath, pathInside } from '../workspace/files.ts'
import { treeForNamed } from '../workspace/work-tree.ts'
import { recordedDecisions } from '../workspace/record-files.ts'
import { findRecordHome } from '../workspace/record-home.ts'
import { readTemplate } from '../workspace/templates.ts'
import type { WantedDecision, WantedRecord } from '../plan/wanted-record.ts'
import { isCalendarDate } from '../record-file/record-file-name.ts'
import { readRecord } from '../record-file/read-record.ts'
import type { Invocation } from './invocation.ts'
import { type ReadingPlace, type ReadProfile, readProfile } from './read-profile.ts'

/** A profile with all that its records need beside the evaluation. */
export interface PlacedProfile extends ReadProfile {
  /** As people see its path. */
  readonly name: string
  readonly asked: readonly AskedDecision[]
  /** `templateName` is as it was asked for. */
  readonly place: RecordPlace & { readonly templateName: string }
}

/** Where records go and what they look like, as asked for on the command line. */
interface RecordWishes {
  readonly directory?: string
  readonly template?: string
}

/** Reads a profile and its packs, and finds the place for its records; or says everything that stands in the way. */
export async function placeProfile(
  file: string,
  wishes: RecordWishes,
  where: ReadingPlace,
  tree: RepositoryTree,
): Promise<Result<PlacedProfile>> {
  const read = await readProfile(file, where.cwd, tree)
  if (!read.ok) return read
  const name = displayPath(file, where.cwd)
  const place = await recordPlace({ ...read.value, name }, wishes, where, tree)
  if (!place.ok) return place
  const { profile, packs } = read.value
  const asked = askedDecisions(profile, packs, place.value.recorded)
  const problems = await outsideCopies(asked, { name, root: where.root, tree })
  return problems.length > 0 ? fail(...problems) : succeed({ ...read.value, name, asked, place: place.value })
}

async function recordPlace(
  { file, name, profile, packs }: Omit<PlacedProfile, 'asked' | 'place'>,
  wishes: RecordWishes,
  { root, cwd }: ReadingPlace,
  tree: RepositoryTree,
): Promise<Result<PlacedProfile['place']>> {
  const profilePath = await pathInside(file, root, tree)
  if (profilePath === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const configured = wishes.directory ?? profile.record.directory
  const home = await findRecordHome({ root, folder: path.dirname(file), configured, name, tree })
  if (!home.ok) return home
  const { directory, lineReaders } = home.value
  const templateName = wishes.template ?? profile.record.template ?? home.value.template
  const origin =
    wishes.template === undefined
      ? { folder: path.dirname(file), tree }
      : { folder: cwd, tree: treeForNamed(path.resolve(cwd, wishes.template), root, tree) }
  const template = await readTemplate(templateName, origin, cwd)
  if (!template.ok) return template
  const renamed = [...packs.values()].flatMap(({ id, renames }) => (renames ? [id, ...renames] : []))
  const recorded = await recordedDecisions(root, directory, renamed, tree)
  if (!recorded.ok) return recorded
  return succeed({
    directory,
    profilePath,
    template: template.value,
    templateName,
    lineReaders,
    recorded: recorded.value,
  })
}

/** Copies that a symbolic link would lead out of the repository. */
async function outsideCopies(
  asked: readonly AskedDecision[],
  { name, root, tree }: { readonly name: string; readonly root: string; readonly tree: FileTree },
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  for (const { id } of asked)
    if ((await pathInside(path.join(root, basePath(id)), root, tree)) === null)
      problems.push(diagnoseFile('outside-repository', name, { path: basePath(id) }))
  return problems
}

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

export interface WantedOptions extends RecordWishes {
  readonly date?: string
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
