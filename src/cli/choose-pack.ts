import type { Pack } from '../criteria/pack.ts'
import { answersIn } from '../detect/compare-profile.ts'
import type { Detection } from '../detect/detect.ts'
import { countOf, listOf, upperFirst } from '../record/words.ts'
import { say } from './answer.ts'
import { type NewPlace, detectIn } from './draft-profile.ts'
import type { Invocation } from './invocation.ts'
import { readNamedPack } from './named-pack.ts'
import { valueToWrite } from './problems.ts'
import type { Prompt } from './prompt.ts'

/** A comparison that a profile can be begun for, and what its rules read from the repository. */
export interface BegunPack {
  /** As the profile names it. */
  readonly criteria: string
  readonly pack: Pack
  readonly detection: Detection
  /** How many files git tracks here. */
  readonly files: number
}

/** The comparison that the command line names. */
export async function namedPack(
  invocation: Invocation,
  place: NewPlace,
  criteria: string,
  folders: readonly string[],
): Promise<BegunPack> {
  const pack = valueToWrite(invocation, await readNamedPack(criteria, invocation.cwd, place.tree))
  return { criteria, pack, ...(await detectIn(place, pack, folders)) }
}

/**
 * The comparison that is meant where none is named: what the person says who is asked, else the one for which most facts
 * were read here, the first of those that are equal. Null where the person breaks it off.
 *
 * @param known the shipped ones, in the order of their ids
 */
export async function meantPack(
  invocation: Invocation,
  place: NewPlace,
  known: readonly string[],
  folders: readonly string[],
  prompt: Prompt | null,
): Promise<BegunPack | null> {
  const begun: BegunPack[] = []
  for (const id of known) begun.push(await namedPack(invocation, place, id, folders))
  const ranked = begun.toSorted((a, b) => factsReadBy(b) - factsReadBy(a))
  const [first = null, ...others] = ranked
  if (first === null || others.length === 0) return first
  if (prompt !== null)
    return prompt.choose(
      'Which decision?',
      ranked.map((one) => ({ value: one, label: one.pack.title, hint: hintOf(one) })),
    )
  const rest = listOf(
    others.map(({ criteria }) => criteria),
    'or',
  )
  const why = factsReadBy(first) === 0 ? 'the first of several' : 'for which most was read here'
  say(invocation, `note: took ${first.criteria}, ${why}; \`--criteria\` takes another: ${rest}`)
  return first
}

const factsReadBy = ({ detection }: BegunPack): number =>
  new Set(answersIn(detection).flatMap(({ fact, answer }) => (answer === null ? [] : fact.id))).size

const hintOf = (one: BegunPack): string => `${upperFirst(countOf(factsReadBy(one), 'answer'))} read here.`
