import type { Pack } from '../criteria/pack.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import { type Evidence, type Finding, type Sign, placeWords } from './finding.ts'

/** Puts together what several signs tell of each fact. Values of a set add up; of anything else, two answers are none. */
export const settleSigns = (pack: Pack, signs: readonly Sign[]): readonly Finding[] =>
  pack.facts.flatMap((fact) => {
    const own = signs.filter((sign) => sign.fact.id === fact.id)
    return own.length === 0 ? [] : [settle(fact, own)]
  })

function settle(fact: Fact, signs: readonly Sign[]): Finding {
  const answer = fact.type === 'set-of' ? inOrder(fact.values, signs) : onlyAnswer(signs)
  return {
    fact,
    answer,
    evidence: firstOfEach(signs.map(({ evidence }) => evidence)),
    isOfRepository: signs.some(({ isOfRepository }) => isOfRepository),
  }
}

function inOrder(values: readonly { readonly id: string }[], signs: readonly Sign[]): readonly string[] {
  const found = new Set(signs.flatMap(({ answer }) => (typeof answer === 'object' ? answer : [])))
  return values.map(({ id }) => id).filter((id) => found.has(id))
}

function onlyAnswer(signs: readonly Sign[]): Answer | null {
  const [first, ...others] = new Set(signs.map(({ answer }) => answer))
  return first === undefined || others.length > 0 ? null : first
}

/** What bears out each sign comes before what bears one out twice; nothing is told twice. */
function firstOfEach(lists: readonly (readonly Evidence[])[]): readonly Evidence[] {
  const ordered = [...lists.flatMap(([first]) => first ?? []), ...lists.flatMap(([, ...more]) => more)]
  return [...new Map(ordered.map((one) => [placeWords(one), one])).values()]
}

/** What is found in every part alike is a fact of the project; the rest stays with its part. */
export function shareAlike(parts: readonly (readonly Finding[])[]): {
  readonly shared: readonly Finding[]
  readonly own: readonly (readonly Finding[])[]
} {
  const [first = []] = parts
  const shared = first.flatMap((finding) => {
    const same = parts.flatMap((findings) => findings.filter((other) => isSame(finding, other)))
    return parts.length > 1 && same.length === parts.length
      ? [{ ...finding, evidence: firstOfEach(same.map(({ evidence }) => evidence)) }]
      : []
  })
  const isShared = (finding: Finding): boolean => shared.some(({ fact }) => fact.id === finding.fact.id)
  return { shared, own: parts.map((findings) => findings.filter((finding) => !isShared(finding))) }
}

const isSame = (finding: Finding, other: Finding): boolean =>
  finding.fact.id === other.fact.id &&
  String(finding.answer) === String(other.answer) &&
  finding.answer !== null
