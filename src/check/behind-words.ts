import type { Remedy } from './finding.ts'
import { causeClause, says, wouldBe } from './cause-words.ts'
import type { Sayable, WordsOf } from './sayable.ts'

type BehindKind = 'verdict-flipped' | 'confidence-changed' | 'inputs-changed' | 'verdict-unclear'

/** The words for records that do not say what the profile says now. */
export const behindWords: WordsOf<BehindKind> = {
  'verdict-flipped': (finding) => {
    const { was, now, cause, remedy, status } = finding.about
    const record = status === 'accepted' || remedy === 'propose' ? `the ${status} record` : 'the record'
    return [
      `${causeClause(cause, finding.words)}: ${wouldBe(now, finding.words)}, ${record} ${says(was, finding.words)}`,
      remedy === 'none'
        ? `answer what is missing, as ${finding.words.code('madrigal ask')} shows, or run ${finding.runHere('deprecate')}`
        : adviceFor(remedy, finding),
    ]
  },
  'confidence-changed': (finding) => {
    const { was, now, cause, remedy } = finding.about
    return [
      `${causeClause(cause, finding.words)}: the choice would be ${finding.words.plain(now)}, the record says ${finding.words.plain(was)}`,
      adviceFor(remedy, finding),
    ]
  },
  'inputs-changed': (finding) => {
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
  'verdict-unclear': ({ about: { cause, now, status }, words, runHere }) => [
    `${causeClause(cause, words)}: ${wouldBe(now, words)}, and the ${words.plain(status)} record does not tell whether it says the same`,
    `a line ${words.code('Chosen option: "<name>", because …')} in its decision would tell; then run ${runHere('accept')}`,
  ],
}

function adviceFor(remedy: Remedy, { generate }: Sayable<BehindKind>): string {
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
