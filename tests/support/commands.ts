import { Command } from 'commander'
import { commandList } from '../../src/cli/command-list.ts'

/** Every command as it is called, such as `criteria list`, with the long names of its options. */
export async function declaredCommands(): Promise<ReadonlyMap<string, readonly (string | undefined)[]>> {
  const program = new Command()
  for (const { name, load } of commandList)
    (await load()).declare(program.command(name), () => () => Promise.resolve())
  const nested = program.commands.flatMap((command) =>
    command.commands.map((part) => [`${command.name()} ${part.name()}`, part] as const),
  )
  const all = [...program.commands.map((command) => [command.name(), command] as const), ...nested]
  return new Map(all.map(([name, { options }]) => [name, options.map(({ long }) => long ?? undefined)]))
}
