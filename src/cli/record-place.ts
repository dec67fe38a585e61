import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { basePath } from '../plan/change.ts'
import type { WantedRecord } from '../plan/wanted-record.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { recordId, slugOf } from '../record/record-name.ts'
import type { TemplateText } from '../record/render-record.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath, pathInside } from '../workspace/files.ts'
import { findRecordHome } from '../workspace/record-files.ts'
import { readTemplate } from '../workspace/templates.ts'
import type { ReadProfile, ReadingPlace } from './read-profile.ts'

/** Where records go and what they look like, as asked for on the command line. */
export interface RecordWishes {
  readonly directory?: string
  readonly template?: string
}

/** Where the records of a profile go, what they look like, and where the facts stand. */
export interface RecordPlace {
  readonly directory: string
  readonly profilePath: string
  readonly template: TemplateText
  /** As it was asked for. */
  readonly templateName: string
  readonly lineReaders: boolean
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
  const { directory, lineReaders } = home.value
  const templateName = wishes.template ?? profile.record.template ?? home.value.template
  const origin =
    wishes.template === undefined ? { folder: path.dirname(file), root } : { folder: cwd, root: null }
  const template = await readTemplate(templateName, origin, cwd, tree)
  if (!template.ok) return template
  const problems = await outsideCopies(ids, { name, root, tree })
  return problems.length > 0
    ? fail(...problems)
    : succeed({ directory, profilePath, template: template.value, templateName, lineReaders })
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
