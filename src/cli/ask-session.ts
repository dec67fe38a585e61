import type { Evaluation } from '../evaluation/evaluate.ts'
import { type AskedQuestion, questionsFor } from '../report/asked-question.ts'
import { outlookSentence, questionLines } from '../report/ask-text.ts'
import { harmless } from '../report/plain-text.ts'
import { plainDecision } from '../report/plain-verdict.ts'
import { makeVisible } from '../report/visible-text.ts'
import { askFor } from './ask-reply.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Invocation, layoutFor } from './invocation.ts'
import { type OpenProfile, writeAnswer } from './open-profile.ts'
import type { Prompt } from './prompt.ts'

/** What has been said so far that is not in the profile. */
interface Asides {
  /** Keys of questions that were skipped. */
  readonly skipped: Set<string>
  /** Ids of facts that differ from component to component. */
  readonly apart: Set<string>
}

/** Asks question by question, and writes each answer into the profile at once, until the verdict is settled. */
export async function askOneByOne(
  invocation: Invocation,
  prompt: Prompt,
  opened: OpenProfile,
  limit = Infinity,
): Promise<ExitCode> {
  const { stdout, stderr } = invocation
  const layout = layoutFor(invocation, stderr)
  const asides: Asides = { skipped: new Set(), apart: new Set() }
  let profile = opened
  for (let asked = 0; asked < limit; asked += 1) {
    const next = nextQuestion(profile, asides)
    if (next === undefined) break
    if (asked === 0)
      stderr.write(`note: each answer is written into \`${makeVisible(profile.name)}\` at once\n`)
    const { evaluation, question } = next
    const lines = [
      '',
      `so far: ${plainDecision(evaluation)}`,
      ...questionLines(evaluation, question, layout),
      '',
    ]
    stderr.write(harmless(lines.join('\n')))
    const reply = await askFor(prompt, question)
    if (reply.kind === 'interrupt') return exitCode.interrupted
    if (reply.kind === 'stop') break
    if (reply.kind === 'apart') asides.apart.add(question.fact.id)
    if (reply.kind === 'skip') asides.skipped.add(keyOf(question))
    if (reply.kind !== 'answer') continue
    const written = await writeAnswer(invocation, profile, question, reply.answer)
    if (!written.isWritten) asides.skipped.add(keyOf(question))
    profile = written.profile
  }
  stdout.write(`\n${endLines(profile)}`)
  return exitCode.done
}

function nextQuestion(
  { decisions }: OpenProfile,
  { skipped, apart }: Asides,
): { readonly evaluation: Evaluation; readonly question: AskedQuestion } | undefined {
  for (const { evaluation } of decisions) {
    const question = questionsFor(evaluation, apart).find((candidate) => !skipped.has(keyOf(candidate)))
    if (question !== undefined) return { evaluation, question }
  }
  return undefined
}

const keyOf = ({ fact, component }: AskedQuestion): string => `${component ?? ''}.${fact.id}`

/** Each verdict, and whether anything could still change it. */
const endLines = ({ decisions }: OpenProfile): string =>
  decisions
    .map(({ evaluation }) => {
      const outlook = outlookSentence(evaluation, questionsFor(evaluation), 0)
      return harmless(`${plainDecision(evaluation)}\n${outlook}\n`)
    })
    .join('')
