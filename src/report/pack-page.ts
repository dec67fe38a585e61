import type { Pack } from '../criteria/pack.ts'
import { countOf, listOf, lowerFirst } from '../record/words.ts'
import { columnTable } from './column-table.ts'
import type { TextLayout } from './evaluation-text.ts'
import { boldIf, harmless, wrap } from './plain-text.ts'

/** What `criteria list` says of a pack. */
export const packSummary = ({ id, version, title, verified, summary }: Pack) => ({
  id,
  version,
  title,
  verified,
  summary,
})

/** A line for each pack. */
export function packLines(packs: readonly Pack[]): string {
  const width = Math.max(0, ...packs.map(({ id }) => id.length))
  return packs
    .map(
      ({ id, title, version, verified }) =>
        `${id.padEnd(width)}  ${title}, version ${version}, verified ${verified}\n`,
    )
    .join('')
}

export const headLines = (
  { title, id, version, verified, summary, house }: Pack,
  { width, colour }: TextLayout,
) => [
  boldIf(colour)(
    `${title} (${id}, version ${version}, verified ${verified})${house === undefined ? '' : `, with the rules of ${house.title}`}`,
  ),
  wrap(summary, width),
]

/**
 * A pack on a page: what it covers, what it asks, and how to see more of it.
 *
 * @param reference how the command line names it
 */
export function packPage(pack: Pack, reference: string, layout: TextLayout): string {
  const { width, colour } = layout
  const facts = pack.facts.map(({ id, question }) => [id, question])
  return harmless(
    [
      ...headLines(pack, layout),
      '',
      wrap(pack.scope.inside, width),
      wrap(pack.scope.outside, width),
      '',
      ...columnTable(['Fact', 'Question'], facts, width).map((line, index) =>
        index === 0 ? boldIf(colour)(line) : line,
      ),
      '',
      wrap(
        `It weighs ${countOf(pack.criteria.length, 'criterion', 'criteria')} under ${countOf(pack.drivers.length, 'driver')}: ${listOf(pack.drivers.map(({ name }) => lowerFirst(name)))}.`,
        width,
      ),
      wrap(
        `\`madrigal criteria show ${reference} ${pack.facts[0]?.id ?? ''}\` shows one entry with its answers, \`--all\` everything.`,
        width,
      ),
      '',
    ].join('\n'),
  )
}
