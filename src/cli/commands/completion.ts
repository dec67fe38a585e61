import path from 'node:path'
import { type Command, Argument } from 'commander'
import { makeVisible } from '../../report/visible-text.ts'
import { disk } from '../../workspace/file-tree.ts'
import { readSource } from '../../workspace/files.ts'
import { packageFolder } from '../../workspace/shipped.ts'
import { type Offer, completeLine } from '../complete-line.ts'
import { type ActionOf, examples } from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { offersFor } from '../offered-words.ts'
import { valueOf } from '../problems.ts'

/** How a shell takes an answer. */
const lines = {
  bash: ({ word }: Offer): string => `${word}\n`,
  zsh: ({ word, says }: Offer): string => `${word.replaceAll(':', String.raw`\:`)}:${makeVisible(says)}\n`,
  fish: ({ word, says }: Offer): string => `${word}\t${makeVisible(says)}\n`,
}

type Shell = keyof typeof lines

export function declare(command: Command, run: ActionOf): void {
  command
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(lines)))
    .argument('[word...]', 'what is typed so far; the script asks with it')
    .addHelpText(
      'after',
      examples([
        'eval "$(madrigal completion bash)"',
        'eval "$(madrigal completion zsh)"',
        'madrigal completion fish | source',
      ]),
    )
    .action(
      run((invocation, shell: Shell, words: readonly string[]) =>
        words.length === 0
          ? printScript(invocation, shell)
          : printOffers(invocation, shell, words, command.parent ?? command),
      ),
    )
}

async function printScript(invocation: Invocation, shell: Shell): Promise<ExitCode> {
  const name = `templates/completion/madrigal.${shell}`
  const script = valueOf(invocation, await readSource(path.join(packageFolder, name), name, disk))
  invocation.stdout.write(script.text)
  return exitCode.done
}

async function printOffers(
  invocation: Invocation,
  shell: Shell,
  words: readonly string[],
  program: Command,
): Promise<ExitCode> {
  const offers = await completeLine(program, words, offersFor(invocation))
  invocation.stdout.write(offers.map(lines[shell]).join(''))
  return exitCode.done
}
