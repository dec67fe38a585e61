import path from 'node:path'
import { findChild, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { readRecord } from '../record-file/read-record.ts'
import { decisionOfId, slugOf } from '../record-file/record-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type CommitTree, changedPaths } from '../workspace/commit-tree.ts'
import { readIfThere, readSource } from '../workspace/files.ts'
import { filesBehind } from '../workspace/packs.ts'
import { isToolSettings } from '../workspace/tool-settings.ts'

/** The two sides of a change, in a repository whose work tree is at `root`. */
export interface Sides {
  readonly root: string
  readonly before: CommitTree
  readonly after: CommitTree
}

/** Of some profiles, those whose verdicts or records a change may touch. */
export async function touchedProfiles(sides: Sides, profiles: readonly string[]): Promise<readonly string[]> {
  const changed = new Set(changedPaths(sides.before, sides.after))
  if (changed.size === 0) return []
  const known = new Set(profiles)
  const isAboutOthers = [...changed].some((file) => !known.has(file))
  const records = await changedDecisions(sides, changed)
  const folders = foldersOfSettings(changed)
  if (isAboutOthers) await sides.after.prefetch(profiles)
  const touched: string[] = []
  for (const profile of profiles) {
    const isTouched =
      folders.some((folder) => profile.startsWith(folder)) ||
      (await isOther(sides, path.join(sides.root, profile))) ||
      (isAboutOthers && (await namesOther(sides, profile, records)))
    if (isTouched) touched.push(profile)
  }
  return touched
}

/** The folders in which it is said otherwise where records are, each with a `/` at its end; empty for the root. */
const foldersOfSettings = (changed: ReadonlySet<string>): readonly string[] =>
  [...changed]
    .filter((file) => isToolSettings(path.posix.basename(file)))
    .map((file) => file.slice(0, file.lastIndexOf('/') + 1))

const isOther = async ({ before, after }: Sides, file: string): Promise<boolean> =>
  (await before.idOf(file)) !== (await after.idOf(file))

/** Whether a profile that is the same on both sides names a file that is not, or has a record that is not. */
async function namesOther(sides: Sides, profile: string, records: ReadonlySet<string>): Promise<boolean> {
  const { files, subjects } = await outlineOf(sides.root, sides.after, profile)
  if (subjects.some((subject) => records.has(subject))) return true
  for (const file of files) if (await isOther(sides, file)) return true
  return false
}

/** What a profile is about, as far as it can be told without judging it. */
interface Outline {
  /** The packs and the template that it names. */
  readonly files: readonly string[]
  /** What its records are about, as their ids name it. */
  readonly subjects: readonly string[]
}

async function outlineOf(root: string, tree: CommitTree, profile: string): Promise<Outline> {
  const file = path.join(root, profile)
  const source = await readSource(file, profile, tree)
  const document = source.ok ? readYaml(source.value) : source
  if (!document.ok) return { files: [], subjects: [] }
  const { root: node } = document.value
  const decisions = itemsOf(findChild(node, 'decisions'))
  const criteria = decisions.flatMap((decision) => textOf(findChild(decision, 'criteria')) ?? [])
  const folder = path.dirname(file)
  const packs = await Promise.all(criteria.map((named) => filesBehind(named, { folder, tree })))
  const template = textOf(findChild(findChild(node, 'record'), 'template'))
  return {
    files: [...packs.flat(), ...(template === undefined ? [] : [path.resolve(folder, template)])],
    subjects: [
      slugOf(textOf(findChild(node, 'project')) ?? ''),
      ...decisions.flatMap((decision) => textOf(findChild(decision, 'id')) ?? []),
    ],
  }
}

const copyPath = /^\.madrigal\/(?:base|accepted|pending)\/([^/]+\/[^/]+)\.md$/

/** What the records are about that differ, or whose copies do: the part of their ids after the pack. */
async function changedDecisions(
  { root, before, after }: Sides,
  changed: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const files = [...changed].filter((file) => file.endsWith('.md'))
  const copies = files.flatMap((file) => copyPath.exec(file)?.[1] ?? [])
  const records = files.filter((file) => !file.startsWith('.madrigal/'))
  const ids = [...copies]
  for (const tree of [before, after]) {
    await tree.prefetch(records)
    for (const file of records) {
      const text = await readIfThere(path.join(root, file), file, tree)
      const id = text.ok && text.value !== null ? readRecord(withLineFeeds(text.value))?.id : undefined
      if (id !== undefined) ids.push(id)
    }
  }
  return new Set(ids.map((id) => decisionOfId(id).replace(/^.*\//, '')))
}
