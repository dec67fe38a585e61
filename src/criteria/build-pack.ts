import type * as z from 'zod/mini'
import { type DocumentNode, type Path, entriesOf, findChild, findNode, textOf } from '../document/node.ts'
import type { Fact, Replacement } from '../profile/fact.ts'
import { readNewAnswer } from './check-replaced.ts'
import type { Condition } from './condition.ts'
import { readCondition } from './condition-form.ts'
import type { DetectionRule, WrittenDetection } from './detection.ts'
import type { WrittenFact } from './fact-schema.ts'
import { keysOf } from './pack-tree.ts'
import type { Clause, Criterion, Option, Pack } from './pack.ts'
import type { buildHouseSchema } from './house-schema.ts'
import type { buildPackSchema } from './schema.ts'

/** Turn a pack as it is written, and known to be right, into the lists that the evaluation reads. */
export function buildPack(written: Written, root: DocumentNode): Pack {
  const { shared = [], differences = [], boundary, vetoes: _vetoes, watch: _watch, ...others } = written
  const { 'ask-first': askFirst = [], 'tie-break': tieBreak, replaced: _replaced, ...head } = others
  const lists = buildLists(written, root)
  return {
    ...head,
    ...lists,
    scope: { ...written.scope, when: conditionAt(root, 'scope') },
    shared,
    differences: differences.map((difference) => buildDifference(lists.options, difference)),
    boundary: boundary?.advice ?? [],
    ...(boundary?.burden && {
      burden: { ...boundary.burden, when: conditionAt(root, 'boundary', 'burden') },
    }),
    ...(tieBreak && { tieBreak }),
    askFirst,
  }
}

type WrittenLists = Pick<
  z.infer<ReturnType<typeof buildHouseSchema>>,
  'options' | 'sources' | 'drivers' | 'facts' | 'criteria' | 'vetoes' | 'watch'
>

/**
 * The lists that a pack and a house have alike.
 *
 * @param base what a house extends: its options and facts are known as well
 */
export function buildLists(written: WrittenLists, root: DocumentNode, base?: Pack) {
  const facts = listById(written.facts ?? {}, root, 'facts').map((fact) => buildFact(fact, root))
  const options = listById(written.options ?? {}, root, 'options')
  const all = [...(base?.options ?? []), ...options]
  return {
    options,
    sources: listById(written.sources ?? {}, root, 'sources'),
    drivers: listById(written.drivers ?? {}, root, 'drivers'),
    facts,
    criteria: (written.criteria ?? []).map(({ favours, against, ...criterion }, index) => ({
      ...criterion,
      ...(against === undefined ? { favours: listOf(favours ?? []) } : speakAgainst(all, listOf(against))),
      when: conditionAt(root, 'criteria', index),
      gain: buildClause(criterion.gain),
      loss: buildClause(criterion.loss),
    })),
    vetoes: (written.vetoes ?? []).map((veto, index) => ({
      ...veto,
      against: listOf(veto.against),
      when: conditionAt(root, 'vetoes', index),
    })),
    watch: (written.watch ?? []).map(({ when, ...point }, index) => ({
      ...point,
      ...(when !== undefined && { when: conditionAt(root, 'watch', index) }),
    })),
    replaced: buildReplaced(root, [...(base?.facts ?? []), ...facts]),
    detection: facts.flatMap((fact) => buildDetection(fact, written.facts?.[fact.id]?.detect ?? [])),
  }
}

function buildFact(
  { detect: _detect, ...written }: WrittenFact & { readonly id: string },
  root: DocumentNode,
): Fact {
  if (written.type === 'boolean') return written
  if (written.type === 'number') {
    const { unit, ...fact } = written
    return typeof unit === 'string' ? { ...fact, unit } : { ...fact, unit: unit.other, unitOfOne: unit.one }
  }
  const values = listById(written.values, root, 'facts', written.id, 'values')
  if (written.type === 'one-of') return { ...written, values }
  const { 'if-added': ifAdded, 'if-removed': ifRemoved, values: _, ...fact } = written
  return { ...fact, ifAdded, ifRemoved, values }
}

function buildDetection(fact: Fact, rules: readonly WrittenDetection[]): readonly DetectionRule[] {
  return rules.map(({ answer, 'at-least': atLeast, 'whole-project': wholeProject = false, ...rule }) => ({
    ...rule,
    fact: fact.id,
    answer: answer === undefined ? null : fact.type === 'set-of' ? [String(answer)] : answer,
    ...(atLeast !== undefined && { atLeast }),
    wholeProject,
  }))
}

type Written = z.infer<ReturnType<typeof buildPackSchema>>

function buildDifference(
  options: Pack['options'],
  { options: sides, ...difference }: NonNullable<Written['differences']>[number],
): Pack['differences'][number] {
  return {
    ...difference,
    sides: options.flatMap(({ id }) => {
      const side = sides[id]
      return side === undefined ? [] : [{ option: id, ...side, bearing: side.bearing ?? 'neutral' }]
    }),
  }
}

/** Against some options counts as for all others. */
export const speakAgainst = (
  options: readonly Option[],
  against: readonly string[],
): Required<Pick<Criterion, 'favours' | 'against'>> => ({
  favours: options.map(({ id }) => id).filter((id) => !against.includes(id)),
  against,
})

const buildClause = (written: string | Clause): Clause =>
  typeof written === 'string' ? { text: written, basis: 'judgement', sources: [] } : written

function conditionAt(root: DocumentNode, ...path: Path): Condition {
  const node = findNode(root, [...path, 'when'])
  return node === undefined ? { all: [] } : readCondition(node)
}

/** The order is the tree's: JavaScript moves keys that look like numbers to the front. */
function listById<Value extends object>(
  values: Readonly<Record<string, Value>>,
  root: DocumentNode,
  ...path: Path
): readonly (Value & { readonly id: string })[] {
  return keysOf(findNode(root, path)).flatMap((id) => {
    const value = values[id]
    return value === undefined ? [] : [{ id, ...value }]
  })
}

const listOf = (names: string | readonly string[]): readonly string[] =>
  typeof names === 'string' ? [names] : names

function buildReplaced(root: DocumentNode, facts: readonly Fact[]): readonly Replacement[] {
  return entriesOf(findChild(root, 'replaced')).map(({ key, value }) => {
    const by = textOf(findChild(value, 'by'))
    const says = textOf(findChild(value, 'says'))
    const values = findChild(value, 'values')
    const fact = facts.find(({ id }) => id === by)
    const answers = entriesOf(values).flatMap((entry) => {
      const read = fact && readNewAnswer(fact, entry.value)
      return read?.ok ? [{ old: entry.key, answer: read.value }] : []
    })
    return {
      id: key,
      ...(by !== undefined && { by }),
      ...(values !== undefined && fact !== undefined && { values: answers }),
      ...(says !== undefined && { says }),
    }
  })
}
