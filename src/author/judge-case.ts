import type { Pack } from '../criteria/pack.ts'
import { optionFor } from '../evaluation/decision.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import { separatingDrivers } from '../evaluation/settled.ts'
import { watchAmong } from '../record/consequences.ts'
import type { Expected, PackCase } from './pack-cases.ts'
import { degreeOf, namesIn, verdictWords } from './verdict-words.ts'

/** In what a case differs from what it expects. */
interface CaseDifference {
  readonly about: 'verdict' | 'settled' | 'drivers' | 'holds' | 'record' | 'cut' | 'order'
  readonly expected: string
  readonly found: string
}

/** A case, judged. It passes where nothing differs. */
export interface JudgedCase {
  readonly packCase: PackCase
  readonly evaluation: Evaluation
  readonly differences: readonly CaseDifference[]
  /** Ids of what holds, by list. */
  readonly held: Held
}

/** Ids of criteria and vetoes that hold for a component, and of watch points that concern what was chosen for it. */
export interface Held {
  readonly criteria: ReadonlySet<string>
  readonly vetoes: ReadonlySet<string>
  readonly watch: ReadonlySet<string>
}

/** Makes the record of an evaluation, as a text. */
export type RecordText = (evaluation: Evaluation) => string

/**
 * Judges a case, and what must not change its verdict: to cut the project into two components that add nothing, and to list
 * options and criteria in another order.
 */
export function judgeCase(pack: Pack, packCase: PackCase, recordText: RecordText): JudgedCase {
  const { profile, cut, dominantConstraint, expected } = packCase
  const evaluation = evaluate(pack, profile, dominantConstraint)
  const held = heldIn(evaluation)
  const asItStands = verdictKey(evaluation)
  const same = (about: 'cut' | 'order', other: Evaluation): readonly CaseDifference[] =>
    verdictKey(other) === asItStands ? [] : [{ about, expected: wordsOf(evaluation), found: wordsOf(other) }]
  return {
    packCase,
    evaluation,
    held,
    differences: [
      ...compareVerdict(evaluation, expected),
      ...compareHeld(evaluation, held, expected),
      ...(expected.record === undefined ? [] : compareRecord(recordText(evaluation), expected.record)),
      ...(cut === undefined ? [] : same('cut', evaluate(pack, cut, dominantConstraint))),
      ...reordered(pack).flatMap((other) => same('order', evaluate(other, profile, dominantConstraint))),
    ],
  }
}

/** The same pack with its lists in other orders. */
function reordered(pack: Pack): readonly Pack[] {
  const backwards = { ...pack, options: pack.options.toReversed(), criteria: pack.criteria.toReversed() }
  const [first, ...others] = pack.options
  if (first === undefined || others.length < 2) return [backwards]
  return [backwards, { ...backwards, options: [...others, first] }]
}

const wordsOf = ({ verdict }: Evaluation): string =>
  `${verdictWords(verdict.decision)}${degreeOf(verdict.confidence)}`

/** Equal for verdicts that say the same, in whatever order their options are listed. */
function verdictKey({ verdict: { decision, confidence, settled } }: Evaluation): string {
  const options =
    'options' in decision
      ? decision.options.toSorted()
      : 'assignment' in decision
        ? [...decision.assignment].map((pair) => pair.join('=')).toSorted()
        : 'option' in decision
          ? decision.option
          : null
  return JSON.stringify([decision.kind, options, confidence, settled])
}

function compareVerdict(evaluation: Evaluation, expected: Expected): readonly CaseDifference[] {
  const { decision, confidence, settled } = evaluation.verdict
  const isSame =
    decision.kind === expected.kind &&
    (!('option' in decision) || decision.option === expected.option) &&
    (!('options' in decision) ||
      expected.options === undefined ||
      isSameSet(decision.options, expected.options)) &&
    (!('assignment' in decision) ||
      isSameSet(
        [...decision.assignment].map((pair) => pair.join('=')),
        Object.entries(expected.assignment ?? {}).map((pair) => pair.join('=')),
      )) &&
    (expected.confidence === undefined || expected.confidence === confidence)
  const isComplete = expected.settled === undefined || expected.settled === settled
  return [
    ...(isSame
      ? []
      : [
          {
            about: 'verdict' as const,
            expected: `${verdictWords(expected)}${degreeOf(expected.confidence ?? null)}`,
            found: wordsOf(evaluation),
          },
        ]),
    ...(isComplete
      ? []
      : [{ about: 'settled' as const, expected: settledWord(!settled), found: settledWord(settled) }]),
  ]
}

const settledWord = (is: boolean): string => (is ? 'settled' : 'provisional')

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()

/** Where an id stands in several lists, all of them are meant. */
function compareHeld(evaluation: Evaluation, held: Held, expected: Expected): readonly CaseDifference[] {
  const { pack } = evaluation
  const { drivers: wanted, holds = [], 'holds-not': holdsNot = [] } = expected
  const drivers = separatingDrivers(pack, evaluation.covered)
  const states = (id: string): readonly boolean[] =>
    (['criteria', 'vetoes', 'watch'] as const).flatMap((list) =>
      pack[list].some((rule) => rule.id === id) ? [held[list].has(id)] : [],
    )
  const silent = holds.filter((id) => !states(id).every(Boolean))
  const speaking = holdsNot.filter((id) => states(id).some(Boolean))
  return [
    ...(wanted === undefined || isSameSet(drivers, wanted)
      ? []
      : [{ about: 'drivers' as const, expected: driverWords(wanted), found: driverWords(drivers) }]),
    ...(silent.length === 0
      ? []
      : [{ about: 'holds' as const, expected: `${namesIn(silent)} to hold`, found: 'not so' }]),
    ...(speaking.length === 0
      ? []
      : [{ about: 'holds' as const, expected: `${namesIn(speaking)} not to hold`, found: 'otherwise' }]),
  ]
}

const driverWords = (drivers: readonly string[]): string =>
  drivers.length === 0 ? 'no driver to tell the options apart' : `the drivers ${namesIn(drivers)}`

function compareRecord(
  record: string,
  { has = [], 'has-not': hasNot = [] }: NonNullable<Expected['record']>,
) {
  const text = onOneLine(record)
  const about = 'record' as const
  return [
    ...has
      .filter((part) => !text.includes(onOneLine(part)))
      .map((part) => ({ about, expected: `the record to say ${quote(part)}`, found: 'nothing of it' })),
    ...hasNot
      .filter((part) => text.includes(onOneLine(part)))
      .map((part) => ({ about, expected: `the record not to say ${quote(part)}`, found: 'it there' })),
  ]
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const quote = (text: string): string => `“${onOneLine(text)}”`

function heldIn({ pack, covered, verdict: { decision } }: Evaluation): Held {
  const those = (list: 'criteria' | 'vetoes'): ReadonlySet<string> =>
    new Set(
      covered.flatMap((component) =>
        component[list].flatMap(({ rule, truth }) => (truth === 'true' ? [rule.id] : [])),
      ),
    )
  const watch = pack.watch.filter((point) => {
    const having = covered.filter(({ component }) =>
      point.options.includes(optionFor(decision, component.id) ?? ''),
    )
    return watchAmong(point, having).certain.length > 0
  })
  return { criteria: those('criteria'), vetoes: those('vetoes'), watch: new Set(watch.map(({ id }) => id)) }
}
