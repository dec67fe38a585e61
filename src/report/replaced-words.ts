import type { ArgumentsByCode } from '../diagnostics/diagnostic-arguments.ts'
import { plain, writePair } from '../document/write-value.ts'
import { type DiagnosticMessage, quoteName, quoteReason, say } from './diagnostic-words.ts'
import { makeVisible, shorten } from './visible-text.ts'

type Replaced = ArgumentsByCode['replaced-fact']

const LONGEST_ANSWER = 300

/** What a profile says, or is to say, as it is written: "`distribution: container-image`" */
function quoteAnswer(fact: string, answer: Replaced['old']): string {
  const written = answer === null ? `${fact}:` : writePair({ path: [fact], value: answer }, plain)
  return `\`${shorten(makeVisible(written), LONGEST_ANSWER)}\``
}

/** What becomes of each old answer, once, for somebody who is asked whether it is to be so. */
export const replacedLines = (replaced: readonly { readonly arguments: Replaced }[]): readonly string[] => [
  ...new Set(replaced.map((answer) => `- ${fateSentence(answer.arguments)}`)),
]

function fateSentence({ fact, old, fate, says }: Replaced): string {
  const said = quoteAnswer(fact, old)
  const advice = says === null ? '' : `: ${quoteReason(says)}`
  switch (fate.kind) {
    case 'becomes':
      return `${said} becomes ${quoteAnswer(fate.fact, fate.answer)}`
    case 'asked-anew':
      return `${said} is to be asked again${fate.fact === fact ? '' : `, as ${quoteName(fate.fact)}`}${advice}`
    case 'beside':
      return `${said} goes, because ${quoteName(fate.fact)} is there already`
    case 'gone':
      return `${said} goes${advice}`
  }
}

/** The words for an answer to a question that was replaced. */
export function describeReplaced({ fact, old, fate, says }: Replaced): DiagnosticMessage {
  const advice = says === null ? null : quoteReason(says)
  if (fate.kind === 'gone') return say(`nothing took the place of ${quoteName(fact)}`, advice ?? 'remove it')
  const { fact: by } = fate
  const sentence =
    by === fact ? `${quoteAnswer(fact, old)} is an old answer` : `${quoteName(fact)} is now ${quoteName(by)}`
  switch (fate.kind) {
    case 'becomes':
      return say(sentence, `write ${quoteAnswer(by, fate.answer)}`)
    case 'asked-anew':
      return say(sentence, advice ?? `answer ${quoteName(by)} anew`)
    case 'beside':
      return say(`${sentence}, which is here too`, `remove ${quoteName(fact)}`)
  }
}
