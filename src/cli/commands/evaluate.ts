import type { Command } from 'commander'
import { evaluationText } from '../../report/evaluation-text.ts'
import { evaluationTrace } from '../../report/evaluation-json.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { judgeNearest } from '../read-profile.ts'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
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
  const { decisions } = await judgeNearest(invocation, named)
  const evaluations = decisions.map(({ evaluation }) => evaluation)
  const layout = layoutFor(invocation)
  answer(invocation, {
    data: () => evaluations.map(evaluationTrace),
    text: () => evaluations.map((evaluation) => evaluationText(evaluation, layout)).join('\n'),
  })
  return exitCode.done
}
