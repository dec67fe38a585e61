import type { Pack } from '../criteria/pack.ts'
import { type LintFinding, findingAt } from './lint-finding.ts'

/** A reader has to find the statement on the page. */
export function findBareAddresses({ sources }: Pack): readonly LintFinding[] {
  return sources
    .filter(({ url, note }) => note === undefined && !url.includes('#'))
    .map(({ id }) =>
      findingAt(
        'no-anchor',
        ['sources', id],
        `\`${id}\` leads to a whole page`,
        'add the anchor of the section, or a `note` that says what on the page is meant',
      ),
    )
}

/** Sources, and the pack itself, that nobody has looked at since some day. */
export function findOldSources(pack: Pack, limit: string, months: number): readonly LintFinding[] {
  const help = `read it again, as it is older than ${months} months, and set \`verified\``
  const old = (path: readonly string[], at: string, name: string, day: string): readonly LintFinding[] =>
    day >= limit ? [] : [{ rule: 'old-source', at, path, message: `${name} was last read on ${day}`, help }]
  return [
    ...old(['verified'], pack.id, 'the pack as a whole', pack.verified),
    ...pack.sources.flatMap(({ id, verified }) => old(['sources', id], id, `\`${id}\``, verified)),
  ]
}
