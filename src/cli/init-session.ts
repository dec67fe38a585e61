import { answersIn } from '../detect/compare-profile.ts'
import type { Detection } from '../detect/detect.ts'
import type { Finding } from '../detect/finding.ts'
import type { ProfileFrame } from '../detect/profile-text.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import { type InitReport, answersText } from '../report/init-report.ts'
import { makeVisible } from '../report/visible-text.ts'
import { say } from './answer.ts'
import { askFor } from './ask-reply.ts'
import { askOneByOne, breakOff } from './ask-session.ts'
import {
  type DraftProfile,
  FIRST_QUESTIONS,
  type NewPlace,
  draftProfile,
  rewriteDraft,
} from './draft-profile.ts'
import type { ExitCode } from './exit-code.ts'
import { type Invocation, widthOf } from './invocation.ts'
import { openCarriedOver } from './open-profile.ts'
import { valueToWrite } from './problems.ts'
import type { Prompt } from './prompt.ts'

/** A new profile in its file, and what it was made from. */
interface Begun {
  /** The full path. */
  readonly file: string
  readonly place: NewPlace
  readonly pack: Pack
  readonly detection: Detection
  readonly frame: Omit<ProfileFrame, 'open'>
  readonly report: InitReport & DraftProfile
}

/** Shows what was read, lets a person correct it, and asks what matters most of the rest. The profile is valid all the time. */
export async function completeDraft(invocation: Invocation, prompt: Prompt, begun: Begun): Promise<ExitCode> {
  say(invocation, `wrote \`${makeVisible(begun.report.profile)}\`; it can be left at any time`)
  const corrected = await correct(invocation, prompt, begun)
  if (corrected === null) return breakOff(invocation)
  if (corrected.report.questions.length > 0)
    say(invocation, '\nwhat the repository does not say, the most valuable first:')
  const profile = await openCarriedOver(invocation, prompt, begun.file, begun.place.repository)
  return askOneByOne(invocation, prompt, profile, FIRST_QUESTIONS)
}

/** Null where the person breaks it off. */
async function correct(invocation: Invocation, prompt: Prompt, begun: Begun): Promise<Begun | null> {
  const { stderr } = invocation
  const answers = answersIn(begun.detection)
  if (answers.length === 0) return begun
  stderr.write(`\n${answersText(answers, widthOf(stderr))}\n\n`)
  const isRight = await prompt.choose('Is that right?', [
    { value: true, label: 'yes' },
    { value: false, label: 'no, correct an answer' },
  ])
  if (isRight !== false) return isRight === null ? null : begun
  const chosen = await prompt.choose(
    'Which one',
    answers.map((read) => ({
      value: read,
      label: read.component === null ? read.fact.id : `${read.component}: ${read.fact.id}`,
      hint: read.fact.question,
    })),
  )
  if (chosen === null) return null
  say(invocation, `\n${chosen.fact.question}`)
  const components: readonly Component[] = []
  const { fact, component } = chosen
  const reply = await askFor(prompt, { fact, key: fact.id, component, components })
  if (reply.kind === 'interrupt') return null
  if (reply.kind === 'stop') return begun
  const answer = reply.kind === 'answer' ? reply.answer : null
  const replaced: Finding | null =
    answer === null ? null : { fact: chosen.fact, answer, evidence: [], isOfRepository: false }
  const detection = withFinding(begun.detection, chosen.component, chosen.fact.id, replaced)
  const draft = valueToWrite(invocation, draftProfile(begun.pack, detection, begun.frame))
  await rewriteDraft(invocation, begun.place, begun.report.text, draft)
  return correct(invocation, prompt, { ...begun, detection, report: { ...begun.report, ...draft } })
}

/** What a person says takes the place of what was read; without an answer the question is open. */
function withFinding(
  detection: Detection,
  component: string | null,
  fact: string,
  finding: Finding | null,
): Detection {
  const change = (findings: readonly Finding[]): readonly Finding[] =>
    findings.flatMap((found) => (found.fact.id === fact ? (finding ?? []) : found))
  return {
    ...detection,
    findings: component === null ? change(detection.findings) : detection.findings,
    parts: detection.parts.map((part) =>
      part.id === component ? { ...part, findings: change(part.findings) } : part,
    ),
  }
}
