import { runProgram } from '../../src/cli/program.ts'
import type { PromptChoice, Prompt } from '../../src/cli/prompt.ts'
import type { Folder } from './git-folder.ts'
import type { Outcome } from './run-cli.ts'

/** What a person does at a question: picks a label, picks several, types a text, or breaks off; perhaps after something else. */
type Reply = string | readonly string[] | { readonly type: string } | null | (() => Promise<Reply>)

const listed = (choices: readonly PromptChoice<unknown>[]): string =>
  choices.map(({ label, hint }) => (hint ? `${label} (${hint})` : label)).join(', ')

/** A person who has made up their mind. What they see of the prompts is kept in `seen`. */
function scriptedPrompt(replies: readonly Reply[]): Prompt & { readonly seen: string[] } {
  const left = [...replies]
  const seen: string[] = []
  const next = async (): Promise<Exclude<Reply, () => unknown>> => {
    let reply = left.shift()
    while (typeof reply === 'function') reply = await reply()
    if (reply === undefined) throw new Error(`nobody answers: ${seen.at(-1)}`)
    return reply
  }
  const pick = <Value>(choices: readonly PromptChoice<Value>[], label: unknown): Value => {
    const choice = choices.find((candidate) => candidate.label === label)
    if (choice === undefined)
      throw new Error(`no ${String(label)} in: ${choices.map((one) => one.label).join()}`)
    return choice.value
  }
  return {
    seen,
    choose: async (message, choices) => {
      seen.push(`${message}: ${listed(choices)}`)
      const reply = await next()
      return reply === null ? null : pick(choices, reply)
    },
    chooseSeveral: async (message, choices, together, others) => {
      seen.push(`${message}: ${listed([...choices, ...others])}`)
      const reply = await next()
      if (reply === null) return null
      return Array.isArray(reply) ? together(reply.map((label) => pick(choices, label))) : pick(others, reply)
    },
    enter: async (message, check) => {
      for (;;) {
        const reply = await next()
        const text = reply !== null && typeof reply === 'object' && 'type' in reply ? reply.type : null
        const problem = text === null ? undefined : check(text)
        seen.push(`${message}: ${problem ?? text}`)
        if (problem === undefined) return text
      }
    },
  }
}

/** A run of the program in this process with somebody at the terminal. */
export async function attended(
  folder: Folder,
  options: readonly string[],
  ...replies: readonly Reply[]
): Promise<Outcome & { readonly seen: readonly string[] }> {
  const prompt = scriptedPrompt(replies)
  let [stdout, stderr] = ['', '']
  const code = await runProgram(
    {
      arguments: options,
      cwd: folder.path,
      environment: {},
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      today: () => '2026-01-31',
      openPrompt: () => Promise.resolve(prompt),
    },
    '0.0.0',
  )
  return { stdout, stderr, code, seen: prompt.seen }
}
