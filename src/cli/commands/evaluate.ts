import type { Command } from 'commander'
import { evaluationText } from '../../report/evaluation-text.ts'
import { evaluationTrace } from '../../report/evaluation-json.ts'
import { findRepository } from '../../workspace/repository.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour, widthOf } from '../invocation.ts'
import { judgeProfile, profileFiles } from '../read-profile.ts'
import { reportDiagnostics } from '../problems.ts'
import { type Run, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: Run): void {
  command
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(jsonOption('the full trace'))
    .addHelpText(
      'after',
      examples(['madrigal evaluate', 'madrigal evaluate services/gateway/adr-profile.yaml --json']),
    )
    .action(run(evaluateProfile))
}

/** Shows what a profile amounts to, without writing anything. */
export async function evaluateProfile(invocation: Invocation, named: string | undefined): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  const repository = await findRepository(cwd)
  const files = await profileFiles(named === undefined ? [] : [named], cwd, repository)
  const [file] = files.ok ? files.value : []
  const judged = files.ok && file !== undefined ? await judgeProfile(file, cwd, repository) : files
  if (!judged.ok || !('decisions' in judged.value))
    return reportDiagnostics(invocation, judged.ok ? [] : judged.diagnostics)
  const evaluations = judged.value.decisions.map(({ evaluation }) => evaluation)
  const layout = { width: widthOf(stdout), colour: usesColour(invocation, stdout) }
  answer(invocation, {
    data: () => evaluations.map(evaluationTrace),
    text: () => evaluations.map((evaluation) => evaluationText(evaluation, layout)).join('\n'),
  })
  return exitCode.done
}
