import path from 'node:path'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { basePath } from '../plan/change.ts'
import type { Choice } from '../plan/compare-decision.ts'
import type { WantedRecord } from '../plan/wanted-record.ts'
import { buildRecord } from '../record/build-record.ts'
import { readRecord } from '../record/read-record.ts'
import { recordId, slugOf } from '../record/record-name.ts'
import { type TemplateText, renderRecord } from '../record/render-record.ts'
import { type FileTree, disk } from '../workspace/file-tree.ts'
import { displayPath, pathInside } from '../workspace/files.ts'
import { findRecordHome } from '../workspace/record-files.ts'
import { readTemplate } from '../workspace/templates.ts'
import type { JudgedProfile } from './judge-profile.ts'

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

/** The records that a profile calls for, or what stands in their way. */
export async function wantedRecords(
  { file, profile, decisions }: JudgedProfile,
  wishes: RecordWishes,
  root: string,
  cwd: string,
  tree = disk,
): Promise<Result<readonly WantedDecision[]>> {
  const name = displayPath(file, cwd)
  const profilePath = await pathInside(file, root, tree)
  if (profilePath === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const configured = wishes.directory ?? profile.record.directory
  const home = await findRecordHome({ root, folder: path.dirname(file), configured, name, tree })
  if (!home.ok) return home
  const { directory } = home.value
  const wanted = wishes.template ?? profile.record.template ?? home.value.template
  const origin =
    wishes.template === undefined ? { folder: path.dirname(file), root } : { folder: cwd, root: null }
  const template = await readTemplate(wanted, origin, cwd, tree)
  if (!template.ok) return template
  const place = { directory, profilePath, template: template.value }
  const records = decisions.map((decision) => wantedDecision(decision, profile, place))
  const problems = [
    ...records.flatMap(({ record }) => templateProblems(record, wanted)),
    ...(await outsideCopies(records, { name, root, tree })),
  ]
  return problems.length > 0 ? fail(...problems) : succeed(records)
}

/** Where a record goes, where the facts stand, and what it looks like. */
interface RecordPlace {
  readonly directory: string
  readonly profilePath: string
  readonly template: TemplateText
}

function wantedDecision(
  { request, evaluation }: JudgedProfile['decisions'][number],
  { project }: JudgedProfile['profile'],
  { directory, profilePath, template }: RecordPlace,
): WantedDecision {
  const subject = request.id ?? slugOf(project)
  const id = recordId(evaluation.pack.id, subject)
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
  records: readonly WantedDecision[],
  { name, root, tree }: { readonly name: string; readonly root: string; readonly tree: FileTree },
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  for (const { record } of records)
    if ((await pathInside(path.join(root, basePath(record.id)), root, tree)) === null)
      problems.push(diagnoseFile('outside-repository', name, { path: basePath(record.id) }))
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
