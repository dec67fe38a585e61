import { comparisonsOf } from '../../criteria/condition.ts'
import type { Condition } from '../../criteria/condition.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../../evaluation/evidence.ts'
import type { Truth } from '../../evaluation/truth.ts'
import { nameOfDriver, nameOfOption } from '../argument.ts'
import { groundsLine } from '../citation.ts'
import { answerLabel } from '../fact-sentence.ts'
import { escapeMarkdown, escapeProse } from '../markdown.ts'
import { listOf, lowerFirst, sentencesOf } from '../words.ts'

const words: Readonly<Record<Truth, string>> = {
  true: 'holds',
  false: 'does not hold',
  unknown: 'is open',
}

/** Every criterion and veto: whether it holds, because of which answers; what holds or is open also with its claim. */
export function ruleLines(evaluation: Evaluation): readonly string[] {
  const { profile, covered } = evaluation
  return covered.flatMap((component) => [
    ...(profile.divided ? ['', `### ${escapeMarkdown(component.component.name)}`, ''] : []),
    ...linesOf(evaluation, component),
  ])
}

const claimLines = (text: string): readonly string[] =>
  sentencesOf(text).map((one) => `  ${escapeProse(one)}`)

function linesOf({ pack }: Evaluation, component: ComponentEvidence): readonly string[] {
  const answersTo = answersIn(pack, component)
  const names = (ids: readonly string[]): string => listOf(ids.map((id) => nameOfOption(pack, id)))
  const vetoes = component.vetoes.map(({ rule, truth }) => ({
    truth,
    rule,
    what: `rules out ${names(rule.against)}`,
  }))
  const criteria = component.criteria.map(({ rule, truth }) => ({
    truth,
    rule,
    what: `for ${names(rule.favours)}, ${lowerFirst(nameOfDriver(pack, rule.driver))}, ${rule.strength}`,
  }))
  return [...vetoes, ...criteria].flatMap(({ rule, truth, what }) => [
    `- **${rule.id}** (${what}) ${words[truth]}: ${answersTo(rule.when)}.`,
    ...(truth === 'false' ? [] : [...claimLines(rule.claim), `  ${groundsLine(pack, rule)}`]),
  ])
}

/** "`work` is a network component; `runs-on` is not answered": the answers that a condition asks for. */
const answersIn =
  ({ facts }: Evaluation['pack'], { component }: ComponentEvidence) =>
  (when: Condition): string => {
    const asked = new Set(comparisonsOf(when).map(({ fact }) => fact))
    const answers = answersOf(component.facts)
    const clauses = facts
      .filter(({ id }) => asked.has(id))
      .map((fact) => {
        const answer = answers(fact.id)
        return `\`${fact.id}\` is ${answer === undefined ? 'not answered' : escapeProse(answerLabel(fact, answer))}`
      })
    return clauses.length === 0 ? 'it always does' : clauses.join('; ')
  }
