import { type Diagnostic, type Result, diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { MOST_DIAGNOSTICS } from '../diagnostics/sort-diagnostics.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { writtenOf, wrongType } from '../document/describe-value.ts'
import { type DocumentNode, type MapEntry, entriesOf, textOf } from '../document/node.ts'
import type { Fact, FactState, Replacement } from './fact.ts'
import type { Component } from './profile.ts'
import { readFactState } from './read-answer.ts'
import type { CriteriaRequest, PackOutlines } from './read-decisions.ts'
import { replacedAnswers } from './replaced-answers.ts'

/** The facts that a profile may speak of. */
export interface FactCatalogue {
  /** In the order of the packs. */
  readonly facts: ReadonlyMap<string, Fact>
  /** What became of old facts, by their ids. */
  readonly replaced: ReadonlyMap<string, Replacement>
  /** Whether every pack that is asked for was there; where one is missing, a strange fact may be one of its own. */
  readonly complete: boolean
  readonly problems: readonly Diagnostic[]
}

export interface FactReading {
  readonly states: ReadonlyMap<string, FactState>
  readonly problems: readonly Diagnostic[]
}

/** Put the facts of all packs together. Two packs may ask the same question, if they mean the same by it. */
export function collectFacts(requests: readonly CriteriaRequest[], packs: PackOutlines): FactCatalogue {
  const facts = new Map<string, Fact>()
  const origins = new Map<string, string>()
  const problems: Diagnostic[] = []
  for (const { criteria, place } of requests) {
    for (const fact of packs.get(criteria)?.facts ?? []) {
      const known = facts.get(fact.id)
      const other = origins.get(fact.id) ?? criteria
      if (known === undefined) {
        facts.set(fact.id, fact)
        origins.set(fact.id, criteria)
      } else if (describeForm(known) !== describeForm(fact)) {
        problems.push(diagnose('conflicting-facts', place, { fact: fact.id, criteria, other }))
      }
    }
  }
  const complete = requests.every(({ criteria }) => packs.has(criteria))
  const replaced = requests.flatMap(({ criteria }) => packs.get(criteria)?.replaced ?? [])
  return { facts, replaced: new Map(replaced.map((old) => [old.id, old])), complete, problems }
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
  { facts, complete }: FactCatalogue,
  replaced: Diagnostic | undefined,
): Result<FactState | null> {
  const fact = facts.get(entry.key)
  if (fact === undefined && !complete) return succeed(null)
  if (replaced !== undefined) return fail(replaced)
  if (fact !== undefined) return readFactState(fact, entry)
  const nearest = findNearestName(entry.key, [...facts.keys()])
  return fail(diagnose('unknown-fact', entry.keyPlace, { fact: entry.key, nearest }))
}

/** A list of facts names facts that are asked. */
export function checkFactNames(
  nodes: readonly DocumentNode[],
  { facts, complete }: FactCatalogue,
): readonly Diagnostic[] {
  const strange = nodes.filter((node) => textOf(node) !== undefined && !facts.has(textOf(node) ?? ''))
  return (complete ? strange : []).map((node) => {
    const fact = writtenOf(node)
    return diagnose('unknown-fact', node.place, { fact, nearest: findNearestName(fact, [...facts.keys()]) })
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
  for (const [id, fact] of catalogue.facts) {
    facts.set(id, settleState(fact, own.get(id) ?? project.get(id) ?? { state: 'unanswered' }))
    if (!own.has(id)) inherited.add(id)
  }
  return { facts, inherited }
}

/** What is not answered may be assumed. */
export const settleState = (fact: Fact, said: FactState): FactState =>
  said.state === 'unanswered' && fact.assume !== undefined ? { state: 'assumed', answer: fact.assume } : said

function describeForm(fact: Fact): string {
  const values = 'values' in fact ? fact.values.map((value) => value.id) : []
  const bounds = fact.type === 'number' ? [fact.unit, fact.minimum, fact.maximum] : []
  return JSON.stringify([fact.type, values, bounds, fact.assume])
}
