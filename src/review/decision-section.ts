import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ToldLevel } from '../evaluation/ladder.ts'
import { type PackChange, comparisonWords, houseWords } from './pack-change.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { DecisionChange, DecisionReview } from './review-decisions.ts'
import { restSentences } from '../record/what-it-rests-on.ts'
import { listOf, toldWord } from '../record/words.ts'
import { plainText } from '../report/plain-text.ts'
import { degreeOf, stateWords } from '../report/verdict-words.ts'
import { type ReviewBlock, type Phrase, code, joinPhrases, listBlock, paragraph } from './block.ts'
import { recordPhrases } from './record-phrases.ts'
import { newVerdict, outcomeWithDegree, subjectOf, verdictSentence } from './verdict-phrases.ts'

/** What a reviewer reads of one decision: the verdict, what changed, and what became of the record. */
export function decisionSection(review: DecisionReview): readonly ReviewBlock[] {
  const { decision, comparison } = review
  return [
    { kind: 'heading', level: 3, text: [subjectOf(decision)] },
    paragraph(...verdictOf(review)),
    ...(comparison === null ? [] : [...factBlocks(comparison), ...driverTable(comparison)]),
    ...listBlock([...(comparison === null ? [] : changePhrases(comparison)), ...recordPhrases(review)]),
  ]
}

function verdictOf({ decision, after, comparison }: DecisionReview): Phrase {
  const { evaluation, profile } = decision
  if (comparison !== null)
    return verdictSentence(comparison.before.evaluation, comparison.after.evaluation, comparison)
  if (after !== null) return [...newVerdict(evaluation), ' The profile is ', code(profile), '.']
  return ['No longer asked for in ', code(profile), `; the verdict was ${outcomeWithDegree(evaluation)}.`]
}

function factBlocks(comparison: DecisionChange): readonly ReviewBlock[] {
  const facts = factPhrases(comparison)
  return facts.length === 0 ? [] : [paragraph('Facts that changed:'), ...listBlock(facts)]
}

const changePhrases = ({ before, after, pack, keys }: DecisionChange): readonly Phrase[] => [
  ...robustness(before.evaluation, after.evaluation),
  ...(pack === null ? [] : packPhrases(pack, after)),
  ...keyPhrase(after, keys),
]

/** The comparison and the house that extends it, each for itself. */
const packPhrases = (pack: PackChange, { request }: WantedDecision): readonly Phrase[] => {
  const file = pack.after.house === undefined ? request.criteria : pack.after.id
  return [
    ...(pack.isRevised || pack.isRenamed
      ? [[{ strong: 'Comparison:' }, ' ', code(file), ...comparisonWords(pack)]]
      : []),
    ...(pack.house === null ? [] : [[{ strong: 'House rules:' }, ` ${houseWords(pack.house)}`]]),
  ]
}

/** One line for each fact, where all components change alike, else for each component. */
function factPhrases({ after: { profile, evaluation }, difference }: DecisionChange): readonly Phrase[] {
  const entries = difference.facts.map(({ component, fact, before, after }) => {
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
function driverTable({ drivers, difference, ...sides }: DecisionChange): readonly ReviewBlock[] {
  const { pack, profile } = sides.after.evaluation
  if (difference.drivers.length === 0) return []
  const rows = drivers.length > MOST_ROWS ? difference.drivers : drivers
  return [
    {
      kind: 'table',
      head: [...(profile.divided ? ['Component'] : []), 'Driver', ...pack.options.map(({ name }) => name)],
      rows: rows.map(({ component, driver, told: { before, after } }) => [
        ...(profile.divided ? [component.name] : []),
        driver.name,
        ...pack.options.map((_, option) => cellOf(before[option] ?? 0, after[option] ?? 0)),
      ]),
    },
  ]
}

function cellOf(before: ToldLevel, after: ToldLevel): string {
  if (before === after) return toldWord[after]
  return `${toldWord[after] || 'nothing'} (was ${toldWord[before] || 'nothing'})`
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
