import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Detection, detect, filesToRead } from '../detect/detect.ts'
import { type ProfileFrame, profileText } from '../detect/profile-text.ts'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import { parseProfile } from '../profile/parse-profile.ts'
import { profileJsonSchema } from '../profile/json-schema.ts'
import { type AskedQuestion, questionsFor } from '../report/asked-question.ts'
import type { RepositoryTree } from '../workspace/file-tree.ts'
import { PROFILE_NAME } from '../workspace/git-files.ts'
import { displayPath, readIfThere } from '../workspace/files.ts'
import { isFirstRun } from '../workspace/own-files.ts'
import { findRecordHome } from '../workspace/record-home.ts'
import { readRecords } from '../workspace/record-texts.ts'
import type { Repository } from '../workspace/repository.ts'
import { readTexts, trackedFiles } from '../workspace/tracked-files.ts'
import { withOwnFolder } from '../plan/own-folder.ts'
import type { Write } from '../plan/write.ts'
import { writeOrReport } from './write-or-report.ts'
import type { Invocation } from './invocation.ts'

/** Where a profile is begun. */
export interface NewPlace {
  readonly repository: Repository
  /** The full path of the folder that gets the profile. */
  readonly folder: string
  readonly tree: RepositoryTree
}

/** A new profile with what it amounts to. */
export interface DraftProfile {
  readonly text: string
  readonly evaluation: Evaluation
  /** All that are open; the first of them stand in the text. */
  readonly questions: readonly AskedQuestion[]
}

/** The machine's own copy of the schema, by which editors complete and check a profile. */
const SCHEMA = '.madrigal/profile.schema.json'

/** How many open questions a new profile shows, and how many are asked in a row. */
export const FIRST_QUESTIONS = 5

/** Reads what git tracks in a folder, and tells from it what a profile can say. */
export async function detectIn(
  { repository, folder, tree }: NewPlace,
  pack: Pack,
  chosen: readonly string[],
): Promise<{ readonly detection: Detection; readonly files: number }> {
  const paths = repository.missing === null ? await trackedFiles(folder) : []
  const texts = await readTexts(folder, filesToRead(pack, paths), tree)
  return { detection: detect(pack, paths, texts, chosen), files: paths.length }
}

/** What the new profile says besides what is detected. */
export async function frameFor(place: NewPlace, criteria: string): Promise<Omit<ProfileFrame, 'open'>> {
  const { repository, folder, tree } = place
  return {
    criteria,
    folderName: path.basename(folder) || 'project',
    schema: displayPath(path.join(repository.root, SCHEMA), folder),
    record: await recordsThere(repository.root, folder, tree),
  }
}

/** Where records are already, and in which form. */
async function recordsThere(
  root: string,
  folder: string,
  tree: RepositoryTree,
): Promise<ProfileFrame['record']> {
  const home = await findRecordHome({ root, folder, configured: undefined, name: PROFILE_NAME, tree })
  if (!home.ok) return null
  const { directory, template } = home.value
  const { texts } = await readRecords(root, directory, tree)
  if (!texts.ok || texts.value.size === 0) return null
  return { directory, template: template === 'nygard' ? template : null }
}

/** Writes the profile as text, judges it, and adds the questions that are open as comments. */
export function draftProfile(
  pack: Pack,
  detection: Detection,
  frame: Omit<ProfileFrame, 'open'>,
): Result<DraftProfile> {
  const bare = profileText(detection, { ...frame, open: [] })
  const profile = parseProfile({ name: PROFILE_NAME, text: bare }, new Map([[frame.criteria, pack]]))
  if (!profile.ok) return profile
  const evaluation = evaluate(pack, profile.value)
  const questions = questionsFor(evaluation)
  const text = profileText(detection, { ...frame, open: questions.slice(0, FIRST_QUESTIONS) })
  return succeed({ text, evaluation, questions })
}

/** Writes a new profile, and the schema by which editors know it. */
export async function writeDraft(
  invocation: Invocation,
  place: NewPlace,
  pack: Pack,
  { text }: DraftProfile,
): Promise<void> {
  const { root } = place.repository
  const isFirst = await isFirstRun(root, place.tree)
  const schema = await schemaWrites(place, [pack])
  const profile = { path: pathOf(place), text, expected: null }
  const writes = [profile, ...schema]
  await writeOrReport(invocation, root, isFirst ? withOwnFolder(writes) : writes)
}

/** Writes it anew, unless somebody has saved it meanwhile. */
export const rewriteDraft = (
  invocation: Invocation,
  place: NewPlace,
  before: string,
  { text }: DraftProfile,
): Promise<unknown> =>
  writeOrReport(invocation, place.repository.root, [{ path: pathOf(place), text, expected: before }])

/** The path of the profile in the repository. */
export const pathOf = ({ repository, folder }: NewPlace): string =>
  displayPath(path.join(folder, PROFILE_NAME), repository.root)

/** The schema beside the copies, brought up to date. */
async function schemaWrites(
  { repository, tree }: NewPlace,
  packs: readonly Pack[],
): Promise<readonly Write[]> {
  const text = `${JSON.stringify(profileJsonSchema(packs))}\n`
  const found = await readIfThere(path.join(repository.root, SCHEMA), SCHEMA, tree)
  const expected = found.ok ? found.value : null
  return expected === text ? [] : [{ path: SCHEMA, text, expected }]
}
