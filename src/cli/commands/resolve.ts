import { type Command, Option } from 'commander'
import path from 'node:path'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { joinResults } from '../../diagnostics/join-results.ts'
import { basePath, pendingPath } from '../../plan/change.ts'
import { markerLine, takeSide } from '../../plan/git-conflicts.ts'
import type { Write } from '../../plan/write.ts'
import { styleLike, withLineFeeds } from '../../record-file/text-style.ts'
import { readRecord } from '../../record-file/read-record.ts'
import { displayPath, pathInside, readIfThere, readSource, readWhole } from '../../workspace/files.ts'
import type { FileTree } from '../../workspace/file-tree.ts'
import { repositoryMeant } from '../repository-meant.ts'
import { workTree } from '../../workspace/work-tree.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { refuse, stopUnwritten, valueToWrite } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'
import { type ActionOf, examples, wholeNumber } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('<record>', 'path of the record')
    .addOption(
      new Option('--take <side>', 'take the side of the file, or what would be written now').choices([
        'mine',
        'new',
      ]),
    )
    .addOption(
      new Option('--at <line>', 'only in the conflict that has this line').argParser(
        wholeNumber(9_999_999, 'the number of a line'),
      ),
    )
    .addHelpText(
      'after',
      examples([
        'madrigal resolve docs/decisions/0001-language-for-settlement.md',
        'madrigal resolve docs/decisions/0001-language-for-settlement.md --take new --at 27',
      ]),
    )
    .action(run(resolveConflict))
}

interface ResolveOptions {
  readonly take?: 'mine' | 'new'
  readonly at?: number
}

/**
 * Ends a conflict whose markers a person has removed, or has one side taken of: what the machine had wanted to write
 * becomes the base once no markers are left.
 */
async function resolveConflict(
  invocation: Invocation,
  named: string,
  { take, at }: ResolveOptions,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const repository = await repositoryMeant(invocation, [named])
  const { root } = repository
  const ground = { root, tree: workTree(repository) }
  await endInterrupted(invocation, root)
  const file = path.resolve(cwd, named)
  const name = displayPath(file, cwd)
  const source = valueToWrite(invocation, await readSource(file, name, ground.tree))
  const written = withLineFeeds(source.text)
  const text = take === undefined ? written : takeSide(written, take, at)
  if (text === null)
    return refuse(invocation, `\`${name}\` has no conflict${at === undefined ? '' : ` at line ${at}`}`)
  const line = markerLine(text)
  if (line !== null && take === undefined) {
    const message = `\`${name}\` still has conflict markers from line ${line}`
    return refuse(invocation, message, 'edit it, or use `--take`', exitCode.personNeeded)
  }
  const taken = text === written ? [] : [await recordWrite(invocation, ground, file, name, text)]
  const ended = line === null ? await endedConflict(invocation, ground, name, text) : []
  if (taken.length + ended.length === 0) {
    stdout.write(`current ${name}\n`)
    stderr.write(`\`${name}\` has no conflict to resolve\n`)
    return exitCode.done
  }
  await writeOrReport(invocation, root, [...taken, ...ended])
  stdout.write(line === null ? `resolved ${name}\n` : `updated ${name}\n`)
  if (line !== null) stderr.write(`\`${name}\` still has conflict markers from line ${line}\n`)
  return line === null ? exitCode.done : exitCode.personNeeded
}

/** Where records and their copies are read. */
interface ResolveGround {
  readonly root: string
  readonly tree: FileTree
}

async function recordWrite(
  invocation: Invocation,
  { root, tree }: ResolveGround,
  file: string,
  name: string,
  text: string,
): Promise<Write> {
  const inside = await pathInside(file, root)
  if (inside === null) stopUnwritten(invocation, [diagnoseFile('outside-repository', name, { path: name })])
  const expected = valueToWrite(invocation, await readWhole(file, name, tree))
  return { path: inside, text: styleLike(expected, text), expected }
}

/** What the machine wanted to write becomes its base. */
async function endedConflict(
  invocation: Invocation,
  { root, tree }: ResolveGround,
  name: string,
  text: string,
): Promise<readonly Write[]> {
  const id = readRecord(text)?.id
  if (id === undefined) stopUnwritten(invocation, [diagnoseFile('wrong-record', name, {})])
  const copies = [pendingPath(id), basePath(id)].map((copy) => readIfThere(path.join(root, copy), copy, tree))
  const [pending = null, base = null] = valueToWrite(invocation, joinResults(await Promise.all(copies)))
  return pending === null
    ? []
    : [
        { path: basePath(id), text: pending, expected: base },
        { path: pendingPath(id), text: null, expected: pending },
      ]
}
