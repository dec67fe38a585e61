import type { Grounds } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption } from './argument.ts'
import { groundsLine } from './citation.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { listOf } from './words.ts'

/** The components that the comparison does not cover, with the reason. */
export const notCovered = ({ pack, profile, components }: Evaluation): readonly string[] =>
  components
    .filter(({ scope }) => scope === 'false')
    .map(({ component }) => {
      const reason = `${escapeProse(pack.scope.outside)} ${groundsLine(pack, pack.scope)}`
      return profile.divided ? `**${escapeMarkdown(component.name)} is not covered.** ${reason}` : reason
    })

/** The options that a veto rules out, with the reason. */
export const ruledOut = ({ pack, profile, covered }: Evaluation): readonly string[] =>
  covered.flatMap(({ component, vetoes }) =>
    vetoes
      .filter(({ truth }) => truth === 'true')
      .map(({ rule }) => {
        const names = listOf(rule.against.map((id) => nameOfOption(pack, id)))
        const where = profile.divided ? ` for ${escapeMarkdown(component.name)}` : ''
        const verb = rule.against.length === 1 ? 'is' : 'are'
        return `**${names} ${verb} ruled out${where}.** ${escapeProse(rule.claim)} ${groundsLine(pack, rule)}`
      }),
  )

export const exclusionGrounds = ({ pack, components, covered }: Evaluation): readonly Grounds[] => [
  ...(components.some(({ scope }) => scope === 'false') ? [pack.scope] : []),
  ...covered.flatMap(({ vetoes }) => vetoes.filter(({ truth }) => truth === 'true').map(({ rule }) => rule)),
]
