import { answerJson } from '../report/answer-json.ts'
import type { Repository } from '../workspace/repository.ts'
import { isBelow } from '../workspace/files.ts'
import { wrap } from '../report/plain-text.ts'
import { type Invocation, widthOf } from './invocation.ts'

/** How a command's answer reads: as data for a program, as text for a person. */
interface AnswerForms {
  readonly data: () => unknown
  readonly text: () => string
}

/** Prints what a command found, the way that was asked for. */
export function answer({ command, json, stdout }: Invocation, { data, text }: AnswerForms): void {
  stdout.write(json ? answerJson(command, data()) : text())
}

/** Says something beside the answer, in lines that fit a terminal. In a log it stays in one, where a search finds it. */
export function say({ stderr }: Pick<Invocation, 'stderr'>, text: string): void {
  stderr.write(`${stderr.isTTY ? wrap(text, widthOf(stderr)) : text}\n`)
}

/** Says that there is no repository here, or that another one is meant, and what paths are relative to instead. */
export function noteMissing(invocation: Invocation, { missing, root }: Repository, more = ''): void {
  if (missing !== null) say(invocation, `note: ${missing}; paths are relative to ${root}${more}`)
  else if (!isBelow(root, invocation.cwd)) say(invocation, `note: paths are relative to ${root}`)
}
