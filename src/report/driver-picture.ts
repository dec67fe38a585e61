import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, levelsOf } from '../evaluation/evidence.ts'
import { INDENT, type Row, fold, layoutFor } from './bar-layouts.ts'
import { columnsOf } from '../record/column-width.ts'

/**
 * How strongly each driver speaks for each option: a bar, and beside it the word for it. Two options have a side each of
 * one axis; more have columns, or lines of their own where columns do not fit. Where nothing is said there stands "none",
 * so that whoever hears the picture read aloud can tell the places apart.
 */
export function driverPicture(evaluation: Evaluation, width: number): readonly string[] {
  const { pack, covered, profile } = evaluation
  const room = width - INDENT
  const parts = covered
    .map((entry) => ({ entry, rows: rowsOf(evaluation, entry) }))
    .filter(({ rows }) => rows.length > 0)
  if (parts.length === 0) return []
  const options = pack.options.map(({ name }) => name)
  const inset = profile.divided ? INDENT : 0
  const layout = layoutFor(
    options,
    parts.flatMap(({ rows }) => rows.map(({ name }) => columnsOf(name))),
    room - inset,
  )
  return [
    ...indented(layout.header, INDENT + inset),
    ...parts.flatMap(({ entry, rows }) => [
      ...(profile.divided ? indented(fold(headingOf(evaluation, entry), room), INDENT) : []),
      ...indented(rows.flatMap(layout.linesOf), INDENT + inset),
    ]),
  ]
}

const rowsOf = ({ pack }: Evaluation, { criteria }: ComponentEvidence): readonly Row[] =>
  levelsOf(pack, criteria, 'least')
    .map((levels, driver) => ({ name: pack.drivers[driver]?.name ?? '', levels }))
    .filter(({ levels }) => levels.some((level) => level > 0))

/** "Vehicle gateway", and what it gets where the components differ. */
function headingOf({ pack, verdict }: Evaluation, { component }: ComponentEvidence): string {
  if (verdict.decision.kind !== 'split') return component.name
  const assigned = verdict.decision.assignment.get(component.id)
  return `${component.name}: ${pack.options.find(({ id }) => id === assigned)?.name ?? ''}`
}

const indented = (lines: readonly string[], indent: number): readonly string[] =>
  lines.map((line) => (' '.repeat(indent) + line).trimEnd())
