import path from 'node:path'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { describeDiagnostic } from '../report/diagnostic-message.ts'
import type { DoctorReport } from '../report/doctor-report.ts'
import { displayPath } from '../workspace/files.ts'
import { houseNames, housesFolder, readShippedFor, shippedPacks } from '../workspace/packs.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'

/** The rules that a repository has for comparisons, and why some of them do not come to hold. */
export async function housesIn(
  repository: Repository,
  cwd: string,
): Promise<Pick<DoctorReport, 'houses' | 'problems'>> {
  const tree = steadyTree(repository)
  const names = await houseNames(tree)
  const known = await shippedPacks()
  const houses: DoctorReport['houses'] = []
  const problems: string[] = []
  for (const name of names.ok ? names.value : []) {
    const file = displayPath(path.join(repository.root, housesFolder, name), cwd)
    const criteria = known.find((id) => name === `${id}.yaml`)
    if (criteria === undefined) {
      problems.push(`${file} holds for no profile: ${adviceOn(name, known)}`)
      continue
    }
    const pack = await readShippedFor(criteria, tree, cwd)
    houses.push({ file, criteria, title: pack.ok ? (pack.value.house?.title ?? null) : null })
    const [first] = pack.ok ? [] : pack.diagnostics
    if (first !== undefined) problems.push(`${file} cannot be used: ${describeDiagnostic(first).sentence}`)
  }
  return { houses, problems }
}

function adviceOn(name: string, known: readonly string[]): string {
  const nearest = findNearestName(name.replace(/\.ya?ml$/, ''), known)
  return nearest === null
    ? 'no comparison of that name comes with Madrigal'
    : `did you mean \`${nearest}.yaml\`?`
}
