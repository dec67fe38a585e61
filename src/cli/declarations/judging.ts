import { InvalidArgumentError, Option } from 'commander'
import { type Declaring, examples } from './declaring.ts'

export function addEvaluate({ program, invocation, finish }: Declaring): void {
  program
    .command('evaluate')
    .description('Show the verdict and what it rests on. Writes no file.')
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(new Option('--json', 'print the full trace as JSON (see `madrigal schema evaluation`)'))
    .addHelpText(
      'after',
      examples(['madrigal evaluate', 'madrigal evaluate services/gateway/adr-profile.yaml --json']),
    )
    .action(async (profile: string | undefined, options) => {
      const { evaluateProfile } = await import('../commands/evaluate.ts')
      finish(await evaluateProfile(invocation, profile, options))
    })
}

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

export function addWhatIf({ program, invocation, finish }: Declaring): void {
  program
    .command('what-if')
    .description('Show what the verdict would be if some answers were others. Writes no file.')
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(
      new Option(
        '-s, --set <fact=value>',
        'answer to suppose, as often as needed; `component.fact=value` for one component',
      ).argParser(collect),
    )
    .addOption(new Option('-u, --unset <fact>', 'answer to leave out, as often as needed').argParser(collect))
    .addOption(new Option('--json', 'print JSON (see `madrigal schema what-if`)'))
    .addHelpText(
      'after',
      examples([
        'madrigal what-if --set may-assume=nothing',
        'madrigal what-if --set gateway.work=http-api,agent --unset team-languages',
      ]),
    )
    .action(async (profile: string | undefined, options) => {
      const { whatIf } = await import('../commands/what-if.ts')
      finish(await whatIf(invocation, profile, options))
    })
}

export function addExplain({ program, invocation, finish }: Declaring): void {
  program
    .command('explain')
    .description(
      'Show the evidence of a decision, or how one item of it follows from the facts. Writes no file.',
    )
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .argument(
      '[item]',
      'id or name of an option, fact, driver, criterion, veto or component (default: the evidence of the whole decision)',
    )
    .addOption(new Option('-c, --component <id>', 'explain it for one component only'))
    .addOption(new Option('-d, --decision <criteria>', 'explain it for one decision of the profile only'))
    .addOption(new Option('--json', 'print JSON (see `madrigal schema explanation`)'))
    .addHelpText(
      'after',
      examples([
        'madrigal explain',
        'madrigal explain python',
        'madrigal explain services/gateway/adr-profile.yaml may-assume',
        'madrigal explain driver:work',
      ]),
    )
    .action(async (first: string | undefined, second: string | undefined, options) => {
      const { explainItem } = await import('../commands/explain.ts')
      finish(await explainItem(invocation, [first, second], options))
    })
}

export function addAsk({ program, invocation, finish }: Declaring): void {
  program
    .command('ask')
    .description(
      'Ask what could still change the verdict. At a terminal, writes the answers into the profile.',
    )
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(new Option('-l, --limit <count>', 'how many questions at most').argParser(readCount))
    .addOption(
      new Option('--json', 'print the questions as JSON, and ask nothing (see `madrigal schema questions`)'),
    )
    .addHelpText('after', examples(['madrigal ask', 'madrigal ask --limit 3 | cat']))
    .action(async (profile: string | undefined, options) => {
      const { ask } = await import('../commands/ask.ts')
      finish(await ask(invocation, profile, options))
    })
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number, 1 or more')
  return Number(text)
}
