import { readRecord } from '../record-file/read-record.ts'
import { readStatus } from '../record-file/record-status.ts'
import { styleLike, withLineFeeds } from '../record-file/text-style.ts'
import { type Change, stopsRun } from './change.ts'
import { type Stretch, conflictsIn, keyOf, mineIn, stretchesOf } from './git-conflicts.ts'
import type { ExistingFiles } from './wanted-record.ts'

/** What a plan starts from after git merged two branches on which records were written anew. */
export interface MergedBranches {
  readonly files: ExistingFiles
  /** Makes a change of these files one of the files as they are. */
  readonly finish: (change: Change) => Change
}

/** A record as it is in its file, and as a plan sees it, with what the machine wrote for it on one of the branches. */
interface Merged {
  readonly file: string
  readonly text: string
  readonly base: string
}

/**
 * Ends the conflicts that git found between two texts of the machine: in the machine's own copies, and in records where the
 * same lines are in conflict. Neither side has a word of a person there, and what is written now takes the place of both.
 */
export function endOwnConflicts(existing: ExistingFiles): MergedBranches {
  const copies = [...existing.bases]
    .filter(([, base]) => base.includes('<<<<<<<'))
    .map(([id, base]) => [id, stretchesOf(base)] as const)
  const torn = new Map(copies.filter(([, stretches]) => conflictsIn(stretches).length > 0))
  const [records, bases] = [new Map(existing.records), new Map(existing.bases)]
  const merged = new Map<string, Merged>()
  for (const [path, file] of torn.size === 0 ? [] : existing.records) {
    const stretches = stretchesOf(file)
    const id = readRecord(mineIn(stretches))?.id ?? ''
    const own = torn.get(id)
    if (own === undefined) continue
    const one = mergedFrom(file, stretches, own)
    merged.set(path, one)
    records.set(path, one.text)
    bases.set(id, one.base)
  }
  return {
    files: merged.size === 0 ? existing : { ...existing, records, bases },
    finish: (change) => finished(change, merged.get(change.path)),
  }
}

/** An accepted record is what people accepted on one of the branches, which only they can tell. */
function mergedFrom(file: string, stretches: readonly Stretch[], own: readonly Stretch[]): Merged {
  const known = new Set(conflictsIn(own).map(keyOf))
  const mine = mineIn(stretches)
  const isOwn = conflictsIn(stretches).every((conflict) => known.has(keyOf(conflict)))
  const isOpen = [null, 'proposed'].includes(readStatus(mine)?.status ?? null)
  const isEnded = conflictsIn(stretches).length > 0 && isOwn && isOpen
  const text = isEnded ? styleLike(file, mine) : file
  const lines = new Set(withLineFeeds(text).split('\n'))
  const missing = (side: readonly string[]): number => side.filter((line) => !lines.has(line)).length
  const sides = own.map(({ mine: first, theirs }) =>
    theirs !== null && missing(theirs) < missing(first) ? theirs : first,
  )
  return { file, text, base: sides.flat().join('\n') }
}

function finished(change: Change, merged: Merged | undefined): Change {
  if (merged === undefined || stopsRun.has(change.kind)) return change
  const { file, base } = merged
  const isWritten = change.kind !== 'unchanged'
  return {
    ...change,
    before: file,
    kind: isWritten ? change.kind : change.after === file ? 'adopt' : 'update',
    rendered: change.rendered ?? base,
  }
}
