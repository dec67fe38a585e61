import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Finding } from '../plan/findings/finding.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath } from '../workspace/files.ts'
import { type CheckPart, type JudgedDecision, findingsAbout } from './check-decisions.ts'
import { judgeProfile } from './judge-profile.ts'
import type { AskedDecision } from './read-wanted.ts'
import { wantedRecords } from './wanted-records.ts'

/** What was found about the decisions of some profiles. It can be sent as well. */
export interface PartResult {
  readonly decisions: readonly CheckedDecision[]
  /** What is wrong with the profiles and the packs. */
  readonly problems: readonly Diagnostic[]
  readonly findings: readonly Finding[]
}

/** A decision that a profile asks for, and the directory of its record. */
export interface CheckedDecision extends AskedDecision {
  readonly id: string
  readonly directory: string
}

/** Judges profiles and compares their records with what would be written now. */
export async function checkPart(part: CheckPart, tree: FileTree): Promise<PartResult> {
  const judged: JudgedDecision[] = []
  const problems: Diagnostic[] = []
  for (const file of part.files) {
    const decisions = await judgeOne(part, file, tree)
    if ('problems' in decisions) problems.push(...decisions.problems)
    else judged.push(...decisions.judged)
  }
  const decisions = judged.map(({ record, evaluation, file }) => ({
    id: record.id,
    subject: record.subject,
    directory: record.directory,
    criteria: evaluation.pack.id,
    profile: displayPath(file, part.cwd),
  }))
  const findings = problems.length > 0 ? [] : await findingsAbout(part, judged, tree)
  return { decisions, problems, findings }
}

async function judgeOne(
  { cwd, root, wishes }: CheckPart,
  file: string,
  tree: FileTree,
): Promise<{ readonly judged: readonly JudgedDecision[] } | { readonly problems: readonly Diagnostic[] }> {
  const profile = await judgeProfile(file, cwd, { root }, tree)
  if (!profile.ok) return { problems: profile.diagnostics }
  const records = await wantedRecords(profile.value, wishes, root, cwd, tree)
  if (!records.ok) return { problems: records.diagnostics }
  const { sourcesOlderThan = null } = profile.value.profile
  const judged = profile.value.decisions.flatMap(({ request }, place) => {
    const wanted = records.value[place]
    return wanted === undefined ? [] : [{ ...wanted, request, place, file, sourcesOlderThan }]
  })
  return { judged }
}
