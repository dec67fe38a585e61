import { diffArrays } from 'diff'

/** A stretch of a merge: lines that are settled, or lines on which the two sides disagree. */
export type Segment =
  | { readonly kind: 'settled'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict'
      readonly base: readonly string[]
      readonly mine: readonly string[]
      readonly theirs: readonly string[]
      /** Line of the first disputed line in `mine`, counted from 1. */
      readonly line: number
    }

/** Lines `start` to `end` (exclusive) of the base, and what one side has in their place. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

interface Cluster {
  readonly start: number
  readonly end: number
  readonly mine: readonly Hunk[]
  readonly theirs: readonly Hunk[]
}

/**
 * Three-way merge of texts with line feeds, as git does it: changes of one side are taken, equal changes of both are
 * taken once, and changes that overlap or touch are a conflict. Blank lines of `mine` give way to a change that they
 * touch. Differences are found with Myers' algorithm.
 * What `mine` changes in a disputed stretch of the base (line indices, `end` exclusive) is a conflict in any case.
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
  isDisputed: (start: number, end: number) => boolean = () => false,
): readonly Segment[] {
  const baseLines = base.split('\n')
  const clusters = clusterHunks(hunksOf(baseLines, mine.split('\n')), hunksOf(baseLines, theirs.split('\n')))
  const segments: Segment[] = []
  let settled: string[] = []
  let position = 0
  let shift = 0
  for (const cluster of clusters) {
    settled.push(...baseLines.slice(position, cluster.start))
    const sides = sidesOf(baseLines, cluster)
    const edits = cluster.mine.filter((hunk) => !isBlank(baseLines, hunk))
    const disputed = edits.length > 0 && isDisputed(cluster.start, cluster.end)
    const agreed = disputed ? null : agreementOf({ ...cluster, mine: edits }, sides)
    if (agreed === null) {
      segments.push({ kind: 'settled', lines: settled })
      segments.push({ kind: 'conflict', ...sides, line: cluster.start + shift + 1 })
      settled = []
    } else settled.push(...agreed)
    position = cluster.end
    shift += sides.mine.length - sides.base.length
  }
  segments.push({ kind: 'settled', lines: [...settled, ...baseLines.slice(position)] })
  return segments
}

/** The lines that one side has in place of the base's. */
function hunksOf(base: readonly string[], side: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let position = 0
  let open: { start: number; end: number; lines: string[] } | null = null
  for (const { added, removed, value } of diffArrays([...base], [...side])) {
    if (!added && !removed) {
      if (open !== null) hunks.push(open)
      open = null
      position += value.length
      continue
    }
    open ??= { start: position, end: position, lines: [] }
    if (added) open.lines.push(...value)
    else {
      position += value.length
      open.end = position
    }
  }
  if (open !== null) hunks.push(open)
  return hunks
}

/** Blank lines alone are layout. */
const isBlank = (base: readonly string[], { start, end, lines }: Hunk): boolean =>
  [...base.slice(start, end), ...lines].every((line) => line.trim() === '')

/** Hunks of both sides that overlap or touch belong together. */
function clusterHunks(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Cluster[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, isMine: true })),
    ...theirs.map((hunk) => ({ hunk, isMine: false })),
  ]
  const clusters: Cluster[] = []
  for (const { hunk, isMine } of all.toSorted(
    (a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end,
  )) {
    const last = clusters.at(-1)
    const joins = last !== undefined && hunk.start <= last.end
    const before = joins ? last : { start: hunk.start, end: hunk.end, mine: [], theirs: [] }
    const grown: Cluster = {
      start: before.start,
      end: Math.max(before.end, hunk.end),
      mine: isMine ? [...before.mine, hunk] : before.mine,
      theirs: isMine ? before.theirs : [...before.theirs, hunk],
    }
    if (joins) clusters[clusters.length - 1] = grown
    else clusters.push(grown)
  }
  return clusters
}

interface Sides {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

function sidesOf(base: readonly string[], { start, end, mine, theirs }: Cluster): Sides {
  const apply = (hunks: readonly Hunk[]): readonly string[] => {
    let position = start
    const lines = hunks.flatMap((hunk) => {
      const kept = base.slice(position, hunk.start)
      position = hunk.end
      return [...kept, ...hunk.lines]
    })
    return [...lines, ...base.slice(position, end)]
  }
  return { base: base.slice(start, end), mine: apply(mine), theirs: apply(theirs) }
}

function agreementOf(
  { mine: myHunks, theirs: theirHunks }: Cluster,
  { mine, theirs }: Sides,
): readonly string[] | null {
  if (theirHunks.length === 0) return mine
  if (myHunks.length === 0) return theirs
  return mine.length === theirs.length && mine.every((line, index) => line === theirs[index]) ? mine : null
}

export const isClean = (segments: readonly Segment[]): boolean =>
  segments.every(({ kind }) => kind === 'settled')

/** The merged text, with the given lines for each conflict. */
export const settle = (
  segments: readonly Segment[],
  choose: (conflict: Extract<Segment, { kind: 'conflict' }>) => readonly string[],
): string =>
  segments.flatMap((segment) => (segment.kind === 'settled' ? segment.lines : choose(segment))).join('\n')
