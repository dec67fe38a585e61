import { type House, type Pack, addedIn } from '../criteria/pack.ts'
import { countOf, listOf } from '../record/words.ts'
import { type Phrase, code } from './block.ts'

/** What became of rules, which are named by id. */
interface RuleChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly rewritten: readonly string[]
}

/** What is different about the rules that a decision is judged by. */
export interface PackChange extends RuleChanges {
  readonly before: Pack
  readonly after: Pack
  /** Whether it has another id: one that was its own before. */
  readonly isRenamed: boolean
  /** Whether the comparison itself reads otherwise, and not only what a house makes of it. */
  readonly isRevised: boolean
  /** What changed in the house that extends it; null where nothing did. */
  readonly house: HouseChange | null
}

/** Adjustments and answers of the house are named by the criterion and the fact that they are about. */
export interface HouseChange extends RuleChanges {
  readonly before: House | null
  readonly after: House | null
}

/** Null where the pack is the same. */
export function comparePacks(before: Pack, after: Pack): PackChange | null {
  if (before === after || textOf(before) === textOf(after)) return null
  const [old, now] = [before.house?.base ?? before, after.house?.base ?? after]
  const rules = compareRules(rulesOf(old), rulesOf(now))
  return {
    before,
    after,
    ...rules,
    isRenamed: old.id !== now.id,
    isRevised: contentOf(old) !== contentOf(now),
    house: compareHouses(before, after),
  }
}

/** What a pack says, whatever its file is called and however it is laid out. */
const textOf = (pack: object): string =>
  JSON.stringify(pack, (key, value: unknown) => (key === 'file' ? undefined : value))

/** All that it says but what it is called, and was. */
const contentOf = ({ id: _id, renames: _renames, ...content }: Pack): string => textOf(content)

/** Whether a later pack is an earlier one, perhaps under another id. */
export const isSamePack = (before: Pack, { id, renames = [] }: Pack): boolean =>
  before.id === id || renames.includes(before.id)

function compareHouses(before: Pack, after: Pack): HouseChange | null {
  if (houseTextOf(before) === houseTextOf(after)) return null
  const rules = compareRules(houseRulesOf(before), houseRulesOf(after))
  return { before: before.house ?? null, after: after.house ?? null, ...rules }
}

/** All that a house says, whatever the comparison below it does. */
function houseTextOf(pack: Pack): string {
  const { house } = pack
  if (house === undefined) return ''
  const added = (['sources', 'drivers', 'facts', 'watch'] as const).flatMap((list) => addedIn(pack, list))
  return textOf([house.title, house.writtenFor, [...houseRulesOf(pack)], added])
}

type Rules = ReadonlyMap<string, string>

const compareRules = (old: Rules, now: Rules): RuleChanges => ({
  added: [...now.keys()].filter((id) => !old.has(id)),
  removed: [...old.keys()].filter((id) => !now.has(id)),
  rewritten: [...now.keys()].filter((id) => old.has(id) && old.get(id) !== now.get(id)),
})

const rulesOf = ({ criteria, vetoes }: Pick<Pack, 'criteria' | 'vetoes'>): Rules =>
  new Map([...criteria, ...vetoes].map((rule) => [rule.id, JSON.stringify(rule)]))

const isOwn = ({ house }: { readonly house?: true }): boolean => house === true

function houseRulesOf(pack: Pack): Rules {
  const { criteria, vetoes, house } = pack
  if (house === undefined) return new Map()
  return new Map([
    ...rulesOf({ criteria: criteria.filter(isOwn), vetoes: vetoes.filter(isOwn) }),
    ...addedIn(pack, 'options').map((option) => [option.id, JSON.stringify(option)] as const),
    ...house.answers.map((answer) => [answer.fact, JSON.stringify(answer)] as const),
    // The criterion is the comparison's, which is compared apart.
    ...house.adjustments.map(({ criterion, ...change }) => [criterion.id, JSON.stringify(change)] as const),
  ])
}

/** "changed (version 1 to 2): one rule added and two rules rewritten". */
function packWords({ before, after, ...rules }: PackChange): string {
  const version =
    before.version === after.version ? 'the same version' : `version ${before.version} to ${after.version}`
  return `changed (${version}): ${countsOf(rules) || 'no rule changed'}`
}

/** What became of the comparison itself, after its name: "changed …", "is called `beverages` now …", or both. */
export function comparisonWords(change: PackChange): Phrase {
  const changed = ` ${packWords(change)}.`
  if (!change.isRenamed) return [changed]
  return change.isRevised ? [`${changed} It`, ...renamedWords(change)] : renamedWords(change)
}

export const renamedWords = ({ before, after }: PackChange): Phrase => [
  ' is called ',
  code(after.id),
  ' now, and was ',
  code(before.id),
  '; records that are there keep their ids.',
]

/** "The rules of Acme changed: one rule added". */
export function houseWords({ before, after, ...rules }: HouseChange): string {
  const counts = countsOf(rules)
  if (after === null) return `The rules of ${before?.title ?? ''} are not added any more: ${counts}.`
  if (before === null) return `The rules of ${after.title} are added to the comparison: ${counts}.`
  return `The rules of ${after.title} changed: ${counts || 'no rule did, but what stands around them'}.`
}

function countsOf({ added, removed, rewritten }: RuleChanges): string {
  const counts = [
    [added, 'added'],
    [removed, 'removed'],
    [rewritten, 'rewritten'],
  ] as const
  return listOf(
    counts.flatMap(([ids, verb]) => (ids.length === 0 ? [] : [`${countOf(ids.length, 'rule')} ${verb}`])),
  )
}
