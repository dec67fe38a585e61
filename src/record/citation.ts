import type { Grounds, Pack } from '../criteria/pack.ts'
import { type Memory, memoryOf, rememberedOf } from '../document/remembered.ts'
import { escapeProse, linkTargets, linkTo } from './markdown.ts'
import { countOf, listOf } from './words.ts'

/** A pack names the best sources of a claim first; more than these in one place would bury the claim. */
const MOST_CITED = 4

/** Where a claim stands, or the admission that it is judgement, as a sentence of its own. */
export const groundsLine = (pack: Pack, grounds: Grounds): string =>
  linesOf(pack)([grounds.basis, ...grounds.sources].join(' '), () => lineFor(pack, grounds))

/** More than a pack has. */
const MOST_LINES = 5000

/** The lines of a pack stand in many records. */
const linesOf = rememberedOf<Pack, Memory<string>>(() => memoryOf(MOST_LINES))

function lineFor(pack: Pack, grounds: Grounds): string {
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

/** Where the links of a line lead that says where a claim stands, in words of `groundsLine`. */
export const citedLinks = (line: string): readonly string[] =>
  linkTargets(/\b(?:Documented(?: in part)?|background): (.*)$/.exec(line)?.[1] ?? '')

const citedIn = (pack: Pack, { sources }: Grounds): Pack['sources'] =>
  sources.slice(0, MOST_CITED).flatMap((id) => sourcesById(pack).get(id) ?? [])

const sourcesById = rememberedOf((pack: Pack) => new Map(pack.sources.map((source) => [source.id, source])))

/** "Of the nine claims made here, …": shows at a glance how much is documented. */
export function groundsSentence(claims: readonly Grounds[]): string {
  const wordOf = { documented: 'documented', partial: 'documented in part', judgement: 'judgement' } as const
  const parts = (['documented', 'partial', 'judgement'] as const).flatMap((basis) => {
    const count = claims.filter((claim) => claim.basis === basis).length
    return count === 0 ? [] : [`${countOf(count, 'is', 'are')} ${wordOf[basis]}`]
  })
  if (claims.length < 2) return ''
  return `Of the ${countOf(claims.length, 'claim')} made here, ${listOf(parts)}.`
}

/** The sources that the claims cite, in the pack's order. */
export function citedSources(pack: Pack, claims: readonly Grounds[]): readonly string[] {
  const cited = new Set(claims.flatMap((claim) => citedIn(pack, claim)))
  return pack.sources.filter((source) => cited.has(source)).map(sourceLine)
}

const sourceLine = rememberedOf(
  ({ title, url, publisher, verified, note }: Pack['sources'][number]): string =>
    `${linkTo(title, url)}, ${escapeProse(publisher)}, verified ${verified}.${note ? ` ${escapeProse(note)}` : ''}`,
)
