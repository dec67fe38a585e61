import type { Grounds, Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import { escapeProse } from './markdown.ts'
import { placeNote, sourceMention } from './source-place.ts'
import { ruleOf } from './house.ts'
import { listOf, lowerFirst, wordFor } from './words.ts'

/** A pack names the best sources of a claim first; more than these in one place would bury the claim. */
const MOST_CITED = 4

/** Where a claim stands, or the admission that it is judgement, as a sentence of its own. */
export function groundsLine(pack: Pack, grounds: Grounds): string {
  const links = sourcesInLine(pack, grounds).map(sourceMention)
  return standing(pack, grounds, listOf(links), 'Judgement of the comparison')
}

/** The sources that it names. */
export const sourcesInLine = (pack: Pack, grounds: Grounds): Pack['sources'] =>
  citedIn(pack, grounds, MOST_CITED)

/** The same on a page, where links are defined once at the end: "Documented: [A][a], [B][b] and two more." */
export function standingLine(pack: Pack, grounds: Grounds, most: number): string {
  const left = grounds.sources.length - most
  const references = citedIn(pack, grounds, most).map(referenceTo)
  return standing(
    pack,
    grounds,
    listOf([...references, ...(left > 0 ? [`${wordFor(left)} more`] : [])]),
    'Judgement',
  )
}

function standing(pack: Pack, grounds: Grounds, cited: string, judgement: string): string {
  const { basis } = grounds
  const rule = ruleOf(pack, grounds)
  if (basis === 'judgement') return `${rule || judgement}${cited === '' ? '' : `; background: ${cited}`}.`
  const documented = `${basis === 'documented' ? 'Documented' : 'Documented in part'}: ${cited}.`
  return rule === '' ? documented : `${rule}. ${documented}`
}

/** The same within a sentence: "([A][a], in part)", "(judgement)". */
export function standingNote(pack: Pack, grounds: Grounds, most: number): string {
  const cited = citedIn(pack, grounds, most).map(referenceTo).join(', ')
  const rule = lowerFirst(ruleOf(pack, grounds))
  if (grounds.basis === 'judgement') return `(${rule || 'judgement'})`
  const owner = rule === '' ? '' : `${rule}: `
  return grounds.basis === 'documented' ? `(${owner}${cited})` : `(${owner}${cited}, in part)`
}

/** The sources of a pack that a text links to by their ids, in the pack's order. */
export function sourcesCitedIn(pack: Pick<Pack, 'sources'>, text: string): Pack['sources'] {
  const ids = new Set(sourcesIn(text).cited)
  return pack.sources.filter(({ id }) => ids.has(id))
}

/** A link by the id of its source. */
const referenceTo = ({ id, title }: Pack['sources'][number]): string => `[${escapeProse(title)}][${id}]`

const citedIn = (pack: Pack, { sources }: Grounds, most: number): Pack['sources'] =>
  sources.slice(0, most).flatMap((id) => sourcesById(pack).get(id) ?? [])

const sourcesById = rememberedOf((pack: Pack) => new Map(pack.sources.map((source) => [source.id, source])))

/** The sources of a record, those of one publisher in a line; of one that is not on the web, or was read on another day, it is said. */
export const sourceLines = (sources: Pack['sources'], verified: string): readonly string[] =>
  [...new Set(sources.map(({ publisher }) => publisher))].map((publisher) => {
    const own = sources.filter((source) => source.publisher === publisher)
    const links = own.map((source) => {
      const read = source.verified === verified ? '' : `read ${source.verified}`
      const notes = [placeNote(source), read].filter((note) => note !== '')
      return `${referenceTo(source)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
    })
    return `${escapeProse(publisher)}: ${links.join(', ')}`
  })

/** The ids of the sources that a record cites, and of those whose links it defines, each as often as it stands there. */
export interface RecordSources {
  readonly cited: readonly string[]
  readonly listed: readonly string[]
}

const definition = /^ {0,3}\[([^\]]+)\]:\s/gm

/** Reads back where a record's claims stand. Links in a person's own sentences that name their address are no citations. */
export function sourcesIn(record: string): RecordSources {
  const idsBy = (pattern: RegExp): readonly string[] => [...record.matchAll(pattern)].map(([, id = '']) => id)
  return { cited: idsBy(/\]\[([^\]]+)\]/g), listed: idsBy(definition) }
}
