import path from 'node:path'
import { comparePacks } from '../../author/compare-packs.ts'
import { type ComparedVerdict, compareCase, compareProfile } from '../../author/compare-verdicts.ts'
import { diffText, diffTrace } from '../../author/diff-report.ts'
import { parseCases } from '../../author/parse-cases.ts'
import type { Pack } from '../../criteria/pack.ts'
import { requestedCriteria } from '../../profile/parse-profile.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { findCommit } from '../../workspace/branches.ts'
import { openCommit } from '../../workspace/commit-tree.ts'
import { displayPath, readSource } from '../../workspace/files.ts'
import { isPackPath } from '../../profile/read-decisions.ts'
import { findRepository } from '../../workspace/repository.ts'
import { treeForNamed, workTree } from '../../workspace/work-tree.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { readPackFile } from '../pack-files.ts'
import { commitOf, refuse, valueOf } from '../problems.ts'
import { readPacks } from '../read-profile.ts'

export interface DiffOptions {
  readonly from?: string
  readonly profile?: readonly string[]
}

/** Shows what differs between two packs, and what they say of the cases of the later one and of profiles. */
export async function diffCriteria(
  invocation: Invocation,
  first: string,
  second: string | undefined,
  { from, profile: profiles = [] }: DiffOptions,
): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  if ((second === undefined) === (from === undefined))
    refuse(
      invocation,
      second === undefined ? 'what it is compared with is not said' : '`--from` takes one pack, not two',
      'name two packs, or one and `--from` with a commit',
    )
  const old = from === undefined ? await readPackFile(first, cwd) : await earlier(invocation, first, from)
  const before = valueOf(invocation, old).pack
  const { pack: after, cases } = valueOf(invocation, await readPackFile(second ?? first, cwd))
  const written = cases === null ? [] : valueOf(invocation, parseCases(cases, after))
  const verdicts = written.map((one) => compareCase(before, after, one))
  for (const file of profiles) verdicts.push(...(await judgeByBoth(invocation, file, before, after)))
  const difference = { before, after, changes: comparePacks(before, after), verdicts }
  answer(invocation, {
    data: () => diffTrace(difference),
    text: () => diffText(difference, widthOf(stdout)),
  })
  return exitCode.done
}

/** The pack as a commit has it. */
async function earlier(
  invocation: Invocation,
  reference: string,
  revision: string,
): ReturnType<typeof readPackFile> {
  if (!isPackPath(reference))
    refuse(
      invocation,
      `\`${makeVisible(reference)}\` comes with Madrigal: no commit here has it`,
      'name two packs',
    )
  const { root, missing } = await findRepository(invocation.cwd)
  if (missing !== null) refuse(invocation, missing)
  const commit = commitOf(invocation, await findCommit(root, revision))
  return readPackFile(reference, invocation.cwd, await openCommit(root, commit))
}

async function judgeByBoth(
  invocation: Invocation,
  named: string,
  before: Pack,
  after: Pack,
): Promise<readonly ComparedVerdict[]> {
  const { cwd } = invocation
  const repository = await findRepository(cwd)
  const file = path.resolve(cwd, named)
  const tree = treeForNamed(file, repository.root, workTree(repository))
  const source = valueOf(invocation, await readSource(file, displayPath(file, cwd), tree))
  const requested = requestedCriteria(source).map(({ criteria }) => criteria)
  const { packs } = await readPacks(file, requested, cwd, tree)
  const ids = new Set([before.id, after.id])
  const meant = requested.filter((criteria) => ids.has(packs.get(criteria)?.id ?? ''))
  if (meant.length === 0)
    refuse(invocation, `\`${makeVisible(named)}\` asks for no decision by \`${after.id}\``)
  return compareProfile(before, after, { source, packs, meant })
}
