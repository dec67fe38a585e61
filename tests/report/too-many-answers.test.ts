import { describe, expect, it } from 'vitest'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { compareEvaluations } from '../../src/evaluation/compare-evaluations.ts'
import { explain } from '../../src/explain/explain.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { askTrace } from '../../src/report/ask-json.ts'
import { questionsFor } from '../../src/report/asked-question.ts'
import { askText, outlookSentence } from '../../src/report/ask-text.ts'
import { evaluationTrace } from '../../src/report/evaluation-json.ts'
import { evaluationText } from '../../src/report/evaluation-text.ts'
import { explanationText } from '../../src/explain/explanation-text.ts'
import { plainTakes } from '../../src/report/plain-verdict.ts'
import { whatIfSummary } from '../../src/report/what-if-summary.ts'
import { buildComponent, buildPack, buildProfile, criterion, numberFact } from '../support/build.ts'

const many = Array.from({ length: 18 }, (_, index) => `f${index}`)
const isOpen = { any: many.map((fact) => ({ fact, operator: 'at-least', value: 1 }) as const) }
const isKnown = { fact: 'known', operator: 'at-least', value: 1 } as const

const packWith = (...criteria: readonly Criterion[]): Pack =>
  buildPack({
    options: ['tea', 'coffee'],
    facts: [...many, 'known'].map((id) => numberFact(id)),
    criteria: [...criteria, ...['one', 'two'].map((id) => criterion(id, 'coffee', id, 'strong', isOpen))],
  })

const forTea = ['three', 'four'].map((id) => criterion(id, 'tea', id, 'strong', isKnown))
const forBoth = [...forTea, ...['five', 'six'].map((id) => criterion(id, 'coffee', id, 'strong', isKnown))]

const judge = (pack: Pack, facts: Readonly<Record<string, Answer>> = { known: 5 }): Evaluation =>
  evaluate(pack, buildProfile(buildComponent('only', facts)))

const layout = { width: 1000, colour: false }
const tooMany = 'The missing answers have more than 65,536 combinations, too many to try, so it is not known'
const record = (evaluation: Evaluation) =>
  buildRecord(evaluation, { id: 'x/y@1', number: 1, date: '2026-01-01', profilePath: 'adr-profile.yaml' })
const explanationOf = (evaluation: Evaluation, name?: string): string =>
  explanationText(evaluation, explain(evaluation, name), 'adr-profile.yaml', layout)

describe('with more combinations of missing answers than are tried', () => {
  const choice = judge(packWith(...forTea))

  it('the record says so of the choice and of the questions', () => {
    const { confidence, open } = record(choice)
    expect(choice.verdict).toMatchObject({ decision: { option: 'tea' }, settled: false })
    expect(confidence).toContain(`${tooMany} whether they could change it.`)
    expect(open.join(' ')).toContain('Open, too many to tell which could change this decision: ')
  })

  it('`evaluate` and `explain` say the same', () => {
    expect(evaluationText(choice, layout)).toContain(
      'Open, too many to tell which could change this decision: ',
    )
    expect(explanationOf(choice)).toContain(
      `${tooMany} which answers to the 18 questions could change the decision;`,
    )
    for (const text of [evaluationText(choice, layout), explanationOf(choice)]) {
      expect(text).toContain(`${tooMany} whether they could change it`)
      expect(text).not.toMatch(/most valuable|could change the decision\.|could change it: /)
    }
    expect(explanationOf(choice, 'f3')).toContain(`${tooMany} whether this one could change the decision.`)
    expect(evaluationTrace(choice)).toMatchObject({ possibilities: null, questions: null })
  })

  it('`ask` says it, and claims no order', () => {
    const text = askText(choice, layout, 3)
    expect(text).toContain(
      `${tooMany} which answers to the 18 questions could change the verdict; shown are the first three in the order of the comparison.`,
    )
    expect(text).not.toContain('most valuable')
    expect(outlookSentence(choice, questionsFor(choice).slice(0, 1), 0)).toBe(
      `${tooMany} whether the answer to one question could change the verdict.`,
    )
    expect(askTrace(choice)).toMatchObject({ open: 18, ranked: false })
  })

  it('`what-if` says it of what would be', () => {
    const before = judge(packWith(...forTea), { known: 5, ...Object.fromEntries(many.map((id) => [id, 0])) })
    expect(whatIfSummary(before, choice, compareEvaluations(before, choice))).toBe(
      'Tea would still be chosen, but it is not known whether a missing answer could change that.',
    )
  })

  it('a tie and too little evidence are told with the same words', () => {
    const tie = judge(packWith(...forBoth))
    expect(record(tie).confidence).toContain(`${tooMany} whether they could decide it.`)
    const [first] = plainTakes(judge(packWith(...forTea), {}))
    expect(first).toBe('What it may take, in the order of the comparison:')
  })

  it('nothing of it is said where answers only could not change the verdict', () => {
    const settled = judge(
      packWith(...forTea, ...many.map((id) => criterion(id, 'tea', id, 'strong', isKnown))),
    )
    expect(settled).toMatchObject({ questions: null, verdict: { settled: true } })
    expect(evaluationText(settled, layout)).not.toContain('combinations')
    expect(askTrace(settled)).toMatchObject({ open: 0, ranked: true })
  })
})
