import { type Command, Option } from 'commander'
import { type Result, diagnoseFile, fail, succeed } from '../../diagnostics/diagnostic.ts'
import { type NumberedFiles, type RenumberPlan, planRenumber } from '../../plan/plan-renumber.ts'
import { renumberData, renumberProblem, renumberText } from '../../report/renumber-text.ts'
import { joinResults } from '../../diagnostics/join-results.ts'
import { acceptedPath, basePath, pendingPath } from '../../plan/change.ts'
import { fileNameOf } from '../../document/file-path.ts'
import { directoryName, pathIn } from '../../plan/relative-path.ts'
import { mayBeRecord } from '../../record-file/record-file-name.ts'
import { recordsAmong } from '../../plan/select-record.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { mainAmong, filesOnBranches, recordsIn } from '../../workspace/branches.ts'
import type { FileTree } from '../../workspace/file-tree.ts'
import { namesInDirectory } from '../../workspace/record-texts.ts'
import { explainGit } from '../../workspace/git-failure.ts'
import { listMarkdown, sortMarkdown } from '../../workspace/git-files.ts'
import { readMarkdown } from '../../workspace/markdown-files.ts'
import { readCopies, rememberedBases } from '../../workspace/record-copies.ts'
import type { Repository } from '../../workspace/repository.ts'
import { workTree } from '../../workspace/work-tree.ts'
import {
  type ActionOf,
  directoryOption,
  dryRunOption,
  examples,
  jsonOption,
  quietOption,
  wholeNumber,
} from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { type RecordOptions, changeRecord } from '../one-record.ts'
import { askBranches } from '../other-branches.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('<record>', 'number, id or path of the record')
    // File names have room for five digits.
    .addOption(
      new Option('--to <number>', 'the new number (default: the next that no branch has)').argParser(
        wholeNumber(99_999, 'a whole number from 1 to 99999'),
      ),
    )
    .addOption(dryRunOption())
    .addOption(directoryOption())
    .addOption(jsonOption('the plan'))
    .addOption(quietOption())
    .addHelpText(
      'after',
      examples([
        'madrigal renumber docs/decisions/0007-language-for-settlement.md',
        'madrigal renumber python-vs-go/edge-proxy@1 --to 12 --dry-run',
      ]),
    )
    .action(run(renumber))
}

interface RenumberOptions extends RecordOptions {
  readonly to?: number
}

/** Gives a record another number, in its file, in the machine's copies of it and in all links to it. */
const renumber = (invocation: Invocation, record: string, options: RenumberOptions): Promise<ExitCode> =>
  changeRecord<RenumberPlan>(invocation, record, options, {
    plan: async ({ repository, directory, selector }) => {
      const files = await readNumberedFiles(invocation, repository, directory)
      return files.ok ? succeed(planRenumber(files.value, selector, options.to)) : files
    },
    data: renumberData,
    text: renumberText,
    problem: renumberProblem,
    code: exitCodeOf,
    withoutRepository: (directory) => `, and links are looked for in \`${directoryName(directory)}\` only`,
  })

function exitCodeOf({ problem }: RenumberPlan): ExitCode {
  if (problem === null) return exitCode.done
  return ['ambiguous', 'twins', 'published'].includes(problem.kind)
    ? exitCode.personNeeded
    : exitCode.wrongInput
}

/** What is needed to give a record of a directory another number: every text that may link to it, and what is taken. */
async function readNumberedFiles(
  invocation: Invocation,
  repository: Repository,
  directory: string,
): Promise<Result<NumberedFiles>> {
  const { root, missing } = repository
  const tree = workTree(repository)
  const names = await namesInDirectory(root, directory, tree)
  if (!names.ok) return names
  const own = names.value
    .filter((name) => mayBeRecord(fileNameOf(name)))
    .map((name) => pathIn(directory, name))
  const listed = missing === null ? await listLinking(root) : succeed([])
  if (!listed.ok) return listed
  const { texts, unread } = await readMarkdown(root, sortMarkdown([...own, ...listed.value]))
  for (const file of unread)
    invocation.stderr.write(`note: cannot read \`${makeVisible(file)}\`; links in it stay as they are\n`)
  const ids = recordsAmong(texts).map(({ id }) => id)
  const copies = joinResults(
    await Promise.all(
      [basePath, acceptedPath, pendingPath].map((pathOf) => copiesIn(root, ids, pathOf, tree)),
    ),
  )
  if (!copies.ok) return copies
  const bases = await rememberedBases(root, tree)
  if (!bases.ok) return bases
  const elsewhere = await askBranches(invocation, repository, (branches) =>
    filesOnBranches(root, branches, [directory]),
  )
  const main = await askBranches(invocation, repository, async (branches) => {
    const branch = mainAmong(branches)
    return branch === undefined
      ? null
      : { branch: shortName(branch.name), records: await recordsIn(root, branch.commit, directory) }
  })
  return succeed({
    directory,
    texts,
    bases: bases.value,
    unread,
    copies: new Map(copies.value.flat()),
    elsewhere: elsewhere?.get(directory) ?? [],
    main,
  })
}

/** A record is not to move while nobody knows who links to it. */
async function listLinking(root: string): Promise<Result<readonly string[]>> {
  try {
    return succeed(await listMarkdown(root))
  } catch (error) {
    return fail(diagnoseFile('not-readable', '.git', { what: 'folder', reason: explainGit(error) }))
  }
}

/** The machine's own copies of one kind, by path. */
async function copiesIn(
  root: string,
  ids: readonly string[],
  pathOf: (id: string) => string,
  tree: FileTree,
): Promise<Result<readonly (readonly [string, string])[]>> {
  const copies = await readCopies(root, ids, pathOf, tree)
  return copies.ok ? succeed([...copies.value].map(([id, text]) => [pathOf(id), text])) : copies
}

const shortName = (branch: string): string => branch.replace(/^refs\/(?:heads|remotes)\//, '')
