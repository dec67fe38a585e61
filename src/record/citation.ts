import type { Grounds, Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import { escapeProse, linkTo } from './markdown.ts'
import { listOf, wordFor } from './words.ts'

/** A pack names the best sources of a claim first; more than these in one place would bury the claim. */
const MOST_CITED = 4

/** Where a claim stands, or the admission that it is judgement, as a sentence of its own. */
export function groundsLine(pack: Pack, grounds: Grounds): string {
  const links = listOf(citedIn(pack, grounds).map(({ title, url }) => linkTo(title, url)))
  switch (grounds.basis) {
    case 'documented':
      return `Documented: ${links}.`
    case 'partial':
      return `Documented in part: ${links}.`
    case 'judgement':
      return links === ''
        ? 'Judgement of the comparison.'
        : `Judgement of the comparison; background: ${links}.`
  }
}

/** The same on a page, where links are defined once at the end: "Documented: [A][a], [B][b] and two more." */
export function standingLine(pack: Pack, grounds: Grounds, most: number): string {
  const left = grounds.sources.length - most
  const cited = listOf([...referencesIn(pack, grounds, most), ...(left > 0 ? [`${wordFor(left)} more`] : [])])
  if (grounds.basis === 'judgement') return cited === '' ? 'Judgement.' : `Judgement; background: ${cited}.`
  return `${grounds.basis === 'documented' ? 'Documented' : 'Documented in part'}: ${cited}.`
}

/** The same within a sentence: "([A][a], in part)", "(judgement)". */
export function standingNote(pack: Pack, grounds: Grounds, most: number): string {
  const cited = referencesIn(pack, grounds, most).join(', ')
  if (grounds.basis === 'judgement') return '(judgement)'
  return grounds.basis === 'documented' ? `(${cited})` : `(${cited}, in part)`
}

const referencesIn = (pack: Pack, { sources }: Grounds, most: number): readonly string[] =>
  sources
    .slice(0, most)
    .flatMap((id) => sourcesById(pack).get(id) ?? [])
    .map(referenceTo)

/** The sources of a pack that a text links to by their ids, in the pack's order. */
export function sourcesCitedIn(pack: Pick<Pack, 'sources'>, text: string): Pack['sources'] {
  const ids = new Set([...text.matchAll(/\]\[([^\]]+)\]/g)].map(([, id]) => id))
  return pack.sources.filter(({ id }) => ids.has(id))
}

/** A link by the id of its source. */
const referenceTo = ({ id, title }: Pack['sources'][number]): string => `[${escapeProse(title)}][${id}]`

const citedIn = (pack: Pack, { sources }: Grounds): Pack['sources'] =>
  sources.slice(0, MOST_CITED).flatMap((id) => sourcesById(pack).get(id) ?? [])

const sourcesById = rememberedOf((pack: Pack) => new Map(pack.sources.map((source) => [source.id, source])))

/** The sources of a record, those of one publisher in a line; of one that was read on another day it is said. */
export const sourceLines = (sources: Pack['sources'], verified: string): readonly string[] =>
  [...new Set(sources.map(({ publisher }) => publisher))].map((publisher) => {
    const own = sources.filter((source) => source.publisher === publisher)
    const links = own.map((source) =>
      source.verified === verified ? referenceTo(source) : `${referenceTo(source)} (read ${source.verified})`,
    )
    return `${escapeProse(publisher)}: ${links.join(', ')}`
  })
