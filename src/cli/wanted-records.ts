import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { basePath } from '../plan/change.ts'
import type { Choice } from '../plan/compare-decision.ts'
import type { WantedRecord } from '../plan/wanted-record.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { buildRecord } from '../record/build-record.ts'
import { readRecord } from '../record/read-record.ts'
import { recordId, slugOf } from '../record/record-name.ts'
import { type TemplateText, renderRecord } from '../record/render-record.ts'
import { type FileTree, disk } from '../workspace/file-tree.ts'
import { displayPath, pathInside } from '../workspace/files.ts'
import { findRecordHome } from '../workspace/record-files.ts'
import { readTemplate } from '../workspace/templates.ts'
import type { JudgedProfile } from './judge-profile.ts'
import type { ReadProfile, ReadingPlace } from './read-profile.ts'

/** Where records go and what they look like, as asked for on the command line. */
export interface RecordWishes {
  readonly directory?: string
  readonly template?: string
}

/** A record with the evaluation that it shows. */
export interface WantedDecision {
  readonly record: WantedRecord
  readonly evaluation: Evaluation
}

/** Where the records of a profile go, what they look like, and where the facts stand. */
export interface RecordPlace {
  readonly directory: string
  readonly profilePath: string
  readonly template: TemplateText
  /** As it was asked for. */
  readonly templateName: string
}

/** The records that a profile calls for, or what stands in their way. */
export async function wantedRecords(
  judged: JudgedProfile,
  wishes: RecordWishes,
  root: string,
  cwd: string,
  tree = disk,
): Promise<Result<readonly WantedDecision[]>> {
  const { profile, decisions } = judged
  const ids = decisions.map(({ request, evaluation }) => nameOf(profile, request, evaluation.pack).id)
  const place = await recordPlace({ ...judged, ids }, wishes, { root, cwd }, tree)
  return place.ok ? recordsAt(judged, place.value) : place
}

/** What a decision is about, and the id of the first record of it. */
export function nameOf(
  { project }: Profile,
  request: DecisionRequest,
  pack: Pack,
): Pick<WantedRecord, 'id' | 'subject'> {
  const subject = request.id ?? slugOf(project)
  return { id: recordId(pack.id, subject), subject }
}

/** Finds the place for records with some ids, or says why there is none. */
export async function recordPlace(
  { file, profile, ids }: ReadProfile & { readonly ids: readonly string[] },
  wishes: RecordWishes,
  { root, cwd }: ReadingPlace,
  tree: FileTree,
): Promise<Result<RecordPlace>> {
  const name = displayPath(file, cwd)
  const profilePath = await pathInside(file, root, tree)
  if (profilePath === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const configured = wishes.directory ?? profile.record.directory
  const home = await findRecordHome({ root, folder: path.dirname(file), configured, name, tree })
  if (!home.ok) return home
  const { directory } = home.value
  const templateName = wishes.template ?? profile.record.template ?? home.value.template
  const origin =
    wishes.template === undefined ? { folder: path.dirname(file), root } : { folder: cwd, root: null }
  const template = await readTemplate(templateName, origin, cwd, tree)
  if (!template.ok) return template
  const problems = await outsideCopies(ids, { name, root, tree })
  return problems.length > 0
    ? fail(...problems)
    : succeed({ directory, profilePath, template: template.value, templateName })
}

/** The records of a profile at their place, or why its template is none. */
export function recordsAt(
  { profile, decisions }: JudgedProfile,
  place: RecordPlace,
): Result<readonly WantedDecision[]> {
  const records = decisions.map((decision) => wantedDecision(decision, profile, place))
  const problems = records.flatMap(({ record }) => templateProblems(record, place.templateName))
  return problems.length > 0 ? fail(...problems) : succeed(records)
}

function wantedDecision(
  { request, evaluation }: JudgedProfile['decisions'][number],
  profile: Profile,
  { directory, profilePath, template }: RecordPlace,
): WantedDecision {
  const { id, subject } = nameOf(profile, request, evaluation.pack)
  const revisit = request.revisitBy === undefined ? {} : { revisitBy: request.revisitBy }
  return {
    evaluation,
    record: {
      id,
      topic: evaluation.pack.topic,
      subject,
      directory,
      worthCreating: isWorthCreating(evaluation),
      ...choiceIn(evaluation),
      evidence: evaluation.components,
      ...revisit,
      render: (number, date, proposal) =>
        renderRecord(
          buildRecord(evaluation, { id, number, date, profilePath, ...revisit, ...proposal }),
          template,
        ),
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

/** Copies that a symbolic link would lead out of the repository. */
async function outsideCopies(
  ids: readonly string[],
  { name, root, tree }: { readonly name: string; readonly root: string; readonly tree: FileTree },
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  for (const id of ids)
    if ((await pathInside(path.join(root, basePath(id)), root, tree)) === null)
      problems.push(diagnoseFile('outside-repository', name, { path: basePath(id) }))
  return problems
}

/** A template is tried once before anything is planned. A record without its id could never be found again. */
function templateProblems({ id, render }: WantedRecord, name: string): readonly Diagnostic[] {
  // Those that come with Madrigal are right.
  if (name === 'madr' || name === 'nygard') return []
  try {
    if (readRecord(render(1, '2000-01-01'))?.id === id) return []
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
