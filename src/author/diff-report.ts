import * as z from 'zod/mini'
import type { Pack } from '../criteria/pack.ts'
import { described } from '../document/schema.ts'
import { countOf, listOf } from '../record/words.ts'
import { harmless, wrap } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { type ComparedList, type PackChange, comparedLists } from './compare-packs.ts'
import type { ComparedVerdict } from './compare-verdicts.ts'
import { writtenId } from './own-entries.ts'

/** Two packs, what differs in them, and the verdicts by both. */
export interface PackDifference {
  readonly before: Pack
  readonly after: Pack
  readonly changes: readonly PackChange[]
  readonly verdicts: readonly ComparedVerdict[]
}

const nouns: Readonly<Record<ComparedList, string>> = {
  options: 'option',
  sources: 'source',
  drivers: 'driver',
  facts: 'fact',
  criteria: 'criterion',
  vetoes: 'veto',
  shared: 'shared',
  differences: 'difference',
  watch: 'watch point',
  boundary: 'advice',
}

/** What differs between two packs, entry by entry, and then the verdicts that are others. */
export function diffText(difference: PackDifference, width: number): string {
  const { changes, verdicts } = difference
  const told = changes.map(({ list, id, change, keys }) => {
    const what = list === null ? 'pack' : nouns[list]
    return indented(`${change} ${what} \`${id}\`${keys.length === 0 ? '' : `: ${keys.join(', ')}`}`, width)
  })
  const differing = verdicts.filter(({ differs }) => differs)
  const lines = differing.map(({ of, name, before: was, after: is }) =>
    indented(`${of} “${name}”: was ${was}; is ${is}`, width),
  )
  return harmless(
    [`${headLine(difference)}\n`, ...told, `\n${verdictLine(verdicts, differing.length)}\n`, ...lines].join(
      '',
    ),
  )
}

/** Which packs, and how many differences. */
function headLine({ before, after, changes }: PackDifference): string {
  const count = changes.length === 0 ? 'no difference' : countOf(changes.length, 'difference')
  const [one, other] = [writtenId(before), writtenId(after)]
  if (one !== other) return `${one} and ${other}: ${count}`
  if (before.version !== after.version)
    return `${other}: ${count} between version ${before.version} and version ${after.version}`
  return `${other}: ${count}${changes.length === 0 ? '' : `, and the version is still ${after.version}`}`
}

const indented = (text: string, width: number): string => `  ${wrap(makeVisible(text), width - 2, '    ')}\n`

function verdictLine(verdicts: readonly ComparedVerdict[], differing: number): string {
  if (verdicts.length === 0)
    return 'No verdict was compared: there is no case beside the new pack, and no profile was named.'
  const counts = (['case', 'profile'] as const).flatMap((kind) => {
    const count = verdicts.filter(({ of }) => of === kind).length
    return count === 0 ? [] : [countOf(count, kind)]
  })
  const those = listOf(counts)
  return differing === 0 ? `Each verdict of ${those} is the same.` : `Of ${those}, another verdict:`
}

/** What `criteria diff` prints with `--json`. */
export const diffSchema = z.object({
  before: z.object({ id: z.string(), version: z.int() }),
  after: z.object({ id: z.string(), version: z.int() }),
  changes: z.array(
    z.object({
      list: z.nullable(z.enum(comparedLists)).check(described('Null for the pack itself.')),
      id: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      keys: z.array(z.string()).check(described('What of it is changed, as a pack writes it.')),
    }),
  ),
  verdicts: z
    .array(
      z.object({
        of: z.enum(['case', 'profile']),
        name: z.string(),
        before: z.string(),
        after: z.string(),
        differs: z.boolean(),
      }),
    )
    .check(described('Every verdict that was compared, in words.')),
})

export const diffTrace = ({
  before,
  after,
  changes,
  verdicts,
}: PackDifference): z.infer<typeof diffSchema> => ({
  before: { id: writtenId(before), version: before.version },
  after: { id: writtenId(after), version: after.version },
  changes: changes.map((change) => ({ ...change, keys: [...change.keys] })),
  verdicts: [...verdicts],
})
