import { evaluationText } from '../../report/evaluation-text.ts'
import { evaluationTrace } from '../../report/evaluation-json.ts'
import { findRepository } from '../../workspace/repository.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour, widthOf } from '../invocation.ts'
import { judgeProfile, profileFiles } from '../judge-profile.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { jsonText } from '../../report/json-text.ts'

/** Shows what a profile amounts to, without writing anything. */
export async function evaluateProfile(
  invocation: Invocation,
  named: string | undefined,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  const repository = await findRepository(cwd)
  const files = await profileFiles(named === undefined ? [] : [named], cwd, repository)
  const [file] = files.ok ? files.value : []
  const judged = files.ok && file !== undefined ? await judgeProfile(file, cwd, repository) : files
  if (!judged.ok || !('decisions' in judged.value))
    return reportDiagnostics(invocation, judged.ok ? [] : judged.diagnostics)
  const evaluations = judged.value.decisions.map(({ evaluation }) => evaluation)
  const layout = { width: widthOf(stdout), colour: usesColour(invocation, stdout) }
  stdout.write(
    options.json
      ? jsonText(evaluations.map(evaluationTrace))
      : evaluations.map((evaluation) => evaluationText(evaluation, layout)).join('\n'),
  )
  return exitCode.done
}
