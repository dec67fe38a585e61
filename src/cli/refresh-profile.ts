import path from 'node:path'
import { type ComparedAnswer, compareWithProfile } from '../detect/compare-profile.ts'
import { placesIn } from '../detect/profile-text.ts'
import { putComment } from '../document/put-comment.ts'
import { putValue } from '../document/put-value.ts'
import type { Result } from '../diagnostics/diagnostic.ts'
import { keyOfFact } from '../profile/facts-of-pack.ts'
import { editProfile } from '../profile/edit-profile.ts'
import { withoutOpenQuestion } from '../profile/open-question.ts'
import { questionsFor } from '../report/asked-question.ts'
import { differenceText, initText, initTrace } from '../report/init-report.ts'
import { displayPath } from '../workspace/files.ts'
import { PROFILE_NAME } from '../workspace/git-files.ts'
import { answer } from './answer.ts'
import { type NewPlace, detectIn, pathOf } from './draft-profile.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Invocation, widthOf } from './invocation.ts'
import { refuse, valueOf, valueToWrite } from './problems.ts'
import { judgeProfile } from './read-profile.ts'
import { writeOrReport } from './write-or-report.ts'

interface Refreshing {
  /** Null where there is no profile. */
  readonly text: string | null
  readonly folders: readonly string[]
  readonly isDry: boolean
}

/** Adds to a profile what it leaves open and the repository says. Where both say something, the profile stays. */
export async function refreshProfile(
  invocation: Invocation,
  place: NewPlace,
  { text, folders, isDry }: Refreshing,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  if (text === null)
    return refuse(invocation, `there is no \`${PROFILE_NAME}\` here`, '`madrigal init` makes one')
  const file = path.join(place.folder, PROFILE_NAME)
  const before = valueToWrite(invocation, await judgeProfile(file, cwd, place.repository))
  const compared: KeyedAnswer[] = []
  for (const { evaluation } of before.decisions) {
    const { pack, profile } = evaluation
    const { detection } = await detectIn(place, pack, folders)
    const found = compareWithProfile(detection, profile).map((read) => ({
      ...read,
      key: keyOfFact(profile, pack.id, read.fact.id),
    }))
    compared.push(...found.filter(({ key }) => compared.every((other) => other.key !== key)))
  }
  const [open, differing] = [compared.filter(isOpen), compared.filter((read) => !isOpen(read))]
  const edited = valueToWrite(invocation, withAnswers(text, open, before.profile.readFromRepository))
  const isWritten = !isDry && edited !== text
  if (isWritten)
    await writeOrReport(invocation, place.repository.root, [
      { path: pathOf(place), text: edited, expected: text },
    ])
  const after = isWritten ? valueOf(invocation, await judgeProfile(file, cwd, place.repository)) : before
  for (const { evaluation } of after.decisions.slice(0, 1)) {
    const questions = questionsFor(evaluation)
    const report = { profile: displayPath(file, cwd), written: isWritten, evaluation, questions }
    answer(invocation, {
      data: () => initTrace({ ...report, answers: compared }),
      text: () => initText({ ...report, answers: open }, widthOf(stdout)),
    })
  }
  if (differing.length > 0)
    stderr.write(`note: the profile stays where it says otherwise\n${differenceText(differing)}`)
  return exitCode.done
}

const isOpen = ({ inProfile, answer: read }: ComparedAnswer): boolean => inProfile === null && read !== null

/** An answer that was read, with what the profile calls its fact. */
type KeyedAnswer = ComparedAnswer & { readonly key: string }

/** Adds answers, each with its place behind it, and names those that were only read from what is there. */
function withAnswers(
  text: string,
  answers: readonly KeyedAnswer[],
  named: readonly string[],
): Result<string> {
  const found = answers.filter(({ isOfRepository }) => isOfRepository).map(({ key }) => key)
  const list = { path: ['read-from-repository'], value: [...new Set([...named, ...found])] }
  const listed = found.length === 0 ? text : putValue(text, list, 'facts')
  let edited: Result<string> = { ok: true, value: listed ?? text }
  for (const { component, fact, key, answer: read, evidence } of answers) {
    if (!edited.ok || read === null) return edited
    const written = editProfile(
      { name: PROFILE_NAME, text: withoutOpenQuestion(edited.value, fact, component) },
      { component, fact: key, answer: read },
    )
    const owner = component === null ? [] : ['components', component]
    edited = written.ok
      ? { ok: true, value: putComment(written.value, [...owner, 'facts', key], placesIn(evidence)) }
      : written
  }
  return edited
}
