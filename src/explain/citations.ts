import type { Pack } from '../criteria/pack.ts'
import { listOf } from '../record/words.ts'
import { type Line, line } from './sections.ts'
import type { Context } from './wording.ts'

interface Citations {
  readonly cite: Context['cite']
  /** The sources cited so far, each once. */
  readonly sources: () => readonly Line[]
}

/** Numbers sources in the order in which they are first cited. */
export function citationsFor(pack: Pack): Citations {
  const cited: string[] = []
  const numberOf = (id: string): number => (cited.includes(id) ? cited.indexOf(id) + 1 : cited.push(id))
  return {
    cite: (sources) => listOf(sources.map((id) => `[${numberOf(id)}]`)),
    sources: () => cited.flatMap((id, index) => sourceLines(pack, id, index + 1)),
  }
}

const sourceLines = (pack: Pack, id: string, number: number): readonly Line[] =>
  pack.sources
    .filter((source) => source.id === id)
    .flatMap(({ title, publisher, url, verified, note }) => [
      line(`[${number}] ${title}, ${publisher}, verified ${verified}.${note ? ` ${note}` : ''}`),
      line(url, 4),
    ])
