import type { Source } from '../criteria/pack.ts'
import { codeOf, escapeProse, linkTo } from './markdown.ts'

/** Where a source is: an address, a file of the repository, or what its pack says. */
export const placeOfSource = ({ url, path, where = '' }: Source): string => url ?? path ?? where

/** The same as Markdown, for what is not on the web; empty for what is, because its link says it. */
export const placeNote = ({ path, where = '' }: Source): string =>
  path === undefined ? escapeProse(where) : codeOf(path)

/** A source in a text that stands anywhere: a link, or its title and where it is. */
export const sourceMention = (source: Source): string =>
  source.url === undefined
    ? `${escapeProse(source.title)} (${placeNote(source)})`
    : linkTo(source.title, source.url)

/**
 * Where a citation leads. What only words say where to find is described in the evidence.
 *
 * @param evidence the path of the evidence from the folder of the record; empty where there is none
 */
export function targetOfSource({ url, path }: Source, evidence: string): string {
  const root = evidence.lastIndexOf('.madrigal/')
  if (url !== undefined) return url
  return path !== undefined && root !== -1 ? evidence.slice(0, root) + path : evidence || '#'
}
