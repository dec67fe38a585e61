import type { Argument, Command, Option } from 'commander'

/** A word that may stand where the cursor is. */
export interface Offer {
  readonly word: string
  readonly says: string
}

/** What is to be completed, where the command itself does not list the words. */
export interface Place {
  /** What stands in the brackets of an argument or an option, such as `record`. */
  readonly kind: string
  readonly command: string
  /** The arguments before it. */
  readonly before: readonly string[]
  /** The word up to the cursor. */
  readonly current: string
}

type OffersFor = (place: Place) => Promise<readonly Offer[]>

/** The words that may stand where the cursor is; none where the shell should offer files. The last word is the one at the cursor. */
export async function completeLine(
  program: Command,
  words: readonly string[],
  offersFor: OffersFor,
): Promise<readonly Offer[]> {
  const line = readLine(program, words.slice(0, -1))
  const typed = words.at(-1) ?? ''
  const [, name, start] = /^(--[\w-]+=)(.*)$/s.exec(line.takesOptions ? typed : '') ?? []
  const option = line.open ?? (name === undefined ? undefined : optionOf(line.command, name.slice(0, -1)))
  const current = start ?? typed
  // `help` alone takes a command.
  const ofProgram = async (place: Place): Promise<readonly Offer[]> =>
    place.kind === 'command' ? partsOf(program).map(offerOf) : offersFor(place)
  const found = await offersAt({ ...line, option }, current, ofProgram)
  return (
    found
      // What has a blank in it would have to be quoted, and each shell quotes in its own way.
      .filter(({ word }) => word.startsWith(current) && !/\s/.test(word))
      .map((offer) => ({ ...offer, word: (name ?? '') + offer.word }))
  )
}

interface Line {
  readonly command: Command
  readonly before: readonly string[]
  /** Waits for its value. */
  readonly open: Option | undefined
  /** False after `--`. */
  readonly takesOptions: boolean
}

function readLine(program: Command, words: readonly string[]): Line {
  let line: Line = { command: program, before: [], open: undefined, takesOptions: true }
  for (const word of words) line = readWord(line, word)
  return line
}

function readWord(line: Line, word: string): Line {
  const { command, before, open, takesOptions } = line
  if (open !== undefined) return { ...line, open: undefined }
  if (takesOptions && word === '--') return { ...line, takesOptions: false }
  if (takesOptions && word.startsWith('-')) {
    const option = optionOf(command, word)
    return { ...line, open: option?.required ? option : undefined }
  }
  const part = before.length === 0 ? partsOf(command).find((one) => one.name() === word) : undefined
  return part === undefined ? { ...line, before: [...before, word] } : { ...line, command: part }
}

const partsOf = (command: Command): readonly Command[] => command.createHelp().visibleCommands(command)

const optionOf = ({ options }: Command, word: string): Option | undefined =>
  options.find(({ long, short }) => word === long || word === short)

async function offersAt(
  { command, before, option, takesOptions }: Omit<Line, 'open'> & { readonly option: Option | undefined },
  current: string,
  offersFor: OffersFor,
): Promise<readonly Offer[]> {
  const place = { command: command.name(), before, current }
  if (option !== undefined) return listed(option) ?? offersFor({ ...place, kind: kindOf(option) })
  if (takesOptions && current.startsWith('-'))
    return command
      .createHelp()
      .visibleOptions(command)
      .flatMap(({ long, description }) => (long ? [{ word: long, says: description }] : []))
  const parts = partsOf(command)
  if (parts.length > 0) return before.length === 0 ? parts.map(offerOf) : []
  const taken = command.registeredArguments
  const last = taken.at(-1)
  const argument = taken[before.length] ?? (last?.variadic ? last : undefined)
  if (argument === undefined) return []
  return listed(argument) ?? offersFor({ ...place, kind: argument.name() })
}

const offerOf = (command: Command): Offer => ({ word: command.name(), says: command.description() })

const listed = ({ argChoices }: Argument | Option): readonly Offer[] | undefined =>
  argChoices?.map((word) => ({ word, says: '' }))

const kindOf = ({ flags }: Option): string => /<([^>]+)>/.exec(flags)?.[1] ?? ''
