import {
  type Diagnostic,
  type Place,
  type Result,
  diagnose,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import type { ArgumentsByCode } from '../diagnostics/diagnostic-arguments.ts'
import { MOST_DIAGNOSTICS } from '../diagnostics/sort-diagnostics.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { writtenOf, wrongType } from '../document/describe-value.ts'
import { isSame } from '../document/same-value.ts'
import { type DocumentNode, type MapEntry, entriesOf, textOf } from '../document/node.ts'
import type { Fact, FactState, Replacement } from './fact.ts'
import { ownKey } from './facts-of-pack.ts'
import type { Component } from './profile.ts'
import { readFactState } from './read-answer.ts'
import type { CriteriaRequest, PackOutlines } from './read-decisions.ts'
import { replacedAnswers } from './replaced-answers.ts'

/** The facts that a profile may speak of. */
export interface FactCatalogue {
  /** By its id, in the order of the packs; after these by `pack/fact`, for one pack alone. */
  readonly facts: ReadonlyMap<string, Fact>
  /** Ids by which packs mean different things, with what to write instead. */
  readonly apart: ReadonlyMap<string, ArgumentsByCode['conflicting-facts']>
  /** What became of old facts, by their ids. */
  readonly replaced: ReadonlyMap<string, Replacement>
  /** What `pack/fact` is now, where the pack was called something else. */
  readonly former: ReadonlyMap<string, string>
  /** Whether every pack that is asked for was there; where one is missing, a strange fact may be one of its own. */
  readonly complete: boolean
  readonly problems: readonly Diagnostic[]
}

export interface FactReading {
  readonly states: ReadonlyMap<string, FactState>
  readonly problems: readonly Diagnostic[]
}

/** Put the facts of all packs together. What two packs ask alike has one answer; what differs has one for each. */
export function collectFacts(requests: readonly CriteriaRequest[], packs: PackOutlines): FactCatalogue {
  const [facts, own] = [new Map<string, Fact>(), new Map<string, Fact>()]
  const apart = new Map<string, ArgumentsByCode['conflicting-facts']>()
  const problems: Diagnostic[] = []
  for (const { fact, pack, criteria, place, others } of askedFacts(requests, packs)) {
    const key = ownKey(pack, fact.id)
    const same = others.find((one) => one.pack === pack && !isSameFact(one.fact, fact))
    const other = others.find((one) => describeForm(one.fact) !== describeForm(fact))
    const [first] = others
    // A pack and a house over it have one id: nothing could name what they ask apart.
    if (same !== undefined)
      problems.push(
        diagnose('conflicting-facts', place, { fact: fact.id, criteria, other: same.criteria, keys: [] }),
      )
    else if (other === undefined) facts.set(fact.id, first?.fact ?? fact)
    else {
      const keys = [...new Set([...others.map((one) => ownKey(one.pack, fact.id)), key])]
      apart.set(fact.id, { fact: fact.id, criteria, other: other.criteria, keys })
    }
    own.set(key, fact)
  }
  for (const id of apart.keys()) facts.delete(id)
  const complete = requests.every(({ criteria }) => packs.has(criteria))
  const replaced = requests.flatMap(({ criteria }) => packs.get(criteria)?.replaced ?? [])
  return {
    facts: new Map([...facts, ...own]),
    apart,
    replaced: new Map(replaced.map((old) => [old.id, old])),
    former: formerKeys(requests, packs),
    complete,
    problems,
  }
}

/** The facts of packs that were renamed, under the keys that they had. */
const formerKeys = (requests: readonly CriteriaRequest[], packs: PackOutlines): ReadonlyMap<string, string> =>
  new Map(
    requests.flatMap(({ criteria }) => {
      const { id = '', renames = [], facts = [] } = packs.get(criteria) ?? {}
      return renames.flatMap((name) =>
        facts.map((fact) => [ownKey(name, fact.id), ownKey(id, fact.id)] as const),
      )
    }),
  )

/** What is probably meant by a fact that no pack asks. */
const nearestTo = (key: string, { facts, former }: FactCatalogue): string | null =>
  former.get(key) ?? findNearestName(key, [...facts.keys()])

interface AskedFact {
  readonly fact: Fact
  /** The id of the pack. */
  readonly pack: string
  readonly criteria: string
  readonly place: Place
}

/** Every fact of every pack, with those of the same id that packs before it ask. */
function askedFacts(
  requests: readonly CriteriaRequest[],
  packs: PackOutlines,
): readonly (AskedFact & { readonly others: readonly AskedFact[] })[] {
  const byId = new Map<string, AskedFact[]>()
  return requests.flatMap(({ criteria, place }) => {
    const { id: pack = criteria, facts = [] } = packs.get(criteria) ?? {}
    return facts.map((fact) => {
      const asked = { fact, pack, criteria, place }
      const others = byId.get(fact.id) ?? []
      byId.set(fact.id, [...others, asked])
      return { ...asked, others }
    })
  })
}

/** Read one map of facts. */
export function readFacts(node: DocumentNode | undefined, catalogue: FactCatalogue): FactReading {
  const states = new Map<string, FactState>()
  const problems: Diagnostic[] = []
  const isNothing = node === undefined || (node.kind === 'scalar' && node.value === null)
  if (!isNothing && node.kind !== 'map') problems.push(wrongType(node, 'map', formOfFacts(node, catalogue)))
  const replaced = replacedAnswers(entriesOf(node), catalogue.facts, catalogue.replaced)
  for (const entry of entriesOf(node)) {
    if (problems.length >= MOST_DIAGNOSTICS) break
    const read = readEntry(entry, catalogue, replaced.get(entry.key))
    if (!read.ok) problems.push(...read.diagnostics)
    else if (read.value !== null) states.set(entry.key, read.value)
  }
  return { states, problems }
}

/** How facts are written, by the one that is named, or else the first. */
function formOfFacts(node: DocumentNode, { facts }: FactCatalogue): string | undefined {
  const named = facts.get(textOf(node) ?? '')
  for (const fact of named === undefined ? facts.values() : [named]) {
    if (fact.type === 'boolean') return `{ ${fact.id}: true }`
    if (fact.type === 'number') return `{ ${fact.id}: ${fact.minimum ?? 1} }`
    const value = fact.values[0]?.id
    return fact.type === 'one-of' ? `{ ${fact.id}: ${value} }` : `{ ${fact.id}: [${value}] }`
  }
  return undefined
}

/** A fact that stands beside `facts:` belongs below it. */
export function withFactsPlace({ facts }: FactCatalogue, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'unknown-key' || !facts.has(diagnostic.arguments.key)) return diagnostic
  return { ...diagnostic, arguments: { ...diagnostic.arguments, below: 'facts' } }
}

/** Null where nothing can be told of the fact, because a pack is missing. */
function readEntry(
  entry: MapEntry,
  catalogue: FactCatalogue,
  replaced: Diagnostic | undefined,
): Result<FactState | null> {
  const { facts, apart, complete } = catalogue
  const fact = facts.get(entry.key)
  const conflict = apart.get(entry.key)
  if (conflict !== undefined) return fail(diagnose('conflicting-facts', entry.keyPlace, conflict))
  if (fact === undefined && !complete) return succeed(null)
  if (replaced !== undefined) return fail(replaced)
  if (fact !== undefined) return readFactState(fact, entry)
  const nearest = nearestTo(entry.key, catalogue)
  return fail(diagnose('unknown-fact', entry.keyPlace, { fact: entry.key, nearest }))
}

/** A list of facts names facts that are asked. */
export function checkFactNames(
  nodes: readonly DocumentNode[],
  catalogue: FactCatalogue,
): readonly Diagnostic[] {
  const { facts, apart, complete } = catalogue
  const strange = nodes.filter((node) => textOf(node) !== undefined && !facts.has(textOf(node) ?? ''))
  return (complete ? strange : []).map((node) => {
    const fact = writtenOf(node)
    const conflict = apart.get(fact)
    if (conflict !== undefined) return diagnose('conflicting-facts', node.place, conflict)
    return diagnose('unknown-fact', node.place, { fact, nearest: nearestTo(fact, catalogue) })
  })
}

/** What holds for one component: its own word, else the project's, else what the pack assumes. */
export function settleFacts(
  catalogue: FactCatalogue,
  project: ReadonlyMap<string, FactState>,
  own: ReadonlyMap<string, FactState>,
): Pick<Component, 'facts' | 'inherited'> {
  const facts = new Map<string, FactState>()
  const inherited = new Set<string>()
  for (const [key, fact] of catalogue.facts) {
    const shared = key === fact.id ? undefined : catalogue.facts.get(fact.id)
    const isSaid = own.has(key) || project.has(key)
    // What a pack asks as others do has an entry of its own only where something else holds for it.
    if (shared !== undefined && !isSaid && isSame(shared.assume, fact.assume)) continue
    const said = [own.get(key), own.get(fact.id), project.get(key), project.get(fact.id)].find(Boolean)
    facts.set(key, settleState(fact, said ?? { state: 'unanswered' }))
    if (!own.has(key) && !own.has(fact.id)) inherited.add(key)
  }
  return { facts, inherited }
}

/** What is not answered may be assumed. */
export const settleState = (fact: Fact, said: FactState): FactState =>
  said.state === 'unanswered' && fact.assume !== undefined ? { state: 'assumed', answer: fact.assume } : said

const isSameFact = (a: Fact, b: Fact): boolean =>
  describeForm(a) === describeForm(b) && isSame(a.assume, b.assume)

function describeForm(fact: Fact): string {
  const values = 'values' in fact ? fact.values.map((value) => value.id) : []
  const bounds = fact.type === 'number' ? [fact.unit, fact.minimum, fact.maximum] : []
  return JSON.stringify([fact.type, values, bounds])
}
