import { type Command, Option } from 'commander'
import { askTrace } from '../../report/ask-json.ts'
import { askText } from '../../report/ask-text.ts'
import { repositoryMeant } from '../repository-meant.ts'
import { askOneByOne } from '../ask-session.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { judgeNearest, profileMeant } from '../read-profile.ts'
import { openCarriedOver } from '../open-profile.ts'
import { endInterrupted } from '../write-or-report.ts'
import { type ActionOf, examples, wholeNumber } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(
      new Option('-l, --limit <count>', 'how many questions at most').argParser(
        wholeNumber(999_999_999, 'a whole number, 1 or more'),
      ),
    )
    .option('--json', 'print the questions as JSON, and ask nothing')
    .addHelpText('after', examples(['madrigal ask', 'madrigal ask --limit 3 | cat']))
    .action(run(ask))
}

export interface AskOptions {
  readonly limit?: number
}

/** Asks what could still change the verdict: a person at a terminal one question after the other, anybody else in a list. */
export async function ask(
  invocation: Invocation,
  named: string | undefined,
  { limit }: AskOptions,
): Promise<ExitCode> {
  const { json, openPrompt } = invocation
  if (openPrompt !== undefined && !json) {
    const repository = await repositoryMeant(invocation, named === undefined ? [] : [named])
    const file = await profileMeant(invocation, named, repository)
    await endInterrupted(invocation, repository.root)
    const prompt = await openPrompt()
    const profile = await openCarriedOver(invocation, prompt, file, repository)
    return askOneByOne(invocation, prompt, profile, limit)
  }
  const { decisions } = await judgeNearest(invocation, named)
  const evaluations = decisions.map(({ evaluation }) => evaluation)
  const layout = layoutFor(invocation)
  answer(invocation, {
    data: () => evaluations.map((evaluation) => askTrace(evaluation, limit)),
    text: () => evaluations.map((evaluation) => askText(evaluation, layout, limit)).join('\n'),
  })
  return exitCode.done
}
