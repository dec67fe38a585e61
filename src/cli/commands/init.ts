import path from 'node:path'
import { type Command, Option } from 'commander'
import { answersIn } from '../../detect/compare-profile.ts'
import { initText, initTrace } from '../../report/init-report.ts'
import { displayPath, readIfThere } from '../../workspace/files.ts'
import { PROFILE_NAME } from '../../workspace/git-files.ts'
import { shippedPacks } from '../../workspace/packs.ts'
import { findRepository } from '../../workspace/repository.ts'
import { workTree } from '../../workspace/work-tree.ts'
import { answer, noteMissing, say } from '../answer.ts'
import { meantPack, namedPack } from '../choose-pack.ts'
import { type ActionOf, collect, dryRunOption, examples } from '../declaring.ts'
import { draftProfile, frameFor, writeDraft } from '../draft-profile.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { completeDraft } from '../init-session.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { refuse, valueToWrite } from '../problems.ts'
import { refreshProfile } from '../refresh-profile.ts'
import { endInterrupted } from '../write-or-report.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .option(
      '-c, --criteria <pack>',
      'id of a shipped pack, or path of a pack (default: asked for, else the one for which most is read here)',
    )
    .addOption(
      new Option(
        '--component <folder>',
        'folder to take as a component, as often as needed (default: those that are built on their own)',
      ).argParser(collect),
    )
    .option('-y, --yes', 'write what was read, and ask nothing')
    .option('--refresh', 'read the repository again, and add what the profile leaves open')
    .addOption(dryRunOption())
    .option('--json', 'print what was read as JSON, and ask nothing')
    .addHelpText(
      'after',
      examples([
        'madrigal init',
        'madrigal init --yes',
        'madrigal init --component services/api --component services/worker',
        'madrigal init --refresh --dry-run',
      ]),
    )
    .action(run(init))
}

export interface InitOptions {
  readonly criteria?: string
  readonly component?: readonly string[]
  readonly yes?: boolean
  readonly refresh?: boolean
  readonly dryRun?: boolean
}

/** Writes a profile from what a repository says, and asks a person at a terminal what it does not say. */
export async function init(invocation: Invocation, options: InitOptions): Promise<ExitCode> {
  const { cwd, json, stdout, openPrompt } = invocation
  const isDry = options.dryRun === true
  const repository = await findRepository(cwd)
  noteMissing(invocation, repository, ', and nothing could be read')
  const place = { repository, folder: path.resolve(cwd), tree: workTree(repository) }
  await endInterrupted(invocation, repository.root, isDry)
  const file = path.join(place.folder, PROFILE_NAME)
  const found = valueToWrite(invocation, await readIfThere(file, PROFILE_NAME, place.tree))
  const folders = options.component?.map((folder) => folderIn(invocation, folder)) ?? []
  if (options.refresh === true) return refreshProfile(invocation, place, { text: found, folders, isDry })
  if (found !== null)
    refuse(
      invocation,
      `\`${PROFILE_NAME}\` is there already; nothing was written`,
      '`madrigal init --refresh` adds what it leaves open, and `madrigal ask` asks for it',
    )
  const isAttended = openPrompt !== undefined && !json && options.yes !== true && !isDry
  const prompt = isAttended ? await openPrompt() : null
  const begun = await (options.criteria === undefined
    ? meantPack(invocation, place, await shippedPacks(), folders, prompt)
    : namedPack(invocation, place, options.criteria, folders))
  if (begun === null) return breakOffUnwritten(invocation)
  const { criteria, pack, detection, files } = begun
  if (files === 0 && repository.missing === null)
    say(invocation, 'note: git tracks no file here yet, so nothing could be read: `git add` your files first')
  const frame = await frameFor(place, criteria)
  const draft = valueToWrite(invocation, draftProfile(pack, detection, frame))
  if (!isDry) await writeDraft(invocation, place, pack, draft)
  const report = {
    profile: displayPath(file, cwd),
    written: !isDry,
    answers: answersIn(detection),
    ...draft,
  }
  if (prompt !== null)
    return completeDraft(invocation, prompt, { file, place, pack, detection, frame, report })
  answer(invocation, {
    data: () => initTrace(report),
    text: () => (isDry ? draft.text : initText(report, widthOf(stdout))),
  })
  return exitCode.done
}

function breakOffUnwritten(invocation: Invocation): ExitCode {
  say(invocation, 'nothing was written')
  return exitCode.interrupted
}

/** A folder as git names it, relative to where the profile goes. */
function folderIn(invocation: Invocation, folder: string): string {
  const relative = path
    .relative(invocation.cwd, path.resolve(invocation.cwd, folder))
    .split(path.sep)
    .join('/')
  if (relative === '' || relative.startsWith('../') || relative === '..' || path.isAbsolute(relative))
    refuse(invocation, `\`--component ${folder}\` is no folder below this one`)
  return relative
}
