import { sectionsOf } from '../record/record-sections.ts'

/** What speaks for a decision now and did not when the record was written, as the two texts show it. */
export interface EvidenceChange {
  /** How sure the record is and was; null where that is the same, or where a template does not say it. */
  readonly confidence: { readonly was: string; readonly now: string } | null
  /** The facts that are gone, and those that are new. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
}

/** Compares two renderings of one decision. Null where they rest on the same facts, and are equally sure. */
export function compareEvidence(before: string, now: string): EvidenceChange | null {
  const [was, is] = [confidenceIn(before), confidenceIn(now)]
  const confidence = was !== null && is !== null && was !== is ? { was, now: is } : null
  const [old, current] = [factsIn(before), factsIn(now)]
  const gone = old.filter((fact) => !current.includes(fact))
  const added = current.filter((fact) => !old.includes(fact))
  return confidence === null && gone.length === 0 && added.length === 0 ? null : { confidence, gone, added }
}

/** Records say it with more or fewer words around these. */
function confidenceIn(text: string): string | null {
  const [, said = ''] = /^\*\*How sure we are: (.+)\.\*\*$/m.exec(text) ?? []
  const degree = /^(?:clear|leaning|by elimination)/.exec(said)?.[0]
  return degree === undefined ? null : `${degree}${said.includes('provisional') ? ', provisional' : ''}`
}

/** What the record says about the project: the lists below the context, without what nobody knows. */
const factsIn = (text: string): readonly string[] =>
  (sectionsOf(text).find(({ heading }) => heading === 'Context and Problem Statement')?.lines ?? [])
    .filter((line) => line.startsWith('* ') && !line.endsWith('?'))
    .map((line) => line.slice(2))
