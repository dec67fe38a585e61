import { type DocumentNode, entriesOf, findChild, textOf } from '../document/node.ts'
import type { Fact } from '../profile/fact.ts'
import { readNewAnswer } from './check-replaced.ts'
import type { ReplacedAnswer, Replacement } from '../profile/replacement.ts'

/** Read what the pack replaced, which is known to be right. */
export function buildReplaced(
  replaced: DocumentNode | undefined,
  facts: readonly Fact[],
): readonly Replacement[] {
  return entriesOf(replaced).map(({ key, value }) => {
    const by = textOf(findChild(value, 'by'))
    const says = textOf(findChild(value, 'says'))
    const values = findChild(value, 'values')
    const fact = facts.find(({ id }) => id === by)
    return {
      id: key,
      ...(by !== undefined && { by }),
      ...(values !== undefined && fact !== undefined && { values: buildAnswers(values, fact) }),
      ...(says !== undefined && { says }),
    }
  })
}

function buildAnswers(values: DocumentNode, fact: Fact): readonly ReplacedAnswer[] {
  return entriesOf(values).flatMap(({ key, value }) => {
    const read = readNewAnswer(fact, value)
    return read.ok ? [{ old: key, answer: read.value }] : []
  })
}
