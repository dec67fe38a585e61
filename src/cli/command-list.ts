import type { CommandFile } from './declaring.ts'

interface ListedCommand {
  readonly name: string
  readonly description: string
  /** What other programs call the same. */
  readonly also?: readonly string[]
  /** A file is read when its command is chosen, so that the others cost nothing. */
  readonly load: () => Promise<CommandFile>
}

/** All commands, in the order in which `--help` lists them. */
export const commandList: readonly ListedCommand[] = [
  {
    name: 'init',
    description: 'Write a profile from what the repository says, and ask what it does not say.',
    also: ['new', 'create', 'start', 'setup'],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'generate',
    description: 'Write the record of each decision that a profile asks for, or bring it up to date.',
    load: () => import('./commands/generate.ts'),
  },
  {
    name: 'check',
    description:
      'Check that every record follows from its profile and pack, and say why one does not. Writes no file.',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'review',
    description: 'Show what the commits of a branch do to decisions, for a pull request. Writes no file.',
    load: () => import('./commands/review.ts'),
  },
  {
    name: 'adopt',
    description: 'Take a record that somebody else wrote under care, or all whose base copy is missing.',
    load: () => import('./commands/adopt.ts'),
  },
  {
    name: 'restore',
    description:
      'Bring back records that were deleted: accepted ones as they were accepted, others written anew.',
    load: async () => (await import('./commands/generate.ts')).restore,
  },
  {
    name: 'resolve',
    description: 'End a conflict whose markers you have removed from a record.',
    load: () => import('./commands/resolve.ts'),
  },
  {
    name: 'accept',
    description: 'Set a proposed record to accepted, and the one that it supersedes to superseded.',
    load: async () => (await import('./commands/status.ts')).accept,
  },
  {
    name: 'reject',
    description: 'Set a proposed record to rejected.',
    load: async () => (await import('./commands/status.ts')).reject,
  },
  {
    name: 'deprecate',
    description: 'Set an accepted record to deprecated.',
    load: async () => (await import('./commands/status.ts')).deprecate,
  },
  {
    name: 'renumber',
    description: 'Give a record another number, in its file name, in its text and in all links to it.',
    load: () => import('./commands/renumber.ts'),
  },
  {
    name: 'evaluate',
    description: 'Show the verdict and what it rests on. Writes no file.',
    load: () => import('./commands/evaluate.ts'),
  },
  {
    name: 'explain',
    description:
      'Show the evidence of a decision, or how one item of it follows from the facts. Writes no file.',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'what-if',
    description: 'Show what the verdict would be if some answers were others. Writes no file.',
    load: () => import('./commands/what-if.ts'),
  },
  {
    name: 'ask',
    description:
      'Ask what could still change the verdict. At a terminal, writes the answers into the profile.',
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'list',
    description: 'List the records of the repository, whichever tool wrote them. Writes no file.',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'index',
    description: 'Print the records as a Markdown list with links, or keep that list in a file up to date.',
    load: () => import('./commands/index-records.ts'),
  },
  {
    name: 'doctor',
    description: 'Show what Madrigal sees here, what is wrong, and what comes next. Writes no file.',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'criteria',
    description: 'Look at criteria packs, and write, check and compare your own.',
    load: () => import('./commands/criteria.ts'),
  },
  {
    name: 'schema',
    description: 'Print a JSON Schema, for editors and other tools.',
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'completion',
    description: 'Print a script that completes commands and names in a shell.',
    load: () => import('./commands/completion.ts'),
  },
]
