import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, succeed } from '../diagnostics/diagnostic.ts'
import type { Finding } from '../plan/findings/finding.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath } from '../workspace/files.ts'
import { type Check, decisionChecker } from './check-decisions.ts'
import { evaluateAll } from './judge-profile.ts'
import type { ReadPart } from './read-in-parts.ts'
import { type ReadProfile, readPacks } from './read-profile.ts'
import type { AskedDecision } from './read-wanted.ts'
import { type RecordPlace, nameOf, recordPlace } from './record-place.ts'
import { recordsAt } from './wanted-records.ts'

/** What was found about the decisions of some profiles. */
export interface PartResult {
  readonly decisions: readonly CheckedDecision[]
  /** What is wrong with the profiles and the packs. */
  readonly problems: readonly Diagnostic[]
  readonly findings: readonly Finding[]
}

/** A decision that a profile asks for, and the directory of its record. */
export interface CheckedDecision extends AskedDecision {
  readonly directory: string
}

/** A profile, and all that its records need beside the evaluation. */
interface PlacedProfile extends ReadProfile {
  readonly packs: ReadonlyMap<string, Pack>
  readonly place: RecordPlace
  readonly decisions: readonly CheckedDecision[]
}

/** Judges profiles and compares their records with what would be written now. */
export async function checkPart(check: Check, part: ReadPart, tree: FileTree): Promise<PartResult> {
  const placed: PlacedProfile[] = []
  const problems: Diagnostic[] = []
  for (const read of part) {
    const profile = read.ok ? await placeProfile(check, read.value, tree) : read
    if (profile.ok) placed.push(profile.value)
    else problems.push(...profile.diagnostics)
  }
  const decisions = placed.flatMap((profile) => profile.decisions)
  const findings: Finding[] = []
  const findingsAbout = decisionChecker(check, decisions, tree)
  // An evaluation is large, and is forgotten before the next one is made.
  for (const { file, profile, packs, place } of placed) {
    const judged = { file, profile, decisions: evaluateAll(profile, packs) }
    const records = recordsAt(judged, place)
    if (records.ok) findings.push(...(await findingsAbout(judged, records.value)))
    else problems.push(...records.diagnostics)
  }
  return { decisions, problems, findings }
}

async function placeProfile(
  { wishes, ...where }: Check,
  read: ReadProfile,
  tree: FileTree,
): Promise<Result<PlacedProfile>> {
  const { file, profile } = read
  const requested = profile.decisions.map(({ criteria }) => criteria)
  const { packs } = await readPacks(file, requested, where, tree)
  const asked = profile.decisions.flatMap((request) => {
    const pack = packs.get(request.criteria)
    return pack === undefined ? [] : [{ ...nameOf(profile, request, pack), criteria: pack.id }]
  })
  const place = await recordPlace({ ...read, ids: asked.map(({ id }) => id) }, wishes, where, tree)
  if (!place.ok) return place
  const { directory } = place.value
  const name = displayPath(file, where.cwd)
  const decisions = asked.map((decision) => ({ ...decision, directory, profile: name }))
  return succeed({ ...read, packs, place: place.value, decisions })
}
