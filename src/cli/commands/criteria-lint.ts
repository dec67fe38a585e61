import { lintPack } from '../../author/lint-pack.ts'
import { type LintedPack, lintText, lintTrace } from '../../author/lint-report.ts'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { isCalendarDate } from '../../record-file/record-file-name.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour } from '../invocation.ts'
import { packsBelow, readPackFile } from '../pack-files.ts'
import { refuse, stopFor, valueOf } from '../problems.ts'

export interface LintOptions {
  readonly olderThan?: number
  readonly asOf?: string
}

/** Points out what deserves a second look in packs. */
export async function lintCriteria(
  invocation: Invocation,
  named: readonly string[],
  { olderThan: months, asOf = invocation.today() }: LintOptions,
): Promise<ExitCode> {
  if (!isCalendarDate(asOf)) stopFor(invocation, [diagnoseFile('wrong-date', '--as-of', { found: asOf })])
  const references = named.length > 0 ? named : await packsBelow(invocation)
  if (references.length === 0)
    refuse(
      invocation,
      'found no pack here or below',
      'name one, such as `madrigal criteria lint adr/pack.yaml`',
    )
  const linted: LintedPack[] = []
  for (const reference of references) {
    const { pack, source } = valueOf(invocation, await readPackFile(reference, invocation.cwd))
    const findings = lintPack(pack, months === undefined ? undefined : { asOf, months })
    linted.push({ pack, source, findings })
  }
  answer(invocation, {
    data: () => lintTrace(linted),
    text: () => lintText(linted, usesColour(invocation, invocation.stdout)),
  })
  return linted.some(({ findings }) => findings.length > 0) ? exitCode.found : exitCode.done
}
