import type { Fact } from './fact.ts'

/** Values are told so far on one line of a comment. */
const WIDTH = 100

/**
 * An open question as lines of comments, with the answers that it takes. The key stands so that somebody who takes the mark
 * away is told at once to choose: `a | b` is no answer.
 */
export function openQuestionLines(fact: Fact): readonly string[] {
  return [`# ${fact.question}`, ...wrapped(`${fact.id}: ${answersTo(fact)}`)]
}

function answersTo(fact: Fact): string {
  if (fact.type === 'boolean') return 'true | false'
  if (fact.type === 'number') return `a number of ${fact.unit}`
  const ids = fact.values.map(({ id }) => id).join(' | ')
  return fact.type === 'set-of' ? `[${ids}]` : ids
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = '#'
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH && line !== '#') {
      lines.push(line)
      line = '#   '
    } else line += ' '
    line += word
  }
  return [...lines, line]
}

/**
 * A profile without the comment that asks a question, where it stands exactly as it was written: what somebody has added to
 * it stays.
 *
 * @param below the key that the comment stands below, such as that of a component; null for the project
 */
export function withoutOpenQuestion(text: string, fact: Fact, below: string | null): string {
  const lines = text.split('\n')
  const wanted = openQuestionLines(fact)
  const parts = lines.findIndex((line) => line.startsWith('components:'))
  const from = below === null ? 0 : lines.findIndex((line) => line.trimEnd() === `  ${below}:`)
  const start = lines.findIndex(
    (_, index) =>
      index >= from && wanted.every((line, offset) => (lines[index + offset] ?? '').trim() === line),
  )
  const isHere =
    below === null
      ? parts === -1 || start < parts
      : lines.slice(from + 1, start).every((line) => /^(?: {3}|\s*$)/.test(line))
  if (from === -1 || start === -1 || !isHere) return text
  return lines.filter((_, index) => index < start || index >= start + wanted.length).join('\n')
}
