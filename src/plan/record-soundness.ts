import { type RecordSources, sourcesIn } from '../record/citation.ts'
import { readRecord } from '../record-file/read-record.ts'
import { sectionsOf } from '../record-file/markdown-lines.ts'

/** The texts that a merge started from: what the machine wrote, what a person made of it, and what the machine writes now. */
interface MergedVersions {
  readonly base: string
  readonly file: string
  readonly rendered: string
}

/**
 * Why a merged text is no sound record, as the end of "it was edited so that"; null when it is one. A template of
 * somebody's own may be odd: only what the merge made of it counts.
 */
export const unsoundness = (merged: string, versions: MergedVersions): string | null =>
  readRecord(merged)?.id === readRecord(versions.rendered)?.id
    ? (wrongHeading(merged, versions) ?? wrongSource(merged, versions))
    : 'its front matter could not be read any more'

/** A section that a person removed stays away, and one that a person wrote may bear the name of another. */
function wrongHeading(merged: string, { file, rendered }: MergedVersions): string | null {
  const mine = headingCounts(file)
  const now = headingCounts(merged)
  for (const [heading, wanted] of headingCounts(rendered)) {
    const count = now.get(heading) ?? 0
    const written = mine.get(heading) ?? 0
    if (count === 0 && written > 0) return `it would not have the heading \`${heading}\` any more`
    if (count > Math.max(wanted, written))
      return `it would have the heading \`${heading}\` ${count === 2 ? 'twice' : `${count} times`}`
  }
  return null
}

/** How often each heading stands in a text. */
function headingCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { level, heading } of sectionsOf(text)) {
    const line = `${'#'.repeat(level)} ${heading}`
    if (level > 0) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}

/** What the machine cites stands in the machine's list of sources, once. Sources of a person's own need not. */
function wrongSource(merged: string, { base, file, rendered }: MergedVersions): string | null {
  const [now, mine] = [sourcesIn(merged), sourcesIn(file)]
  const wanted = sourcesIn(rendered)
  const known = new Set([...sourcesIn(base).listed, ...wanted.listed])
  const dangling = now.cited.find(
    (source) =>
      known.has(source) && isDangling(source, now) && ![mine, wanted].some((one) => isDangling(source, one)),
  )
  if (dangling !== undefined) return `it would cite \`${dangling}\`, which is not among its sources`
  const doubled = wanted.listed.find((source) => countOf(source, now) > countOf(source, wanted))
  return doubled === undefined ? null : `it would have \`${doubled}\` among its sources twice`
}

const isDangling = (source: string, { cited, listed }: RecordSources): boolean =>
  cited.includes(source) && !listed.includes(source)

const countOf = (source: string, { listed }: RecordSources): number =>
  listed.filter((other) => other === source).length
