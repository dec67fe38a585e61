import type { Cause, ChangedFact } from './cause.ts'
import type { RecordedDecision, Undecided } from '../record-file/recorded-decision.ts'
import { countOf, listOf } from '../record/words.ts'
import type { Wording } from './wording.ts'

const MOST_FACTS = 2

/** "`may-assume` is now `nothing`": what is behind a difference, as a clause. */
export function causeClause({ facts, gone, section }: Cause, wording: Wording): string {
  if (facts.length > 0) return listOf(shortened(facts.map(factClause(wording)), facts.length, 'fact'))
  if (gone.length > 0) {
    const sentences = gone.map((sentence) => `"${wording.plain(sentence)}"`)
    return `the profile does not say ${listOf(shortened(sentences, gone.length, 'sentence'))} any more`
  }
  return section === ''
    ? 'its head would read otherwise'
    : `its section "${wording.plain(section)}" would read otherwise`
}

const factClause =
  ({ code, plain }: Wording) =>
  ({ fact, component, answer }: ChangedFact): string =>
    `${code(fact)} is now ${code(answer)}${component === null ? '' : ` for ${plain(component)}`}`

const shortened = (clauses: readonly string[], count: number, noun: string): readonly string[] =>
  count > MOST_FACTS
    ? [
        ...clauses.slice(0, MOST_FACTS - 1),
        `${countOf(count - MOST_FACTS + 1, `other ${noun}`)}${noun === 'fact' ? ' changed' : ''}`,
      ]
    : clauses

const undecided: Readonly<Record<Undecided, string>> = {
  tie: 'it is too close to call',
  'insufficient-evidence': 'there is too little evidence to decide',
  'no-option': 'every option is ruled out',
  'out-of-scope': 'the comparison does not apply',
  'scope-unknown': 'it is not known whether the comparison applies',
}

/** "Go would be chosen". */
export function wouldBe(decision: RecordedDecision, { plain }: Wording): string {
  switch (decision.kind) {
    case 'chosen':
      return `${plain(decision.option)} would be chosen`
    case 'undecided':
      return `nothing would be chosen${decision.why === null ? '' : `, because ${undecided[decision.why]}`}`
    case 'titled':
      return `the title would be "${plain(decision.title)}"`
  }
}

/** "says Python". */
export function says(decision: RecordedDecision, { plain }: Wording): string {
  switch (decision.kind) {
    case 'chosen':
      return `says ${plain(decision.option)}`
    case 'undecided':
      return decision.why === null ? 'chooses nothing' : `says that ${undecided[decision.why]}`
    case 'titled':
      return `is called "${plain(decision.title)}"`
  }
}
