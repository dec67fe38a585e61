import type { Condition } from '../criteria/condition.ts'
import { checkConditionForm, readCondition } from '../criteria/condition-form.ts'
import { type DocumentNode, findChild, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import { answersOf } from '../evaluation/evidence.ts'
import { truthOf } from '../evaluation/truth.ts'
import { inlineText } from './inline-text.ts'

/** When a record says that its decision is to be looked at again. */
export interface RevisitTrigger {
  /** Counted from 1. */
  readonly line: number
  /** The sentence above the condition, as plain text. */
  readonly sentence: string
  /** All must hold; null where somebody has written something else. */
  readonly clauses: readonly Clause[] | null
}

/** A condition on each of the named components, or on any component where none is named. */
interface Clause {
  readonly components: readonly string[]
  readonly when: Condition
}

const LONGEST_CONDITION = 4096
const comment = /^[ \t]*<!-- revisit-if: (.*) -->[ \t]*$/

/** Reads the conditions of a record, which has line feeds. People may have written some of them. */
export function readTriggers(text: string): readonly RevisitTrigger[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const condition = comment.exec(line)?.[1]
    if (condition === undefined) return []
    return [{ line: index + 1, sentence: sentenceAbove(lines, index), clauses: clausesIn(condition) }]
  })
}

/** Those whose conditions the facts satisfy now. What nobody has answered satisfies nothing. */
export const metTriggers = (
  triggers: readonly RevisitTrigger[],
  evidence: readonly ComponentEvidence[],
): readonly RevisitTrigger[] =>
  triggers.filter(({ clauses }) => clauses?.every((clause) => isMet(clause, evidence)))

function isMet({ components, when }: Clause, evidence: readonly ComponentEvidence[]): boolean {
  const holds = ({ component }: ComponentEvidence): boolean =>
    truthOf(when, answersOf(component.facts)) === 'true'
  if (components.length === 0) return evidence.some(holds)
  return components.every((id) => evidence.some((entry) => entry.component.id === id && holds(entry)))
}

/** The lines of the bullet or paragraph that ends above the comment. */
function sentenceAbove(lines: readonly string[], end: number): string {
  const above: string[] = []
  for (let index = end - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '' || /^#{1,6} /.test(line)) break
    above.unshift(line.replace(/^\s*[*+-] +/, ''))
    if (/^\s*[*+-] /.test(line)) break
  }
  return inlineText(above.join(' '))
}

function clausesIn(text: string): readonly Clause[] | null {
  if (text.length > LONGEST_CONDITION) return null
  const document = readYaml({ name: '', text })
  if (!document.ok || document.value.problems.length > 0) return null
  const { root } = document.value
  const clauses = root.kind === 'list' ? root.items.map(clauseOf) : [conditionIn(root, [])]
  return clauses.every((clause) => clause !== null) ? clauses : null
}

function clauseOf(node: DocumentNode): Clause | null {
  const when = findChild(node, 'when')
  const components = itemsOf(findChild(node, 'for')).map((item) => textOf(item) ?? '')
  return when === undefined || components.length === 0 ? null : conditionIn(when, components)
}

const conditionIn = (node: DocumentNode, components: readonly string[]): Clause | null =>
  checkConditionForm(node).length > 0 ? null : { components, when: readCondition(node) }
