import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { displayPath, pathInside, readWhole } from '../workspace/files.ts'
import type { Repository } from '../workspace/repository.ts'
import { workTree } from '../workspace/work-tree.ts'
import { carryOver } from '../profile/carry-over.ts'
import { type OldAnswer, isReplaced } from '../profile/replaced-answers.ts'
import { replacedLines } from '../report/replaced-words.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { Answer } from '../profile/fact.ts'
import { editProfile } from '../profile/edit-profile.ts'
import { withoutOpenQuestion } from '../profile/open-question.ts'
import type { AskedQuestion } from '../report/asked-question.ts'
import { type JudgedProfile, judgeProfile, readProfile } from './read-profile.ts'
import { say } from './answer.ts'
import { exitCode, Stop } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import type { Prompt } from './prompt.ts'
import { reportUnwritten, stopFor, stopUnwritten, valueToWrite } from './problems.ts'
import { isWritten } from './write-or-report.ts'

/** A profile that answers can be written into. */
export interface OpenProfile extends JudgedProfile {
  /** As people see it. */
  readonly name: string
  /** Relative to the root of the repository, with `/`. */
  readonly path: string
  /** The text of the file, byte order mark included. */
  readonly text: string
  readonly repository: Repository
  readonly cwd: string
}

/** Reads and judges a profile that lies in the repository. */
async function openProfile(file: string, cwd: string, repository: Repository): Promise<Result<OpenProfile>> {
  const name = displayPath(file, cwd)
  const path = await pathInside(file, repository.root)
  if (path === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const text = await readWhole(file, name, workTree(repository))
  if (!text.ok) return text
  const judged = await judgeProfile(file, cwd, repository)
  return judged.ok ? succeed({ ...judged.value, name, path, text: text.value, repository, cwd }) : judged
}

/** The profile as it is now: the same one when nobody has saved it since. */
async function reopenProfile(profile: OpenProfile): Promise<Result<OpenProfile>> {
  const { file, name, cwd, repository } = profile
  const text = await readWhole(file, name, workTree(repository))
  return text.ok && text.value === profile.text ? succeed(profile) : openProfile(file, cwd, repository)
}

/** Opens a profile. Where old answers are all that is wrong with it, offers to carry them over in its text first. */
export async function openCarriedOver(
  invocation: Invocation,
  prompt: Prompt,
  file: string,
  repository: Repository,
): Promise<OpenProfile> {
  const opened = await openProfile(file, invocation.cwd, repository)
  if (opened.ok) return opened.value
  const replaced = opened.diagnostics.filter(isReplaced)
  if (replaced.length < opened.diagnostics.length) stopFor(invocation, opened.diagnostics)
  const name = displayPath(file, invocation.cwd)
  for (const line of offerLines(name, replaced)) say(invocation, line)
  const isWanted = await prompt.choose('Change the profile', [
    { value: true, label: 'yes', hint: 'then ask what is still open' },
    { value: false, label: 'no', hint: 'nothing is written' },
  ])
  if (isWanted === null) {
    say(invocation, 'nothing was written; `madrigal ask` offers it again')
    throw new Stop(exitCode.interrupted)
  }
  if (!isWanted) stopUnwritten(invocation, replaced)
  await carryAnswersOver(invocation, file, replaced, repository)
  return openCarriedOver(invocation, prompt, file, repository)
}

/** Carries old answers over in the text of a profile, unless somebody has saved it since they were found. */
async function carryAnswersOver(
  invocation: Invocation,
  file: string,
  replaced: readonly OldAnswer[],
  repository: Repository,
): Promise<void> {
  const name = displayPath(file, invocation.cwd)
  const text = valueToWrite(invocation, await readWhole(file, name, workTree(repository)))
  const isSame = text.replace(/^\uFEFF/, '') === replaced[0]?.place?.source.text
  const edited = isSame ? carryOver({ name, text }, replaced) : succeed(text)
  if (!edited.ok) stopUnwritten(invocation, [...edited.diagnostics, ...replaced])
  const path = (await pathInside(file, repository.root)) ?? name
  const write = { path, text: edited.value, expected: text }
  if (!isSame || !(await isWritten(invocation, repository.root, write)))
    say(invocation, `note: \`${makeVisible(name)}\` was saved meanwhile; that stays`)
}

/** Carries old answers over without asking, in the profiles with which nothing else is wrong. */
export async function fixProfiles(
  invocation: Invocation,
  files: readonly string[],
  repository: Repository,
): Promise<void> {
  for (const file of files) {
    const read = await readProfile(file, invocation.cwd, workTree(repository))
    const problems = read.ok ? [] : read.diagnostics
    const replaced = problems.filter(isReplaced)
    if (replaced.length === 0 || replaced.length < problems.length) continue
    await carryAnswersOver(invocation, file, replaced, repository)
    say(invocation, `changed \`${makeVisible(displayPath(file, invocation.cwd))}\`:`)
    for (const line of replacedLines(replaced)) say(invocation, line)
  }
}

function offerLines(name: string, replaced: readonly OldAnswer[]): readonly string[] {
  const isAllCarried = replaced.every(({ arguments: { fate } }) => fate.kind === 'becomes')
  return [
    `\`${makeVisible(name)}\` answers questions that a newer version of the comparison asks in another way:`,
    ...replacedLines(replaced),
    ...(isAllCarried ? [] : ['What does not become an answer stays as a comment, `# was …`.']),
  ]
}

/** The profile after an answer, and whether it took the answer in. */
interface AnsweredProfile {
  readonly profile: OpenProfile
  readonly isWritten: boolean
}

/** Writes an answer into a profile as it is now: what somebody saved there meanwhile stays, and goes before the answer. */
export async function writeAnswer(
  invocation: Invocation,
  profile: OpenProfile,
  question: AskedQuestion,
  answer: Answer,
): Promise<AnsweredProfile> {
  const now = valueToWrite(invocation, await reopenProfile(profile))
  const { text, name, path, file, cwd, repository } = now
  if (now !== profile) say(invocation, `note: \`${makeVisible(name)}\` was saved meanwhile; that stays`)
  if (!isOpen(now, question)) {
    say(invocation, `note: it says something about \`${question.key}\` now; your answer was not written`)
    return { profile: now, isWritten: false }
  }
  const { fact, key, component } = question
  const edited = editProfile(
    { name, text: withoutOpenQuestion(text, fact, component) },
    { component, fact: key, answer },
  )
  if (!edited.ok) {
    reportUnwritten(invocation, edited.diagnostics)
    return { profile: now, isWritten: false }
  }
  const write = { path, text: edited.value, expected: text }
  if (!(await isWritten(invocation, repository.root, write)))
    return writeAnswer(invocation, now, question, answer)
  const after = valueToWrite(invocation, await openProfile(file, cwd, repository))
  return { profile: after, isWritten: true }
}

/** The profile as it was before an answer. What somebody has saved there since stays, and the answer with it. */
export async function takeBack(
  invocation: Invocation,
  before: OpenProfile,
  after: OpenProfile,
  { key }: AskedQuestion,
): Promise<OpenProfile> {
  if (before.text === after.text) return after
  const now = valueToWrite(invocation, await reopenProfile(after))
  const write = { path: after.path, text: before.text, expected: after.text }
  if (now === after && (await isWritten(invocation, after.repository.root, write))) return before
  const name = makeVisible(after.name)
  say(invocation, `note: \`${name}\` was saved meanwhile; take \`${key}\` back there by hand`)
  return now
}

/** Whether the profile still says nothing about the fact. */
const isOpen = ({ profile }: OpenProfile, { key, components }: AskedQuestion): boolean =>
  components.every(({ id }) => {
    const component = profile.components.find((candidate) => candidate.id === id)
    return component?.facts.get(key)?.state === 'unanswered'
  })
