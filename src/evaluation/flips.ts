import { type Change, possibleChanges } from './changes.ts'
import { type Decision, type Weighing, isChoice } from './decision.ts'
import { factsBeside } from './effects.ts'
import type { ComponentEvidence } from './evidence.ts'
import { type Judge, type Outlook, type Prospect, outlooksFrom } from './outlooks.ts'

/** A smallest set of changed facts that changes the decision. */
export interface Flip {
  readonly changes: readonly Change[]
  readonly decision: Decision
}

/** Sets of one or two changes, smallest first, then in the pack's order. */
export interface Flips {
  /** Another option, or another division, would be chosen. None contains a smaller one of this list. */
  readonly toAnother: readonly Flip[]
  /** No option would be chosen any more. None contains a smaller one of either list. */
  readonly toNone: readonly Flip[]
}

/** Searches every set of one or two changes that leaves the scope alone. Exact. */
export function findFlips(weighing: Weighing, evidence: readonly ComponentEvidence[], judge: Judge): Flips {
  // Where there is nothing to decide, nothing that leaves the scope alone changes that.
  if (evidence.some(({ scope }) => scope === 'unknown')) return { toAnother: [], toNone: [] }
  const { pack } = weighing
  const outlooks = outlooksFrom(weighing, evidence, judge)
  const isNews = (outlook: Outlook | undefined): outlook is Outlook =>
    outlook !== undefined && outlook.key !== outlooks.now.key
  const trials = possibleChanges(pack, evidence).map((change): Trial => ({
    change,
    prospect: outlooks.after([change]),
    beside: factsBeside(pack, change.fact.id),
  }))
  const alone = trials.flatMap(({ change, prospect }): readonly Flip[] =>
    isNews(prospect?.outlook) ? [{ changes: [change], decision: prospect.outlook.decision }] : [],
  )
  const enough = changesIn(alone.filter(isToAnother))
  const together: Flip[] = []
  forEachPair(
    trials.filter(({ change }) => !enough.has(change)),
    (first, second) => {
      const outlook = areEntangled(first, second)
        ? outlooks.after([first.change, second.change])?.outlook
        : outlooks.beside(first.prospect?.outlook, second.prospect?.outlook)
      if (isNews(outlook))
        together.push({ changes: [first.change, second.change], decision: outlook.decision })
    },
  )
  const flipping = changesIn(alone)
  const smallest = together.filter(({ changes }) => !changes.some((change) => flipping.has(change)))
  return {
    toAnother: [...alone, ...together].filter(isToAnother),
    toNone: [...alone, ...smallest].filter((flip) => !isToAnother(flip)),
  }
}

/** A change, and what it leads to by itself. */
interface Trial {
  readonly change: Change
  readonly prospect: Prospect | null
  /** Facts that some rule asks about together with its own. */
  readonly beside: ReadonlySet<string>
}

/** Whether two changes may do together what does not follow from what each does alone. */
const areEntangled = (first: Trial, second: Trial): boolean =>
  first.beside.has(second.change.fact.id) ||
  ((first.prospect?.touched ?? 0) & (second.prospect?.touched ?? 0)) !== 0

const isToAnother = ({ decision }: Flip): boolean => isChoice(decision)

const changesIn = (flips: readonly Flip[]): ReadonlySet<Change> =>
  new Set(flips.flatMap(({ changes }) => changes))

/** Every two that may be made together. */
function forEachPair(trials: readonly Trial[], visit: (first: Trial, second: Trial) => void): void {
  for (const [index, first] of trials.entries())
    for (let other = index + 1; other < trials.length; other += 1) {
      const second = trials[other]
      if (second !== undefined && areIndependent(first.change, second.change)) visit(first, second)
    }
}

/** Two changes of one answer exclude each other, unless they add and remove different members of a set. */
const areIndependent = (a: Change, b: Change): boolean =>
  a.fact.id !== b.fact.id ||
  !a.components.some((id) => b.components.includes(id)) ||
  (a.step.kind !== 'becomes' && b.step.kind !== 'becomes')
