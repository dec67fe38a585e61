import type { Pack } from '../criteria/pack.ts'
import { countOf } from '../record/words.ts'
import { type LintFinding, findingAt } from './lint-finding.ts'

/** Words of addresses behind which a whole manual begins. */
const roots: ReadonlySet<string> = new Set([
  'docs',
  'doc',
  'documentation',
  'manual',
  'en',
  'latest',
  'stable',
])

const leadsToRoot = (url: string): boolean => {
  const [, ...parts] = url.slice('https://'.length).split('/')
  return parts.every((part) => part === '' || part === 'index.html' || roots.has(part))
}

/** A reader has to find the statement: a site, or the root of a manual, is too much to read. */
export function findWholeSites({ sources }: Pack): readonly LintFinding[] {
  return sources
    .filter(({ url, note }) => note === undefined && url !== undefined && leadsToRoot(url))
    .map(({ id }) =>
      findingAt(
        'whole-site',
        ['sources', id],
        `\`${id}\` leads to a whole site or manual`,
        'cite the page and its section, or add a `note` that says what is meant',
      ),
    )
}

/** Sources, and the pack itself, that nobody has looked at since some day. */
export function findOldSources(pack: Pack, limit: string, months: number): readonly LintFinding[] {
  const help = `read it again, as it is older than ${countOf(months, 'month')}, and set \`verified\``
  const old = (path: readonly string[], at: string, name: string, day: string): readonly LintFinding[] =>
    day >= limit ? [] : [{ rule: 'old-source', at, path, message: `${name} was last read on ${day}`, help }]
  return [
    ...old(['verified'], pack.id, 'the pack as a whole', pack.verified),
    ...pack.sources.flatMap(({ id, verified }) => old(['sources', id], id, `\`${id}\``, verified)),
  ]
}
