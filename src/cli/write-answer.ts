import type { Answer } from '../profile/fact.ts'
import { editProfile } from '../profile/edit-profile.ts'
import type { AskedQuestion } from '../report/asked-question.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { Invocation } from './invocation.ts'
import { type OpenProfile, openProfile, reopenProfile } from './open-profile.ts'
import { reportUnwritten, valueToWrite } from './problems.ts'
import { isWritten } from './write-or-report.ts'

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
  const { stderr } = invocation
  const now = valueToWrite(invocation, await reopenProfile(profile))
  const { text, name, path, file, cwd, repository } = now
  if (now !== profile) stderr.write(`note: \`${makeVisible(name)}\` was saved meanwhile; that stays\n`)
  if (!isOpen(now, question)) {
    stderr.write(`note: it says something about \`${question.fact.id}\` now; your answer was not written\n`)
    return { profile: now, isWritten: false }
  }
  const edited = editProfile(
    { name, text },
    { component: question.component, fact: question.fact.id, answer },
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

/** Whether the profile still says nothing about the fact. */
const isOpen = ({ profile }: OpenProfile, { fact, components }: AskedQuestion): boolean =>
  components.every(({ id }) => {
    const component = profile.components.find((candidate) => candidate.id === id)
    return component?.facts.get(fact.id)?.state === 'unanswered'
  })
