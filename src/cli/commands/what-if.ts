import { type Command, Option } from 'commander'
import type { SourceText } from '../../diagnostics/diagnostic.ts'
import { evaluate } from '../../evaluation/evaluate.ts'
import { type FactChange, changeFacts, reaches } from '../../profile/change-facts.ts'
import { factsByKey } from '../../profile/facts-of-pack.ts'
import type { Profile } from '../../profile/profile.ts'
import { readChanges } from '../../profile/read-changes.ts'
import { whatIfTrace } from '../../report/what-if-json.ts'
import { whatIfText } from '../../report/what-if-text.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { judgeNearest } from '../read-profile.ts'
import { refuse, valueOf } from '../problems.ts'
import { type ActionOf, collect, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(
      new Option(
        '-s, --set <fact=value>',
        'answer to suppose, as often as needed; `component.fact=value` for one component',
      ).argParser(collect),
    )
    .addOption(new Option('-u, --unset <fact>', 'answer to leave out, as often as needed').argParser(collect))
    .addOption(jsonOption('it'))
    .addHelpText(
      'after',
      examples([
        'madrigal what-if --set may-assume=nothing',
        'madrigal what-if --set gateway.work=http-api,agent --unset team-languages',
      ]),
    )
    .action(run(whatIf))
}

export interface WhatIfOptions {
  readonly set?: readonly string[]
  readonly unset?: readonly string[]
}

/** Shows what the verdict would be if some answers were others. Writes no file. */
export async function whatIf(
  invocation: Invocation,
  named: string | undefined,
  { set = [], unset = [] }: WhatIfOptions,
): Promise<ExitCode> {
  if (set.length + unset.length === 0)
    refuse(invocation, 'nothing to suppose', 'expected `--set fact=value` or `--unset fact`')
  const { profile, decisions } = await judgeNearest(invocation, named)
  const facts = factsByKey(
    profile,
    decisions.map(({ evaluation }) => evaluation.pack),
  )
  const changes = valueOf(
    invocation,
    readChanges(textsOf('--set', set), textsOf('--unset', unset), { profile, facts }),
  )
  for (const note of notesOn(profile, changes)) invocation.stderr.write(`note: ${note}\n`)
  const changed = changeFacts(profile, changes)
  const pairs = decisions.map(({ evaluation, request }) => ({
    before: evaluation,
    after: evaluate(evaluation.pack, changed, request.dominantConstraint),
  }))
  const layout = layoutFor(invocation)
  answer(invocation, {
    data: () => pairs.map(({ before, after }) => whatIfTrace(before, after)),
    text: () => pairs.map(({ before, after }) => whatIfText(before, after, layout)).join('\n'),
  })
  return exitCode.done
}

const textsOf = (name: string, texts: readonly string[]): readonly SourceText[] =>
  texts.map((text) => ({ name, text }))

/** The components that a change of the whole project does not reach. */
const notesOn = (profile: Profile, changes: readonly FactChange[]): readonly string[] =>
  changes
    .filter(({ component }) => component === null)
    .flatMap((change) =>
      profile.components
        .filter((component) => !reaches(profile, change, component))
        .map(
          ({ id }) =>
            `\`${id}\` says something of its own about \`${change.key ?? change.fact.id}\`, and keeps it`,
        ),
    )
