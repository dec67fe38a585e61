import type { Criterion, Grounds, Pack, Veto } from '../criteria/pack.ts'
import type { Changed } from '../evaluation/compare-evaluations.ts'
import type { Truth } from '../evaluation/truth.ts'
import type { RecordReview } from './record-review.ts'
import type { DecisionReview } from './review-decisions.ts'
import { levelAdverb, listOf, lowerFirst } from '../record/words.ts'
import { type ReviewBlock, type Phrase, code, joinPhrases, listBlock, paragraph } from './block.ts'
import type { PackChange } from './pack-change.ts'
import { optionName, subjectOf } from './verdict-phrases.ts'

/** What stands behind the summary of a decision: evidence gained and lost, rules that changed, and the edits of people. */
export function decisionDetails(review: DecisionReview): readonly ReviewBlock[] {
  const blocks = [...evidenceBlocks(review), ...ruleBlocks(review), ...review.records.flatMap(editBlocks)]
  const summary = `Details: ${subjectOf(review.decision)}`
  return blocks.length === 0 ? [] : [{ kind: 'details', summary, blocks }]
}

function evidenceBlocks({ comparison }: DecisionReview): readonly ReviewBlock[] {
  if (comparison === null) return []
  const { before, after, difference } = comparison
  const { criteria, vetoes } = difference
  const [old, now] = [before.evaluation.pack, after.evaluation.pack]
  const isDivided = after.evaluation.profile.divided || before.evaluation.profile.divided
  const rules = [
    ...criteria.map((entry) => ({ ...entry, say: (pack: Pack) => criterionPhrase(pack, entry.rule) })),
    ...vetoes.map((entry) => ({ ...entry, say: (pack: Pack) => vetoPhrase(pack, entry.rule) })),
  ]
  const lineIn =
    (pack: Pack) =>
    ({ component, say, ...truth }: (typeof rules)[number]): Phrase => [
      ...(isDivided ? [`${component.name}: `] : []),
      ...say(pack),
      doubtOf(truth),
    ]
  const gained = rules.filter((entry) => entry.after === 'true').map(lineIn(now))
  const lost = rules.filter((entry) => entry.before === 'true').map(lineIn(old))
  return [
    ...(gained.length === 0 ? [] : [paragraph('Evidence gained:'), ...listBlock(gained)]),
    ...(lost.length === 0 ? [] : [paragraph('Evidence lost:'), ...listBlock(lost)]),
  ]
}

const doubtOf = ({ before, after }: Pick<Changed<Truth>, 'before' | 'after'>): string =>
  after === 'unknown'
    ? ' Nobody can tell any more.'
    : before === 'unknown'
      ? ' Nobody could tell before.'
      : ''

function criterionPhrase(pack: Pack, rule: Criterion): Phrase {
  const driver = pack.drivers.find(({ id }) => id === rule.driver)?.name ?? rule.driver
  const names = (ids: readonly string[]): string => listOf(ids.map((id) => optionName(pack, id)))
  const whom = rule.against === undefined ? `for ${names(rule.favours)}` : `against ${names(rule.against)}`
  return [
    code(rule.id),
    ` speaks ${whom}, ${levelAdverb[rule.strength]} (${lowerFirst(driver)}). ${rule.claim} `,
    ...groundsPhrase(pack, rule),
  ]
}

const vetoPhrase = (pack: Pack, rule: Veto): Phrase => [
  code(rule.id),
  ` rules out ${listOf(rule.against.map((id) => optionName(pack, id)))}. ${rule.claim} `,
  ...groundsPhrase(pack, rule),
]

/** As many as a record shows. */
const MOST_CITED = 4

const basisWords = {
  documented: 'Documented',
  partial: 'Documented in part',
  judgement: 'Judgement',
} as const

function groundsPhrase(pack: Pack, { basis, sources, house }: Grounds): Phrase {
  const rule = house === true ? `Rule of ${pack.house?.title ?? ''}. ` : ''
  const links = sources.slice(0, MOST_CITED).flatMap((id) => {
    const source = pack.sources.find((candidate) => candidate.id === id)
    if (source === undefined) return []
    const { title, url } = source
    const place = source.path === undefined ? (source.where ?? '') : code(source.path)
    return url === undefined ? [[`${title} (`, place, ')']] : [[{ link: title, to: url }]]
  })
  return links.length === 0
    ? [rule === '' ? `${basisWords[basis]}.` : rule.trimEnd()]
    : [`${rule}${basisWords[basis]}: `, ...joinPhrases(links), '.']
}

/** Which rules of the comparison are new, gone or rewritten. */
export function ruleBlocks({ comparison }: DecisionReview): readonly ReviewBlock[] {
  if (comparison === null || comparison.pack === null) return []
  const { house } = comparison.pack
  const title = (house?.after ?? house?.before)?.title ?? ''
  return [
    ...ruleLists('Rules of the comparison:', comparison.pack),
    ...(house === null ? [] : ruleLists(`Rules of ${title}:`, house)),
  ]
}

function ruleLists(
  title: string,
  { added, removed, rewritten }: Pick<PackChange, 'added' | 'removed' | 'rewritten'>,
): readonly ReviewBlock[] {
  const lines = [
    ...rulesLine('Added', added),
    ...rulesLine('Removed', removed),
    ...rulesLine('Rewritten', rewritten),
  ]
  return lines.length === 0 ? [] : [paragraph(title), ...listBlock(lines)]
}

const rulesLine = (verb: string, ids: readonly string[]): readonly Phrase[] =>
  ids.length === 0 ? [] : [[`${verb}: `, ...joinPhrases(ids.map((id) => [code(id)]))]]

const MOST_LINES = 60

/** The lines of people in a record, as a short difference from what the machine wrote. */
function editBlocks({ after, edits, lost }: RecordReview): readonly ReviewBlock[] {
  if (after === null) return []
  const groups = [
    ['Edited by people in this change, in ', edits?.filter(({ isNew }) => isNew) ?? []],
    ['Edited by people before, in ', edits?.filter(({ isNew }) => !isNew) ?? []],
  ] as const
  return [
    ...groups.flatMap(([title, some]) =>
      some.length === 0
        ? []
        : [
            paragraph(title, code(after.path), ':'),
            linesBlock(
              some.flatMap(({ line, removed, added }) => [
                `@@ line ${line} @@`,
                ...removed.map((text) => `-${text}`),
                ...added.map((text) => `+${text}`),
              ]),
            ),
          ],
    ),
    ...(lost.length === 0
      ? []
      : [
          paragraph('Lines of people that are gone from ', code(after.path), ':'),
          linesBlock(lost.map((text) => `-${text}`)),
        ]),
  ]
}

function linesBlock(lines: readonly string[]): ReviewBlock {
  const rest = lines.length - MOST_LINES
  const shown = rest > 0 ? [...lines.slice(0, MOST_LINES), `@@ ${rest} more lines @@`] : lines
  return { kind: 'lines', language: 'diff', lines: shown }
}
