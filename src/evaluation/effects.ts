import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Answer } from '../profile/fact.ts'
import type { Change } from './changes.ts'
import { type ComponentEvidence, type Levels, answersOf, levelsUnder } from './evidence.ts'
import { type Tally, tallyOf, vetoedUnder } from './outcome.ts'
import { type Answers, type Truth, truthOf } from './truth.ts'

/** One component, taken apart so that a change is judged by the rules that ask about its fact, and by no others. */
export interface Subject {
  readonly id: string
  readonly known: Answers
  readonly scope: Part<Truth>
  readonly vetoed: Part<readonly boolean[]>
  /** For each driver, in the pack's order. */
  readonly levels: readonly Part<Levels[number]>[]
}

/** What some of the rules amount to. */
interface Part<Value> {
  readonly now: Value
  /** The facts that these rules ask about. */
  readonly facts: ReadonlySet<string>
  readonly judge: (answers: Answers) => Value
}

/** What a change makes of each part; undefined where nothing there asks about its fact. */
export interface Effect {
  readonly change: Change
  readonly scope: Truth | undefined
  readonly vetoed: readonly boolean[] | undefined
  readonly levels: readonly (Levels[number] | undefined)[]
  /** Whether each of these parts stays as it is. */
  readonly isIdle: boolean
}

export function takeApart(pack: Pack, { component, scope, criteria, vetoes }: ComponentEvidence): Subject {
  const now = tallyOf(pack, { criteria, vetoes })
  return {
    id: component.id,
    known: answersOf(component.facts),
    scope: {
      now: scope,
      facts: factsOf([pack.scope]),
      judge: (answers) => truthOf(pack.scope.when, answers),
    },
    vetoed: {
      now: now.vetoed,
      facts: factsOf(pack.vetoes),
      judge: (answers) => vetoedUnder(pack, vetoes, answers),
    },
    levels: pack.drivers.map(({ id }, driver) => {
      const mine = criteria.filter(({ rule }) => rule.driver === id)
      return {
        now: now.levels[driver] ?? [],
        facts: factsOf(mine.map(({ rule }) => rule)),
        judge: (answers) => levelsUnder(pack, mine, answers),
      }
    }),
  }
}

const factsOf = (rules: readonly { readonly when: Condition }[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact)))

/** Undefined where the change is one of other components. */
export function effectOf({ id, known, ...parts }: Subject, change: Change): Effect | undefined {
  if (!change.components.includes(id)) return undefined
  const answers = answersAfter(known, [change])
  let isIdle = true
  const judge = <Value>({ now, facts, judge: judgeAnew }: Part<Value>): Value | undefined => {
    if (!facts.has(change.fact.id)) return undefined
    const after = judgeAnew(answers)
    if (String(after) !== String(now)) isIdle = false
    return after
  }
  const [scope, vetoed, levels] = [judge(parts.scope), judge(parts.vetoed), parts.levels.map(judge)]
  return { change, scope, vetoed, levels, isIdle }
}

/** Whether some part asks about both facts, so that the two together may do what neither does alone. */
export const areJoined = (a: Effect | undefined, b: Effect | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  ((a.scope !== undefined && b.scope !== undefined) ||
    (a.vetoed !== undefined && b.vetoed !== undefined) ||
    a.levels.some((levels, driver) => levels !== undefined && b.levels[driver] !== undefined))

/** What a component amounts to after one or two changes; null where they move it into or out of the scope. */
export function tallyAfter(
  { known, scope, vetoed, levels }: Subject,
  first: Effect | undefined,
  second: Effect | undefined,
): Tally | null {
  const after = <Value>({ now, judge }: Part<Value>, a: Value | undefined, b: Value | undefined): Value =>
    a === undefined || b === undefined
      ? (a ?? b ?? now)
      : judge(
          answersAfter(
            known,
            [first, second].flatMap((effect) => effect?.change ?? []),
          ),
        )
  if (after(scope, first?.scope, second?.scope) !== scope.now) return null
  return {
    levels: levels.map((part, driver) => after(part, first?.levels[driver], second?.levels[driver])),
    vetoed: after(vetoed, first?.vetoed, second?.vetoed),
  }
}

function answersAfter(known: Answers, changes: readonly Change[]): Answers {
  const changed = new Map<string, Answer>()
  for (const change of changes) {
    const id = change.fact.id
    changed.set(id, answerAfter(change, changed.get(id) ?? known(id)))
  }
  return (id) => changed.get(id) ?? known(id)
}

function answerAfter({ step, to }: Change, now: Answer | undefined): Answer {
  if (step.kind === 'becomes' || !Array.isArray(now)) return to
  return step.kind === 'gains'
    ? [...now, ...step.members.slice(0, 1)]
    : now.filter((member: string) => !step.members.includes(member))
}
