import type { Pack } from '../criteria/pack.ts'
import { type Memory, memoryOf, rememberedOf } from '../document/remembered.ts'
import type { FactState } from '../profile/fact.ts'
import { comparisonsByFact, signatureOf } from './cells.ts'
import type { Change } from './changes.ts'
import { type ComponentEvidence, answersOf } from './evidence.ts'
import type { Flip, Flips } from './flips.ts'
import { type Judgement, judge } from './judgement.ts'
import type { Weighing } from './standing.ts'

const MOST_JUDGEMENTS = 250

/** Many projects of one house give the same answers. */
const judgementsOn = rememberedOf<Pack, Memory<Judgement>>(() => memoryOf(MOST_JUDGEMENTS))

/** Judges components, once for all whose answers no rule of the pack tells apart. */
export function judgeOnce(weighing: Weighing, components: readonly ComponentEvidence[]): Judgement {
  const { pack, dominantConstraint } = weighing
  const answers = JSON.stringify([dominantConstraint, components.map((entry) => answersIn(pack, entry))])
  const judgement = judgementsOn(pack)(answers, () => judge(weighing, components))
  return { ...judgement, flips: withNumbersOf(components, judgement.flips) }
}

/** All that a judgement takes from a component. */
const answersIn = (pack: Pack, { component: { id, facts, inherited } }: ComponentEvidence): unknown => [
  id,
  [...facts].map(([fact, state]) => [fact, state.state, toldApart(pack, fact, state)]),
  [...inherited],
]

/** An answer as far as it matters: of a number, which comparisons it meets. */
function toldApart(pack: Pack, fact: string, state: FactState): unknown {
  if (!('answer' in state)) return null
  return typeof state.answer === 'number'
    ? signatureOf(comparisonsByFact(pack).get(fact) ?? [], state.answer)
    : state.answer
}

/** Flips tell from which answer they start. The same ones where that is so already. */
function withNumbersOf(components: readonly ComponentEvidence[], flips: Flips): Flips {
  const startOf = ({ fact, components: [id] }: Change): Change['from'] | undefined => {
    const entry = components.find(({ component }) => component.id === id)
    return entry && answersOf(entry.component.facts)(fact.id)
  }
  const fromNow = new Map<Change, Change>()
  for (const change of [...flips.toAnother, ...flips.toNone].flatMap(({ changes }) => changes)) {
    const from = change.fact.type === 'number' ? startOf(change) : undefined
    if (from !== undefined && from !== change.from) fromNow.set(change, { ...change, from })
  }
  if (fromNow.size === 0) return flips
  const renew = ({ changes, decision }: Flip): Flip => ({
    changes: changes.map((change) => fromNow.get(change) ?? change),
    decision,
  })
  return { toAnother: flips.toAnother.map(renew), toNone: flips.toNone.map(renew) }
}
