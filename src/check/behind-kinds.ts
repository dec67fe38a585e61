import type { Cause } from './cause.ts'
import { causeClause, says, wouldBe } from './cause-words.ts'
import { type Sayable, kindOf } from './finding-kind.ts'
import type { RecordedDecision } from '../record-file/recorded-decision.ts'

/** What `generate` would do about a record that is behind. */
export type Remedy =
  | 'update'
  /** Somebody's edits would be merged. */
  | 'merge'
  /** Somebody's edits contradict what would be written. */
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
    severity: 'error',
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
    severity: 'error',
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
    severity: 'error',
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
      return `edits in the record contradict that: run ${generate('--conflict', 'markers')}, or \`mine\` to keep them`
    case 'broken':
      return `edits in the record stand in the way: run ${generate('--dry-run')}, which says how`
    case 'none':
      return 'an accepted record is not rewritten: look whether it still convinces you'
  }
}
