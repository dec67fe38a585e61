import type * as z from 'zod'
import { type DocumentNode, type Path, findChild, findNode } from '../document/node.ts'
import { buildFact } from './build-fact.ts'
import { buildReplaced } from './build-replaced.ts'
import type { Condition } from './condition.ts'
import { readCondition } from './condition-form.ts'
import type { Clause, Criterion, Difference, Pack, Source, Veto, WatchPoint } from './pack.ts'
import { keysOf } from './pack-tree.ts'
import type { buildPackSchema } from './schema.ts'

type WrittenPack = z.infer<ReturnType<typeof buildPackSchema>>
type Written<Key extends 'criteria' | 'vetoes' | 'differences' | 'watch'> = NonNullable<
  WrittenPack[Key]
>[number]

/** Turn a pack as it is written, and known to be right, into the lists that the evaluation reads. */
export function buildPack(written: WrittenPack, root: DocumentNode): Pack {
  const { vetoes = [], shared = [], differences = [], watch = [], boundary, ...others } = written
  const { 'ask-first': askFirst = [], replaced: _, ...head } = others
  const order = keysOf(findChild(root, 'options'))
  const facts = listById(written.facts, findChild(root, 'facts')).map((fact) =>
    buildFact(fact, keysOf(findNode(root, ['facts', fact.id, 'values']))),
  )
  return {
    ...head,
    options: listById(written.options, findChild(root, 'options')),
    sources: listById(written.sources, findChild(root, 'sources')).map(buildSource),
    scope: { ...written.scope, when: conditionAt(root, ['scope']) },
    drivers: listById(written.drivers, findChild(root, 'drivers')),
    facts,
    criteria: written.criteria.map((criterion, index) => buildCriterion(criterion, root, index)),
    vetoes: vetoes.map((veto, index) => buildVeto(veto, root, index)),
    shared,
    differences: differences.map((difference) => buildDifference(difference, order)),
    watch: watch.map((point, index) => buildWatchPoint(point, root, index)),
    boundary: boundary?.advice ?? [],
    ...(boundary?.burden && {
      burden: { ...boundary.burden, when: conditionAt(root, ['boundary', 'burden']) },
    }),
    askFirst,
    replaced: buildReplaced(findChild(root, 'replaced'), facts),
  }
}

function buildSource({
  note,
  ...source
}: { readonly note?: string | undefined } & Omit<Source, 'note'>): Source {
  return note === undefined ? source : { ...source, note }
}

function buildCriterion(criterion: Written<'criteria'>, root: DocumentNode, index: number): Criterion {
  return {
    ...criterion,
    favours: listOf(criterion.favours),
    when: conditionAt(root, ['criteria', index]),
    gain: buildClause(criterion.gain),
    loss: buildClause(criterion.loss),
  }
}

function buildClause(written: string | Clause): Clause {
  return typeof written === 'string' ? { text: written, basis: 'judgement', sources: [] } : written
}

function buildVeto(veto: Written<'vetoes'>, root: DocumentNode, index: number): Veto {
  return { ...veto, against: listOf(veto.against), when: conditionAt(root, ['vetoes', index]) }
}

/** Every option in the pack's order, whatever the order in the difference. */
function buildDifference(
  { options, ...difference }: Written<'differences'>,
  order: readonly string[],
): Difference {
  const sides = order.flatMap((option) => {
    const side = options[option]
    return side === undefined ? [] : [{ option, ...side, bearing: side.bearing ?? ('neutral' as const) }]
  })
  return { ...difference, sides }
}

function buildWatchPoint(
  { when, if: clause, ...point }: Written<'watch'>,
  root: DocumentNode,
  index: number,
): WatchPoint {
  if (when === undefined) return point
  const condition = conditionAt(root, ['watch', index])
  return { ...point, when: condition, ...(clause !== undefined && { if: clause }) }
}

function conditionAt(root: DocumentNode, path: Path): Condition {
  const node = findNode(root, [...path, 'when'])
  return node === undefined ? { all: [] } : readCondition(node)
}

/** The order is the tree's: JavaScript moves keys that look like numbers to the front. */
function listById<Value extends object>(
  values: Readonly<Record<string, Value>>,
  node: DocumentNode | undefined,
): readonly (Value & { readonly id: string })[] {
  return keysOf(node).flatMap((id) => {
    const value = values[id]
    return value === undefined ? [] : [{ id, ...value }]
  })
}

function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? [names] : names
}
