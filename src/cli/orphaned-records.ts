import path from 'node:path'
import { type Orphan, unaskedAmong } from '../plan/orphans.ts'
import { askedDecisions } from '../plan/wanted-decisions.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { recordsAmong } from '../plan/select-record.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { profilesBelow } from '../workspace/git-files.ts'
import { rememberedIds } from '../workspace/record-copies.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'
import type { PlacedProfile } from './placed-profile.ts'
import { readProfile } from './read-profile.ts'

/** Profiles that were read. */
type ReadProfiles = readonly Pick<PlacedProfile, 'asked' | 'place'>[]

/**
 * The records that no profile asks for, as far as that is known: one whose profile is there and was not read has been left
 * by nobody.
 */
export async function orphanedRecords(
  { records, evidence }: ExistingFiles,
  profiles: ReadProfiles,
  root: string,
  tree: FileTree,
): Promise<readonly Orphan[]> {
  const asked = new Set(profiles.flatMap((one) => one.asked.map(({ id }) => decisionOfId(id))))
  const read = new Set(profiles.map(({ place }) => place.profilePath))
  const orphans: Orphan[] = []
  for (const record of unaskedAmong(recordsAmong(records), asked, evidence)) {
    const { profile } = record
    const isProfileGone = profile !== null && !read.has(profile)
    if (!isProfileGone || !(await isThere(profile, root, tree))) orphans.push({ ...record, isProfileGone })
  }
  return orphans
}

/** The machine wrote the name, but anybody may have edited it. */
const isThere = async (profile: string, root: string, tree: FileTree): Promise<boolean> =>
  !profile.split('/').includes('..') && (await tree.isFile(path.join(root, profile)))

/**
 * The same after some profiles were read: the others are read only where a record seems to be left behind. Where one of
 * them is broken, nobody knows what it asks for.
 */
export async function leftBehind(
  existing: ExistingFiles,
  profiles: ReadProfiles,
  { root, missing }: Repository,
): Promise<readonly Orphan[]> {
  const tree = steadyTree({ root, missing })
  const orphans = await orphanedRecords(existing, profiles, root, tree)
  if (orphans.length === 0 || missing !== null)
    return orphans.filter(({ profile }) => isAmong(profiles, profile))
  const asked = new Set<string>()
  const recorded = new Set(recordsAmong(existing.records).map(({ id }) => decisionOfId(id)))
  for (const file of await profilesBelow(root).catch(() => [])) {
    if (isAmong(profiles, file)) continue
    const read = await readProfile(path.join(root, file), root, tree)
    if (!read.ok) return []
    const { profile, packs } = read.value
    for (const { id } of askedDecisions(profile, packs, recorded)) asked.add(decisionOfId(id))
  }
  return orphans.filter(({ id }) => !asked.has(decisionOfId(id)))
}

/** Records that the machine remembers, of the profile of the first of them, which is gone and whose place no other one has taken. */
export async function recordsOfGoneProfiles(repository: Repository): Promise<readonly Orphan[]> {
  const { root } = repository
  const tree = steadyTree(repository)
  const ids = await rememberedIds(root, tree)
  const existing = ids.ok ? await readExisting(root, [], ids.value, tree) : ids
  const gone = existing.ok ? await leftBehind(existing.value, [], repository) : []
  const orphans = gone.filter(({ isProfileGone }) => isProfileGone)
  return orphans.filter(({ profile }) => profile === orphans[0]?.profile)
}

const isAmong = (profiles: ReadProfiles, file: string | null): boolean =>
  profiles.some(({ place }) => place.profilePath === file)
