/** A command that the runner takes from the log, such as an annotation. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

interface Log {
  readonly commands: readonly Command[]
  /** The lines that are no commands. */
  readonly text: readonly string[]
}

/** Commands that would do something, of both forms that the runner reads. */
const known = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'add-path',
  'set-env',
  'set-output',
  'save-state',
  'stop-commands',
])

/**
 * Reads a log as the runner does (`ActionCommand.cs` and `ActionCommandManager.cs` of actions/runner): a command starts a
 * line but for white space, its older form stands anywhere in a line, and after `stop-commands` there is none until the
 * word that it named.
 */
export function readLog(log: string): Log {
  const commands: Command[] = []
  const text: string[] = []
  let resume: string | undefined
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = newForm(line) ?? olderForm(line)
    if (resume !== undefined) {
      if (command?.name === resume) resume = undefined
      else text.push(line)
    } else if (command?.name === 'stop-commands') resume = command.data
    else if (command !== undefined && known.has(command.name)) commands.push(command)
    else if (line !== '') text.push(line)
  }
  return { commands, text }
}

function newForm(line: string): Command | undefined {
  const [, name = '', properties = '', data = ''] = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/.exec(line) ?? []
  return name === '' ? undefined : commandOf(name, properties.split(','), data)
}

function olderForm(line: string): Command | undefined {
  const [, name = '', properties = '', data = ''] = /##\[([^ \]]+)(?: (.*?))?\](.*)$/.exec(line) ?? []
  return name === '' ? undefined : commandOf(name, properties.split(';'), data)
}

const commandOf = (name: string, properties: readonly string[], data: string): Command => ({
  name,
  properties: Object.fromEntries(
    properties
      .filter((property) => property.includes('='))
      .map((property) => [
        property.split('=', 1)[0] ?? '',
        unescaped(property.slice(property.indexOf('=') + 1)),
      ]),
  ),
  data: unescaped(data),
})

const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
