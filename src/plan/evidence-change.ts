import type { EvidenceData } from '../record/evidence/evidence-data.ts'
import { degreeWord } from '../record/words.ts'

/** What speaks for a decision now and did not when the record was written. */
export interface EvidenceChange {
  /** How sure the record is and was; null where that is the same. */
  readonly confidence: { readonly was: string; readonly now: string } | null
  /** The facts that are answered otherwise, with the components that have them. */
  readonly facts: readonly { readonly fact: string; readonly component: string }[]
  /** What is gone, and what is new, as sentences. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
}

interface Told {
  readonly gone: string | undefined
  readonly added: string | undefined
}

/** Compares what a record rests on with what it would rest on now. Null where that is the same. */
export function compareEvidence(before: EvidenceData, now: EvidenceData): EvidenceChange | null {
  const [was, is] = [sureness(before), sureness(now)]
  const confidence = was !== is && was !== '' && is !== '' ? { was, now: is } : null
  const facts = changedFacts(before, now)
  const rules = [...changedConstraint(before, now), ...(facts.length > 0 ? [] : changedRules(before, now))]
  const gone = [...new Set([...facts, ...rules].flatMap(({ gone: sentence }) => sentence ?? []))]
  const added = [...new Set([...facts, ...rules].flatMap(({ added: sentence }) => sentence ?? []))]
  return confidence === null && facts.length + rules.length === 0
    ? null
    : { confidence, facts: facts.map(({ fact, component }) => ({ fact, component })), gone, added }
}

const sureness = ({ confidence, settled }: EvidenceData): string =>
  confidence === null ? '' : `${degreeWord[confidence]}${settled ? '' : ', provisional'}`

type ComponentData = EvidenceData['components'][number]

/** The components of both, by id; one that is gone or new has no facts on the other side. */
const pairsOf = (before: EvidenceData, now: EvidenceData) =>
  [...new Set([...before.components, ...now.components].map(({ id }) => id))].map((id) => ({
    id,
    old: before.components.find((component) => component.id === id),
    current: now.components.find((component) => component.id === id),
  }))

/** Of a project with several components, a sentence names its own unless it is about all of them. */
function changedFacts(before: EvidenceData, now: EvidenceData) {
  const changed = pairsOf(before, now).flatMap(({ id, old, current }) =>
    [...new Set([old, current].flatMap((component) => Object.keys(component?.facts ?? {})))]
      .filter((fact) => answerKey(old, fact) !== answerKey(current, fact))
      .map((fact) => ({
        fact,
        component: id,
        old: old?.facts[fact]?.says,
        current: current?.facts[fact]?.says,
      })),
  )
  const isShared = (one: (typeof changed)[number]): boolean =>
    changed.filter(
      ({ fact, old, current }) => fact === one.fact && old === one.old && current === one.current,
    ).length === now.components.length
  return changed.map((one) => {
    const name = [...now.components, ...before.components].find(({ id }) => id === one.component)?.name
    const told = (says: string | undefined) =>
      says === undefined ? undefined : isShared(one) ? says : `${name}: ${says}`
    return { fact: one.fact, component: one.component, gone: told(one.old), added: told(one.current) }
  })
}

/** What was assumed and has been answered alike since makes no difference. */
const answerKey = (component: ComponentData | undefined, fact: string): string =>
  JSON.stringify(component?.facts[fact]?.answer ?? null)

/** Which driver decides first is said by the profile, beside its facts. */
function changedConstraint(before: EvidenceData, now: EvidenceData): readonly Told[] {
  const [gone, added] = [constraintText(before), constraintText(now)]
  return gone === added ? [] : [{ gone, added }]
}

const constraintText = ({ dominantConstraint: driver }: EvidenceData): string | undefined =>
  driver === undefined ? undefined : `\`${driver}\` is the dominant constraint.`

/** With the same facts, the comparison has changed. */
const changedRules = (before: EvidenceData, now: EvidenceData): readonly Told[] =>
  pairsOf(before, now).flatMap(({ old, current }) => {
    const [was, is] = [ruleTexts(old), ruleTexts(current)]
    return [...new Set([...was.keys(), ...is.keys()])]
      .map((rule) => ({ gone: was.get(rule), added: is.get(rule) }))
      .filter(({ gone, added }) => gone !== added)
  })

/** What each rule that holds says, by its id. */
const ruleTexts = (component: ComponentData | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(component?.criteria ?? {}).map(([id, { favours, against, driver, strength }]) => {
      const whom = against === undefined ? `for ${favours.join(', ')}` : `against ${against.join(', ')}`
      return [id, `The criterion \`${id}\` speaks ${whom} (${driver}, ${strength}).`] as const
    }),
    ...(component?.vetoes ?? []).map((id) => [id, `The veto \`${id}\` holds.`] as const),
  ])
