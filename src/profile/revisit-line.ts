import type { SourceText } from '../diagnostics/diagnostic.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { findNode } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'

/** The line, counted from 1, where a profile says by which day a decision is to be looked at again. */
export function revisitLine(source: SourceText, decision: number): number | null {
  const document = readYaml(source)
  if (!document.ok) return null
  const { root } = document.value
  const node = findNode(root, ['decisions', decision, 'revisit-by']) ?? findNode(root, ['revisit-by'])
  return node === undefined ? null : locateOffset(source.text, node.place.start).line
}
