import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption } from './argument.ts'
import { standingLine } from './citation.ts'
import { factsBehind } from './facts-behind.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { clauseOf, listOf, sentencesOf } from './words.ts'

const MOST_CITED = 2

const firstSentence = (text: string): string => sentencesOf(text).slice(0, 1).map(escapeProse).join('')

/** The components that the comparison does not cover, with the reason. */
export const notCovered = ({ pack, profile, components }: Evaluation): readonly string[] =>
  components
    .filter(({ scope }) => scope === 'false')
    .map(({ component }) => {
      const reason = `${firstSentence(pack.scope.outside)} ${standingLine(pack, pack.scope, MOST_CITED)}`
      return profile.divided ? `**${escapeMarkdown(component.name)} is not covered.** ${reason}` : reason
    })

/** The options that a veto rules out, with the reason. */
export const ruledOut = ({ pack, profile, covered }: Evaluation): readonly string[] =>
  covered.flatMap((part) =>
    part.vetoes
      .filter(({ truth }) => truth === 'true')
      .map(({ rule }) => {
        const facts = factsBehind(pack, part, [rule]).map((fact) => escapeProse(clauseOf(fact)))
        const names = listOf(rule.against.map((id) => nameOfOption(pack, id)))
        const where = profile.divided ? ` for ${escapeMarkdown(part.component.name)}` : ''
        const verb = rule.against.length === 1 ? 'is' : 'are'
        return `**${names} ${verb} ruled out${where}**${facts.length === 0 ? '' : `, because ${listOf(facts)}`}. ${firstSentence(rule.claim)} ${standingLine(pack, rule, MOST_CITED)}`
      }),
  )
