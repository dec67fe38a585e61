import path from 'node:path'
import { type ReviewSide, reviewDecisions } from '../review/review-decisions.ts'
import type { BrokenFile, Review } from '../review/review-blocks.ts'
import type { CommitTree } from '../workspace/commit-tree.ts'
import { readExisting } from '../workspace/record-files.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { Invocation } from './invocation.ts'
import { type Sides, touchedProfiles } from './touched-profiles.ts'
import { placedDecisions, placeProfile } from './placed-profile.ts'

/** From so many profiles on, people are told why it takes a while. */
const MANY = 50

/** Judges both sides of a change and compares them. Of the profiles, only those that it touches are judged. */
export async function compareSides(
  { stderr }: Invocation,
  sides: Sides,
  profiles: readonly string[],
): Promise<Review> {
  const touched = await touchedProfiles(sides, profiles)
  if (touched.length >= MANY)
    stderr.write(
      `note: ${touched.length} of ${profiles.length} profiles are touched; both sides are judged\n`,
    )
  const { root } = sides
  const before = await judgeSide(root, sides.before, 'before', touched)
  const after = await judgeSide(root, sides.after, 'after', touched)
  const decisions = [...before.decisions, ...after.decisions]
  const old = await readSide(root, sides.before, before, 'before', decisions)
  const now = await readSide(root, sides.after, after, 'after', decisions)
  // What is broken on both sides is told as it is now.
  const broken = [...after.broken, ...now.broken]
  const earlier = [...before.broken, ...old.broken].filter(
    (file) => !broken.some((other) => other.path === file.path),
  )
  const isBroken = ({ profile }: { readonly profile: string }): boolean =>
    [...broken, ...earlier].some((file) => file.path === profile)
  const told = reviewDecisions(old.side, now.side).filter(
    ({ before: was, after: is }) => (was !== null && is !== null) || !isBroken(is ?? was ?? { profile: '' }),
  )
  return { decisions: told, broken: [...broken, ...earlier] }
}

/** The records of one side, of all decisions that either side has; or what cannot be read. */
async function readSide(
  root: string,
  tree: CommitTree,
  { decisions }: JudgedSide,
  side: BrokenFile['side'],
  all: JudgedSide['decisions'],
): Promise<{ readonly side: ReviewSide; readonly broken: readonly BrokenFile[] }> {
  const directories = all.map(({ record }) => record.directory)
  const ids = all.map(({ record }) => record.id)
  const existing = await readExisting(root, directories, ids, tree)
  if (existing.ok) return { side: { decisions, existing: existing.value }, broken: [] }
  const { diagnostics } = existing
  const files = [...new Set(diagnostics.map(({ file }) => file))]
  return {
    side: { decisions, existing: null },
    broken: files.map((file) => ({
      path: file,
      side,
      diagnostics: diagnostics.filter((diagnostic) => diagnostic.file === file),
    })),
  }
}

/** What profiles ask for in a commit, and those that cannot be judged there. */
interface JudgedSide {
  readonly decisions: readonly WantedDecision[]
  readonly broken: readonly BrokenFile[]
}

/** Judges those of some profiles that a commit has. */
async function judgeSide(
  root: string,
  tree: CommitTree,
  side: BrokenFile['side'],
  profiles: readonly string[],
): Promise<JudgedSide> {
  const decisions: WantedDecision[] = []
  const broken: BrokenFile[] = []
  await tree.prefetch(profiles)
  for (const profile of profiles) {
    if (!tree.entries.has(profile)) continue
    const placed = await placeProfile(path.join(root, profile), {}, { root, cwd: root }, tree)
    const wanted = placed.ok ? placedDecisions(placed.value) : placed
    if (wanted.ok) decisions.push(...wanted.value)
    else broken.push({ path: profile, side, diagnostics: wanted.diagnostics })
  }
  return { decisions, broken }
}
