import type { Fact, FactValue } from '../profile/fact.ts'
import type { WrittenFact } from './fact-schema.ts'

/** Turn a fact as a pack writes it into the fact that is asked; `order` holds the ids of its values. */
export function buildFact(written: WrittenFact & { readonly id: string }, order: readonly string[]): Fact {
  const common = buildQuestion(written)
  if (written.type === 'boolean') return { ...common, type: 'boolean', yes: written.yes, no: written.no }
  const { says } = written
  if (written.type === 'set-of') {
    const { empty, 'if-added': ifAdded, 'if-removed': ifRemoved, values } = written
    return { ...common, type: 'set-of', says, empty, ifAdded, ifRemoved, values: buildValues(values, order) }
  }
  const { if: clause } = written
  if (written.type === 'one-of') {
    return { ...common, type: 'one-of', says, if: clause, values: buildValues(written.values, order) }
  }
  const { unit, minimum, maximum } = written
  const bounds = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) }
  return { ...common, type: 'number', says, if: clause, unit, ...bounds }
}

function buildQuestion({ id, question, help, assume }: WrittenFact & { readonly id: string }) {
  return { id, question, ...(help !== undefined && { help }), ...(assume !== undefined && { assume }) }
}

interface WrittenValue {
  readonly label: string
  readonly means?: string | undefined
}

function buildValues(
  written: Readonly<Record<string, WrittenValue>>,
  order: readonly string[],
): readonly FactValue[] {
  return order.flatMap((id) => {
    const value = written[id]
    if (value === undefined) return []
    const { label, means } = value
    return [means === undefined ? { id, label } : { id, label, means }]
  })
}
