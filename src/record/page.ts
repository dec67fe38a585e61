import type { Pack } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ChoiceArguments, choiceOf, namesOfComponents, namesOfOptions } from './argument.ts'
import { standingLine } from './citation.ts'
import { confidenceSentences } from './confidence-sentences.ts'
import { consideredOptions, contextLines, questionSentence } from './context.ts'
import { decisionSentence } from './decision-sentence.ts'
import { factsBehindVeto } from './facts-behind.ts'
import { addedOptions, comparisonSentences } from './house.ts'
import { countWords } from './inline-text.ts'
import { limitedParts, told } from './limited-parts.ts'
import { codeOf, escapeProse, escapeMarkdown } from './markdown.ts'
import type { PageLimits } from './page-limits.ts'
import { levelSentences } from './reasons.ts'
import { defaultLines } from './stated-default.ts'
import { turningIntroduction } from './turning-changes.ts'
import { restSentences } from './what-it-rests-on.ts'
import { openSentences } from './what-is-open.ts'
import { clauseOf, listOf, sentencesOf } from './words.ts'

/** What a record says below its head. */
export type Page = ReturnType<ReturnType<ReturnType<typeof pagesOf>>['page']>

/**
 * Makes pages of an evaluation, each with so much of each kind, and says how many words a reader sees on them: most are too
 * long, and only counted.
 */
export function pagesOf(evaluation: Evaluation) {
  const choice = choiceOf(evaluation)
  const fixed = told(fixedParts(evaluation, choice))
  const parts = limitedParts(evaluation, choice)
  return (limits: PageLimits) => {
    const all = [fixed, ...Object.values(parts).map((part) => part(limits))]
    const ids = new Set(all.flatMap(({ cited }) => cited))
    const cited = evaluation.pack.sources.filter(({ id }) => ids.has(id))
    return {
      words: all.reduce((sum, { words }) => sum + words, wordsOfSources(cited)),
      page: () => ({ ...fixed.value, ...shownParts(parts, limits), cited }),
    }
  }
}

/** What is the same on every page. */
function fixedParts(evaluation: Evaluation, choice: ChoiceArguments) {
  const { pack } = evaluation
  return {
    context: contextLines(evaluation),
    question: questionSentence(evaluation),
    options: consideredOptions(evaluation),
    decision: decisionSentence(evaluation),
    exclusions: [...notCovered(evaluation), ...ruledOut(evaluation), ...addedOptions(pack)],
    confidence: [
      ...confidenceSentences(evaluation),
      ...restSentences(evaluation),
      ...comparisonSentences(evaluation),
      ...defaultLines(evaluation),
    ],
    chosen: choice.isMade,
    level: levelSentences(evaluation, choice),
    changesIntroduction: turningIntroduction(evaluation),
    open: openSentences(evaluation),
    pack: {
      title: escapeProse(pack.title),
      version: pack.version,
      verified: pack.verified,
      house: escapeProse(pack.house?.title ?? ''),
      file: pack.file === undefined ? '' : codeOf(pack.file.path),
    },
  }
}

function shownParts(parts: ReturnType<typeof limitedParts>, limits: PageLimits) {
  const { gains, losses, boundary, watch } = parts
  return {
    table: parts.table(limits).value,
    why: parts.why(limits).value,
    against: parts.against(limits).value,
    sides: parts.sides(limits).value,
    shared: parts.shared(limits).value,
    consequences: [gains, losses, boundary, watch].flatMap((part) => part(limits).value),
    changes: parts.changes(limits).value,
    questions: parts.questions(limits).value,
  }
}

/** Each publisher is named once. */
const wordsOfSources = (cited: Pack['sources']): number =>
  [...new Set(cited.map(({ publisher }) => publisher)), ...cited.map(({ title }) => title)].reduce(
    (sum, text) => sum + countWords(text),
    0,
  )

const MOST_CITED = 2

const firstSentence = (text: string): string => sentencesOf(text).slice(0, 1).map(escapeProse).join('')

/** The components that the comparison does not cover, with the reason. */
const notCovered = ({ pack, profile, components }: Evaluation): readonly string[] =>
  components
    .filter(({ scope }) => scope === 'false')
    .map(({ component }) => {
      const reason = `${firstSentence(pack.scope.outside)} ${standingLine(pack, pack.scope, MOST_CITED)}`
      return profile.divided ? `**${escapeMarkdown(component.name)} is not covered.** ${reason}` : reason
    })

/** The options that a veto rules out, with the reason; each veto once, with the facts behind it where they are the same. */
const ruledOut = ({ pack, profile, covered }: Evaluation): readonly string[] =>
  pack.vetoes.flatMap((veto) => {
    const parts = covered.filter(({ vetoes }) =>
      vetoes.some(({ rule, truth }) => rule === veto && truth === 'true'),
    )
    const facts = new Set(
      parts.map((part) =>
        listOf(factsBehindVeto(pack, part, veto).map((fact) => escapeProse(clauseOf(fact)))),
      ),
    )
    const [because] = facts.size === 1 ? [...facts] : []
    const where = profile.divided ? ` for ${namesOfComponents(parts)}` : ''
    const verb = veto.against.length === 1 ? 'is' : 'are'
    return parts.length === 0
      ? []
      : [
          `**${namesOfOptions(pack, veto.against)} ${verb} ruled out${where}**${because ? `, because ${because}` : ''}. ${firstSentence(veto.claim)} ${standingLine(pack, veto, MOST_CITED)}`,
        ]
  })
