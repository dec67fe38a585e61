import type { Pack } from '../criteria/pack.ts'
import { type Voice, isNeverBehind, surplusOf, voicesOf } from '../evaluation/confidence.ts'
import { optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import { tallyOf } from '../evaluation/standing.ts'
import { nameOfDriver, nameOfOption } from './argument.ts'
import { listOf, lowerFirst, upperFirst } from './words.ts'

/** Why a choice that the drivers alone make is no more than leaning. */
export function leanSentences({ pack, verdict, covered }: Evaluation): readonly string[] {
  const contests = covered.flatMap((component) =>
    contestsIn(pack, component, optionFor(verdict.decision, component.component.id)),
  )
  const strong = pack.drivers.filter(({ id }) =>
    contests.some(({ voices }) =>
      voices.some(({ driver, mine, theirs }) => driver === id && theirs === 3 && mine < 3),
    ),
  )
  const names = listOf(strong.map(({ id }) => quotedDriver(pack, id)))
  return [
    ...loneDriverSentences(pack, contests),
    ...(contests.some(({ voices }) => !isNeverBehind(surplusOf(voices)))
      ? ['It is ahead, but that depends on how the drivers are weighed.']
      : []),
    ...(names === ''
      ? []
      : [upperFirst(`${names} ${strong.length === 1 ? 'speaks' : 'speak'} strongly for something else.`)]),
  ]
}

/** Says where one driver alone puts an option ahead of a rival. */
function loneDriverSentences(pack: Pack, contests: readonly Contest[]): readonly string[] {
  const lone = contests.flatMap(({ rival, voices }) => {
    const [only, ...others] = voices.filter(({ mine, theirs }) => mine > theirs)
    return only === undefined || others.length > 0 ? [] : [{ rival, driver: only.driver }]
  })
  const drivers = [...new Set(lone.map(({ driver }) => driver))]
  if (lone.length === contests.length && drivers.length === 1)
    return [`One driver alone decides this: ${quotedDriver(pack, drivers[0] ?? '')}.`]
  return [
    ...new Set(
      lone.map(
        ({ rival, driver }) =>
          `Against ${nameOfOption(pack, rival)}, one driver alone decides: ${quotedDriver(pack, driver)}.`,
      ),
    ),
  ]
}

export const quotedDriver = (pack: Pack, driver: string): string =>
  `"${lowerFirst(nameOfDriver(pack, driver))}"`

interface Contest {
  readonly rival: string
  readonly voices: readonly Voice[]
}

/** What each driver of a component says of its option and of each other one that is not ruled out. */
function contestsIn(
  pack: Pack,
  component: ComponentEvidence,
  option: string | undefined,
): readonly Contest[] {
  const { vetoed } = tallyOf(pack, component)
  return option === undefined
    ? []
    : pack.options
        .filter(({ id }, index) => id !== option && vetoed[index] === false)
        .map(({ id }) => ({ rival: id, voices: voicesOf(pack, component, option, id) }))
}
