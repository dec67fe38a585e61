import { answerJson } from '../report/answer-json.ts'
import type { Repository } from '../workspace/repository.ts'
import { isBelow } from '../workspace/files.ts'
import type { Invocation } from './invocation.ts'

/** How a command's answer reads: as data for a program, as text for a person. */
interface AnswerForms {
  readonly data: () => unknown
  readonly text: () => string
}

/** Prints what a command found, the way that was asked for. */
export function answer({ command, json, stdout }: Invocation, { data, text }: AnswerForms): void {
  stdout.write(json ? answerJson(command, data()) : text())
}

/** Says that there is no repository here, or that another one is meant, and what paths are relative to instead. */
export function noteMissing({ cwd, stderr }: Invocation, { missing, root }: Repository, more = ''): void {
  if (missing !== null) stderr.write(`note: ${missing}; paths are relative to ${root}${more}\n`)
  else if (!isBelow(root, cwd)) stderr.write(`note: paths are relative to ${root}\n`)
}
