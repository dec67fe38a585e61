import { type Clause, type Grounds, type Pack, type Source, filesOf } from '../../criteria/pack.ts'
import { rememberedOf } from '../../document/remembered.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import { nameOfOption } from '../argument.ts'
import { groundsLine, sourcesInLine } from '../citation.ts'
import { confidenceSentences } from '../confidence-sentences.ts'
import { proseLines } from '../context.ts'
import { decisionSentence } from '../decision-sentence.ts'
import { driverTable } from '../driver-table.ts'
import { codeOf, escapeMarkdown, escapeProse, escapeTitle } from '../markdown.ts'
import type { ToldFlip } from '../told-flips.ts'
import { sourceMention } from '../source-place.ts'
import { questionPoints, questionsIntroduction } from '../question-points.ts'
import { defaultLinesInFull, statedDefault } from '../stated-default.ts'
import { titleOf } from '../title.ts'
import { restSentences } from '../what-it-rests-on.ts'
import { changesIntroduction, sentenceOf, toldOf } from '../what-would-change.ts'
import { revisitComment } from '../revisit-triggers.ts'
import { sentencesOf, upperFirst } from '../words.ts'
import { houseHeading, houseLines } from '../house.ts'
import { factLines, groundsOfLines, ruleLines, watchLines } from './evidence-lines.ts'

/**
 * Everything that a record rests on, as Markdown for whoever wants to look behind the page.
 *
 * @param evaluation from `evaluate`
 * @param profilePath relative to the repository, with `/`
 * @returns Markdown with line feeds; equal arguments give equal texts
 */
export const evidenceText = (evaluation: Evaluation, profilePath: string): string =>
  textOfEvidence(evidenceLines(evaluation, profilePath))

/** The same before it is put together: the lines of a pack are there once, however many records have them. */
export function evidenceLines(evaluation: Evaluation, profilePath: string): readonly string[] {
  const { pack } = evaluation
  return [
    `# Evidence: ${escapeTitle(titleOf(evaluation))}`,
    '',
    'Written by Madrigal; edits are overwritten.',
    `Judged against "${escapeProse(pack.title)}", version ${pack.version}, last verified ${pack.verified}.`,
    ...filesOf(pack).map(({ path, sha256 }) => `${codeOf(path)} as it was with the SHA-256 ${sha256}.`),
    '',
    ...knownSections(evaluation, profilePath),
    ...judgedSections(evaluation),
    ...section(houseHeading(pack), houseLines(evaluation)),
    ...packSections(pack),
    ...section('Sources', sourceLines(evaluation)),
  ]
}

/**
 * Puts the evidence of a record together.
 *
 * @param lines from `support()` of a wanted record
 * @returns Markdown with line feeds, which ends with one; nothing is thrown
 */
export const textOfEvidence = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`

const knownSections = (evaluation: Evaluation, profilePath: string): readonly string[] => [
  ...section('What the project is', projectLines(evaluation)),
  ...section('Facts', factLines(evaluation, profilePath)),
]

function projectLines({ profile }: Evaluation): readonly string[] {
  const components = profile.divided ? profile.components : []
  return [
    ...proseLines(profile.summary),
    ...components.flatMap(({ name, summary }) =>
      summary === undefined ? [] : [`${escapeMarkdown(name)}: ${proseLines(summary).join(' ')}`],
    ),
  ]
}

/** What follows from the facts. */
const judgedSections = (evaluation: Evaluation): readonly string[] => [
  ...section('Decision', [
    decisionSentence(evaluation),
    ...confidenceSentences(evaluation),
    ...restSentences(evaluation),
    ...defaultLinesInFull(evaluation),
  ]),
  ...section('Scope', scopeLines(evaluation)),
  ...section('Drivers', driverTable(evaluation, Infinity)),
  ...section('Criteria and vetoes', ruleLines(evaluation)),
  ...section('What would change the decision', [
    ...[changesIntroduction(evaluation)].filter((line) => line !== ''),
    ...toldOf(evaluation).flatMap((flip) => changeLines(evaluation, flip)),
  ]),
  ...section('Open questions', questionLines(evaluation)),
  ...section('What to watch', watchLines(evaluation)),
]

/** A change, and a comment with the same condition for `readTriggers`, where it can be written as one. */
function changeLines(evaluation: Evaluation, flip: ToldFlip): readonly string[] {
  const revisit = revisitComment(flip, evaluation.profile.divided)
  return [`- ${sentenceOf(evaluation, flip)}`, ...(revisit === '' ? [] : [`  ${revisit}`])]
}

/** What to find out first. The facts above name every other answer that is missing. */
function questionLines(evaluation: Evaluation): readonly string[] {
  const points = questionPoints(evaluation)
  if (points.length === 0) return []
  const bullets = points.flatMap(({ headline, lines }) => [
    `- ${headline}`,
    ...lines.map((line) => `  ${line}`),
  ])
  return [questionsIntroduction(evaluation), '', ...bullets]
}

/** What the comparison says of the options, whatever the facts. */
const packSections = rememberedOf((pack: Pack): readonly string[] => [
  ...section('How the options differ', differenceLines(pack)),
  ...section(
    'What the options have in common',
    pack.shared.map((ground) => bullet(pack, ground.text, ground)),
  ),
  ...section(
    'Advice for a boundary',
    pack.boundary.map((advice) => bullet(pack, `${upperFirst(advice.title)}. ${advice.text}`, advice)),
  ),
])

/** What the comparison covers, and which components it does not. */
function scopeLines({ pack, components }: Evaluation): readonly string[] {
  const outside = components.filter(({ scope }) => scope !== 'true')
  return [
    `- ${escapeProse(pack.scope.inside)} ${groundsLine(pack, pack.scope)}`,
    ...outside.map(({ component, scope }) =>
      scope === 'false'
        ? `- ${escapeMarkdown(component.name)} is not covered: ${escapeProse(pack.scope.outside)}`
        : `- Nobody has said whether it covers ${escapeMarkdown(component.name)}.`,
    ),
  ]
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, '']

const bullet = (pack: Pack, text: string, grounds: Grounds): string =>
  `- ${sentencesOf(text).map(escapeProse).join(' ')} ${groundsLine(pack, grounds)}`

function differenceLines(pack: Pack): readonly string[] {
  const line = (option: string, side: Clause): string =>
    `  - ${nameOfOption(pack, option)}: ${escapeProse(side.text)}. ${groundsLine(pack, side)}`
  return pack.differences.flatMap(({ dimension, sides }) => [
    `- ${escapeProse(dimension)}`,
    ...sides.map((side) => line(side.option, side)),
  ])
}

/** The sources that the text above cites, with what is to be known of each. */
function sourceLines(evaluation: Evaluation): readonly string[] {
  const { pack } = evaluation
  const always = sourcesOfPack(pack)
  const cited = new Set(groundsShown(evaluation).flatMap((grounds) => sourcesInLine(pack, grounds)))
  return pack.sources.filter((source) => always.has(source) || cited.has(source)).map(sourceLine)
}

/** What the text says where it stands, beside what it says whatever the facts. */
function groundsShown(evaluation: Evaluation): readonly Grounds[] {
  const tieBreak = statedDefault(evaluation)
  return [evaluation.pack.scope, ...(tieBreak === null ? [] : [tieBreak]), ...groundsOfLines(evaluation)]
}

const sourcesOfPack = rememberedOf((pack: Pack) => {
  const { shared, boundary, differences } = pack
  const grounds = [...shared, ...boundary, ...differences.flatMap(({ sides }) => sides)]
  return new Set(grounds.flatMap((one) => sourcesInLine(pack, one)))
})

const sourceLine = rememberedOf((source: Source): string => {
  const { publisher, verified, note } = source
  const more = note ? ` ${escapeProse(note)}` : ''
  return `- ${sourceMention(source)}, ${escapeProse(publisher)}, verified ${verified}.${more}`
})
