import type { Pack } from '../../criteria/pack.ts'
import { type Result, diagnoseFile, fail } from '../../diagnostics/diagnostic.ts'
import { findNearestName } from '../../diagnostics/nearest-name.ts'
import { packText } from '../../report/pack-text.ts'
import { isPackPath, readOwnPack, readShippedPack, shippedPacks } from '../../workspace/packs.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour, widthOf } from '../invocation.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { jsonText } from '../../report/json-text.ts'

/** Lists the packs that come with Madrigal. */
export async function listCriteria(
  invocation: Invocation,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const packs: Pack[] = []
  for (const id of await shippedPacks()) {
    const pack = await readShippedPack(id)
    if (!pack.ok) return reportDiagnostics(invocation, pack.diagnostics)
    packs.push(pack.value)
  }
  const rows = packs.map(({ id, version, title, verified, summary }) => ({
    id,
    version,
    title,
    verified,
    summary,
  }))
  invocation.stdout.write(
    options.json
      ? jsonText(rows)
      : rows
          .map(
            ({ id, title, version, verified }) =>
              `${id}  ${title}, version ${version}, verified ${verified}\n`,
          )
          .join(''),
  )
  return exitCode.done
}

/** Shows what one pack asks, weighs and cites. */
export async function showCriteria(
  invocation: Invocation,
  reference: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const pack = await readReference(reference, invocation.cwd)
  if (!pack.ok) return reportDiagnostics(invocation, pack.diagnostics)
  const { stdout } = invocation
  stdout.write(
    options.json
      ? jsonText(pack.value)
      : packText(pack.value, { width: widthOf(stdout), colour: usesColour(invocation, stdout) }),
  )
  return exitCode.done
}

async function readReference(reference: string, cwd: string): Promise<Result<Pack>> {
  if (isPackPath(reference)) return readOwnPack(reference, { folder: cwd, root: null }, cwd)
  const known = await shippedPacks()
  if (known.includes(reference)) return readShippedPack(reference)
  const nearest = findNearestName(reference, known)
  return fail(diagnoseFile('unknown-pack', reference, { criteria: reference, nearest, known }))
}
