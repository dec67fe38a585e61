import type { Evaluation } from '../evaluation/evaluate.ts'
import { type AskedQuestion, questionsFor } from '../report/asked-question.ts'
import { headLines, moreLines, outlookSentence, progressLines } from '../report/ask-text.ts'
import { nextStep } from '../report/init-report.ts'
import { harmless, wrap } from '../report/plain-text.ts'
import { plainDecision } from '../report/plain-verdict.ts'
import { makeVisible } from '../report/visible-text.ts'
import { say } from './answer.ts'
import { type Reply, askFor } from './ask-reply.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Invocation, layoutFor, widthOf } from './invocation.ts'
import { type OpenProfile, takeBack, writeAnswer } from './open-profile.ts'
import type { Prompt } from './prompt.ts'

interface Session {
  readonly invocation: Invocation
  readonly prompt: Prompt
  profile: OpenProfile
  /** Keys of questions that were skipped. */
  readonly skipped: Set<string>
  /** Ids of facts that differ from component to component. */
  readonly apart: Set<string>
  /** What was replied so far, each with the profile before. */
  readonly steps: { readonly question: AskedQuestion; readonly reply: Reply; readonly before: OpenProfile }[]
}

interface NextQuestion {
  readonly evaluation: Evaluation
  readonly question: AskedQuestion
}

/** Asks question by question, and writes each answer into the profile at once, until the verdict is settled. */
export async function askOneByOne(
  invocation: Invocation,
  prompt: Prompt,
  profile: OpenProfile,
  limit = Infinity,
): Promise<ExitCode> {
  const session: Session = { invocation, prompt, profile, skipped: new Set(), apart: new Set(), steps: [] }
  const { stdout } = invocation
  if (nextQuestion(session) !== undefined)
    say(invocation, `note: each answer is written into \`${makeVisible(profile.name)}\` at once`)
  while (session.steps.length < limit) {
    const next = nextQuestion(session)
    if (next === undefined) break
    const reply = await replyTo(session, next)
    if (reply.kind === 'interrupt') return breakOff(invocation)
    if (reply.kind === 'stop') break
    await (reply.kind === 'back' ? goBack(session) : take(session, next.question, reply))
  }
  stdout.write(`\n${endLines(session.profile, widthOf(stdout))}`)
  return exitCode.done
}

/** Says what is kept where somebody breaks it off, and how to go on. */
export function breakOff(invocation: Invocation): ExitCode {
  say(invocation, 'what you answered is kept; `madrigal ask` goes on, `madrigal generate` writes the record')
  return exitCode.interrupted
}

function nextQuestion({ profile: { decisions }, skipped, apart }: Session): NextQuestion | undefined {
  for (const { evaluation } of decisions) {
    const question = questionsFor(evaluation, apart).find((candidate) => !skipped.has(keyOf(candidate)))
    if (question !== undefined) return { evaluation, question }
  }
  return undefined
}

const keyOf = ({ key, component }: AskedQuestion): string => `${component ?? ''}.${key}`

async function replyTo({ invocation, prompt, steps }: Session, next: NextQuestion): Promise<Reply> {
  const { evaluation, question } = next
  const layout = layoutFor(invocation, invocation.stderr)
  const tell = (lines: readonly string[]): unknown =>
    invocation.stderr.write(harmless(['', ...lines, '', ''].join('\n')))
  tell([...progressLines(evaluation, layout), '', ...headLines(evaluation, question, layout)])
  for (;;) {
    const reply = await askFor(prompt, question, steps.length > 0 ? ['back', 'more'] : ['more'])
    if (reply.kind !== 'more') return reply
    tell(moreLines(evaluation, question, layout))
  }
}

async function take(session: Session, question: AskedQuestion, reply: Reply): Promise<void> {
  const { invocation, profile, steps, apart, skipped } = session
  steps.push({ question, reply, before: profile })
  if (reply.kind === 'apart') apart.add(question.fact.id)
  if (reply.kind === 'skip') skipped.add(keyOf(question))
  if (reply.kind !== 'answer') return
  const written = await writeAnswer(invocation, profile, question, reply.answer)
  if (!written.isWritten) skipped.add(keyOf(question))
  session.profile = written.profile
}

/** Takes back what was replied last. */
async function goBack(session: Session): Promise<void> {
  const last = session.steps.pop()
  if (last === undefined) return
  const { question, reply, before } = last
  if (reply.kind === 'apart') session.apart.delete(question.fact.id)
  session.skipped.delete(keyOf(question))
  if (reply.kind === 'answer')
    session.profile = await takeBack(session.invocation, before, session.profile, question)
}

/** Each verdict, and whether anything could still change it; then what to do. */
function endLines({ decisions }: OpenProfile, width: number): string {
  const ends = decisions.map(({ evaluation }) => ({ evaluation, questions: questionsFor(evaluation) }))
  const isOpen = ends.some(({ questions }) => questions.length > 0)
  const evaluations = decisions.map(({ evaluation }) => evaluation)
  const lines = ends.flatMap(({ evaluation, questions }) => [
    plainDecision(evaluation),
    outlookSentence(evaluation, questions, 0),
  ])
  return harmless(
    [...lines, '', nextStep(evaluations, isOpen), ''].map((line) => wrap(line, width)).join('\n'),
  )
}
