import type { Answer } from '../profile/fact.ts'
import { editProfile } from '../profile/edit-profile.ts'
import type { AskedQuestion } from '../report/asked-question.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { ExitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import { type OpenProfile, openProfile, reopenProfile } from './open-profile.ts'
import { reportNothingWritten } from './problems.ts'
import { writeUnlessSaved } from './write-or-report.ts'

/** The profile after an answer, and whether it took the answer in. */
export interface Written {
  readonly profile: OpenProfile
  readonly isWritten: boolean
}

/** Writes an answer into a profile as it is now: what somebody saved there meanwhile stays, and goes before the answer. */
export async function writeAnswer(
  invocation: Invocation,
  profile: OpenProfile,
  question: AskedQuestion,
  answer: Answer,
): Promise<Written | ExitCode> {
  const { stderr } = invocation
  const now = await reopenProfile(profile)
  if (!now.ok) return reportNothingWritten(invocation, now.diagnostics)
  const { text, name, path, file, cwd, repository } = now.value
  if (now.value !== profile) stderr.write(`note: \`${makeVisible(name)}\` was saved meanwhile; that stays\n`)
  if (!isOpen(now.value, question)) {
    stderr.write(`note: it says something about \`${question.fact.id}\` now; your answer was not written\n`)
    return { profile: now.value, isWritten: false }
  }
  const edited = editProfile(
    { name, text },
    { component: question.component, fact: question.fact.id, answer },
  )
  if (!edited.ok) {
    reportNothingWritten(invocation, edited.diagnostics)
    return { profile: now.value, isWritten: false }
  }
  const outcome = await writeUnlessSaved(invocation, repository.root, {
    path,
    text: edited.value,
    expected: text,
  })
  if (typeof outcome === 'number') return outcome
  if (outcome === 'saved-meanwhile') return writeAnswer(invocation, now.value, question, answer)
  const after = await openProfile(file, cwd, repository)
  return after.ok
    ? { profile: after.value, isWritten: true }
    : reportNothingWritten(invocation, after.diagnostics)
}

/** Whether the profile still says nothing about the fact. */
const isOpen = ({ profile }: OpenProfile, { fact, components }: AskedQuestion): boolean =>
  components.every(({ id }) => {
    const component = profile.components.find((candidate) => candidate.id === id)
    return component?.facts.get(fact.id)?.state === 'unanswered'
  })
