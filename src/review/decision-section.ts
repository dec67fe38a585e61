import type { EvaluationDifference } from '../evaluation/compare-evaluations.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Level } from '../evaluation/ladder.ts'
import type { PackChange } from './pack-change.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { Comparison, DecisionReview } from './review-decisions.ts'
import { restSentences } from '../record/what-it-rests-on.ts'
import { levelWord, listOf } from '../record/words.ts'
import { plainText } from '../report/plain-text.ts'
import { degreeOf, stateWords } from '../report/verdict-words.ts'
import { type Block, type Phrase, code, joinPhrases, listBlock, paragraph } from './block.ts'
import { packWords } from './pack-words.ts'
import { recordPhrases } from './record-phrases.ts'
import { degreeNote, newVerdict, outcomeName, subjectOf, verdictSentence } from './verdict-phrases.ts'

/** What a reviewer reads of one decision: the verdict, what changed, and what became of the record. */
export function decisionSection(review: DecisionReview): readonly Block[] {
  const { before, after, comparison } = review
  const decision = after ?? before
  if (decision === null) return []
  return [
    { kind: 'heading', level: 3, text: [subjectOf(decision)] },
    paragraph(...verdictOf(review)),
    ...(comparison === null || before === null || after === null
      ? []
      : [...factBlocks(after, comparison), ...driverTable(after.evaluation, comparison)]),
    ...listBlock([
      ...(comparison === null || before === null || after === null
        ? []
        : changePhrases(before, after, comparison)),
      ...recordPhrases(review),
    ]),
  ]
}

function verdictOf({ before, after, comparison }: DecisionReview): Phrase {
  if (before !== null && after !== null && comparison !== null)
    return verdictSentence(before.evaluation, after.evaluation, comparison)
  if (after !== null) return [...newVerdict(after.evaluation), ' The profile is ', code(after.profile), '.']
  if (before === null) return []
  const was = `${outcomeName(before.evaluation)}${degreeNote(before.evaluation)}`
  return [`No longer asked for in `, code(before.profile), `; the verdict was ${was}.`]
}

function factBlocks(after: WantedDecision, { difference }: Comparison): readonly Block[] {
  const facts = factPhrases(after, difference)
  return facts.length === 0 ? [] : [paragraph('Facts that changed:'), ...listBlock(facts)]
}

const changePhrases = (
  before: WantedDecision,
  after: WantedDecision,
  { pack, keys }: Comparison,
): readonly Phrase[] => [
  ...robustness(before.evaluation, after.evaluation),
  ...(pack === null ? [] : [packPhrase(after, pack)]),
  ...keyPhrase(after, keys),
]

/** One line for each fact, where all components change alike, else for each component. */
function factPhrases(
  { profile, evaluation }: WantedDecision,
  { facts }: EvaluationDifference,
): readonly Phrase[] {
  const entries = facts.map(({ component, fact, before, after }) => {
    const line = 'line' in after && after.line !== undefined ? `:${after.line}` : ''
    const words = `: ${stateWords(fact, after)} (was: ${stateWords(fact, before)}), `
    const text: Phrase = [code(fact.id), words, code(`${profile}${line}`)]
    return { name: component.name, text, key: JSON.stringify(text) }
  })
  const groups = new Map<string, (typeof entries)[number][]>()
  for (const entry of entries) groups.set(entry.key, [...(groups.get(entry.key) ?? []), entry])
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const isForAll = group.length === evaluation.components.length
    return [isForAll ? first.text : [`${listOf(group.map(({ name }) => name))}: `, ...first.text]]
  })
}

const MOST_ROWS = 12

/** What drivers say for each option now, and what they said. Where there are many, only what changed. */
function driverTable({ pack, profile }: Evaluation, { drivers, difference }: Comparison): readonly Block[] {
  if (difference.drivers.length === 0) return []
  const rows = drivers.length > MOST_ROWS ? difference.drivers : drivers
  return [
    {
      kind: 'table',
      head: [...(profile.divided ? ['Component'] : []), 'Driver', ...pack.options.map(({ name }) => name)],
      rows: rows.map(({ component, driver, before, after }) => [
        ...(profile.divided ? [component.name] : []),
        driver.name,
        ...pack.options.map((_, option) => cellOf(before[option] ?? 0, after[option] ?? 0)),
      ]),
    },
  ]
}

function cellOf(before: Level, after: Level): string {
  if (before === after) return levelWord[after]
  return `${levelWord[after] || 'nothing'} (was ${levelWord[before] || 'nothing'})`
}

/** How sure the verdict is now, and what that rests on, where it was otherwise. */
function robustness(before: Evaluation, after: Evaluation): readonly Phrase[] {
  const [was, is] = [before, after].map((evaluation) => restSentences(evaluation).map(plainText))
  const [wasSure, isSure] = [before, after].map(({ verdict }) => degreeOf(verdict))
  const isSame = was?.join('\n') === is?.join('\n') && wasSure === isSure
  if (isSame || isSure === '' || is === undefined || was === undefined) return []
  const change = wasSure === isSure ? '' : ` (was ${wasSure === '' ? 'no choice' : wasSure})`
  return [
    [{ strong: 'How sure:' }, ` ${isSure ?? ''}${change}. ${is.join(' ')}`.trimEnd()],
    ...(was.length === 0 || was.join() === is.join() ? [] : [[{ strong: 'Before:' }, ` ${was.join(' ')}`]]),
  ]
}

const packPhrase = ({ request }: WantedDecision, pack: PackChange): Phrase => [
  { strong: 'Comparison:' },
  ' ',
  code(request.criteria),
  ` ${packWords(pack)}.`,
]

function keyPhrase(
  { profile, request, evaluation }: WantedDecision,
  keys: readonly string[],
): readonly Phrase[] {
  if (keys.length === 0) return []
  const named = joinPhrases(keys.map((key) => [code(key)]))
  const constraint = request.dominantConstraint
  const driver = evaluation.pack.drivers.find(({ id }) => id === constraint)?.name
  const also =
    keys.includes('dominant-constraint') && driver !== undefined ? `; “${driver}” decides first` : ''
  return [[{ strong: 'Also changed' }, ' in ', code(profile), ': ', ...named, `${also}.`]]
}
