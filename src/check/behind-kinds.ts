import { type Sayable, type Notation, kindOf } from './finding-kind.ts'
import type { RecordedDecision, Undecided } from '../record-file/recorded-decision.ts'
import { countOf, listOf } from '../record/words.ts'

/** A fact whose answer is another one than when the record was written. */
export interface ChangedFact {
  readonly fact: string
  /** The component, where the fact does not hold for all. */
  readonly component: string | null
  /** As a profile writes it. */
  readonly answer: string
  /** Where the profile says it now; null where nobody knows. */
  readonly line: number | null
}

/** What is behind a difference between a record and what would be written now. */
export interface Cause {
  readonly facts: readonly ChangedFact[]
  /** Sentences that do not hold any more. */
  readonly gone: readonly string[]
  /** Sentences that hold now and did not. */
  readonly added: readonly string[]
  /** These sentences are about criteria and vetoes, not about the project: the comparison or a house changed. */
  readonly isOfRules: boolean
  /** The first section that would read otherwise; empty where it is the head of the record. */
  readonly section: string
}

/** What `generate` would do about a record that is behind. */
export type Remedy =
  | 'update'
  /** Somebody's edits would be merged. */
  | 'merge'
  /** Somebody's edits touch what changes. */
  | 'conflict'
  /** Merged, it would be no sound record. */
  | 'broken'
  /** The record is right; only the machine's copy is behind. */
  | 'copy'
  /** Another record would be proposed. */
  | 'propose'
  /** Nothing: what people have settled is left alone. */
  | 'none'

export interface Behind {
  readonly cause: Cause
  readonly remedy: Remedy
}

/** Records that do not say what the profile says now. */
export const behindKinds = {
  /** `was` is what the record decides, `now` what would be written. */
  'verdict-flipped': kindOf<
    Behind & {
      readonly was: RecordedDecision
      readonly now: RecordedDecision
      readonly status: string
    }
  >({
    rule: 'The profile and its pack decide something else than the record says.',
    words: (finding) => {
      const { was, now, cause, remedy, status } = finding.about
      const record = status === 'accepted' || remedy === 'propose' ? `the ${status} record` : 'the record'
      return [
        `${causeClause(cause, finding.words)}: ${wouldBe(now, finding.words)}, ${record} ${says(was, finding.words)}`,
        remedy === 'none'
          ? `answer what is missing, as ${finding.words.code('madrigal ask')} shows, or run ${finding.runHere('deprecate')}`
          : adviceFor(remedy, finding),
      ]
    },
  }),
  'confidence-changed': kindOf<Behind & { readonly was: string; readonly now: string }>({
    rule: 'The same choice is surer, or less sure, than the record says.',
    words: (finding) => {
      const { was, now, cause, remedy } = finding.about
      return [
        `${causeClause(cause, finding.words)}: the choice would be ${finding.words.plain(now)}, the record says ${finding.words.plain(was)}`,
        adviceFor(remedy, finding),
      ]
    },
  }),
  'inputs-changed': kindOf<Behind & { readonly status: string }>({
    rule: 'The record was written from other facts or words; its decision is the same.',
    words: (finding) => {
      const { cause, remedy } = finding.about
      const clause = causeClause(cause, finding.words)
      return [
        remedy === 'copy'
          ? `${clause}, and the record says so; only the copy of what was written last is behind`
          : `${clause}; the decision is the same`,
        remedy === 'none'
          ? 'an accepted record is not rewritten: nothing is to be done'
          : adviceFor(remedy, finding),
      ]
    },
  }),
  'verdict-unclear': kindOf<{
    readonly cause: Cause
    readonly now: RecordedDecision
    readonly status: string
  }>({
    severity: 'warning',
    rule: 'The decision has changed, and the text of a settled record does not tell whether it agrees.',
    words: ({ about: { cause, now, status }, words, runHere }) => [
      `${causeClause(cause, words)}: ${wouldBe(now, words)}, and the ${words.plain(status)} record does not tell whether it says the same`,
      `a line ${words.code('Chosen option: "<name>", because …')} in its decision would tell; then run ${runHere('accept')}`,
    ],
  }),
}

function adviceFor(remedy: Remedy, { generate }: Sayable<unknown>): string {
  switch (remedy) {
    case 'update':
    case 'copy':
      return `run ${generate()}`
    case 'merge':
      return `run ${generate()}, which keeps the edits in the record`
    case 'propose':
      return `run ${generate()}, which proposes another record`
    case 'conflict':
      return `edits in the record touch what changes: run ${generate('--conflict', 'markers')}, or \`mine\` to keep them`
    case 'broken':
      return `edits in the record stand in the way: run ${generate('--dry-run')}, which says how`
    case 'none':
      return 'an accepted record is not rewritten: look whether it still convinces you'
  }
}

const MOST_FACTS = 2

/** "`may-assume` is now `nothing`": what is behind a difference, as a clause. */
function causeClause({ facts, gone, added, isOfRules, section }: Cause, notation: Notation): string {
  if (facts.length > 0) return listOf(shortened(facts.map(factClause(notation)), facts.length, 'fact'))
  const quoted = (sentences: readonly string[]): string =>
    listOf(
      shortened(
        sentences.map((sentence) => `"${notation.plain(sentence)}"`),
        sentences.length,
        'sentence',
      ),
    )
  if (gone.length > 0)
    return `${isOfRules ? 'the rules do' : 'the profile does'} not say ${quoted(gone)} any more`
  if (isOfRules && added.length > 0) return `the rules say ${quoted(added)} now`
  return section === ''
    ? 'its head would read otherwise'
    : `its section "${notation.plain(section)}" would read otherwise`
}

const factClause =
  ({ code, plain }: Notation) =>
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
function wouldBe(decision: RecordedDecision, { plain }: Notation): string {
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
function says(decision: RecordedDecision, { plain }: Notation): string {
  switch (decision.kind) {
    case 'chosen':
      return `says ${plain(decision.option)}`
    case 'undecided':
      return decision.why === null ? 'chooses nothing' : `says that ${undecided[decision.why]}`
    case 'titled':
      return `is called "${plain(decision.title)}"`
  }
}
