import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'
import { groupBy, labelIn, triesOf } from './brute-force.ts'
import { type Joint, gapsOf, jointCompletions, smallCases } from './every-completion.ts'
import { tally } from './tally.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

describe('the next questions', () => {
  const isOption = (label: string): boolean => label.startsWith('chosen') || label.startsWith('split')

  /** The completions that go wrong under the best guess: an option is decided on, and it is another one. */
  const regret = (labels: readonly { readonly label: string; readonly weight: number }[]): number => {
    const decided = tally(labels.filter(({ label }) => isOption(label)))
    const all = [...decided.values()]
    return all.reduce((sum, count) => sum + count, 0) - Math.max(0, ...all)
  }

  interface Expected {
    readonly gap: string
    readonly value: number
    readonly influence: number
  }

  function expectedQuestions(one: Case): readonly Expected[] {
    const gaps = gapsOf(one)
    const joint = jointCompletions(one).map((each) => ({ ...each, label: labelIn(one, each.components) }))
    return gaps.map(({ fact, parts }, place) => {
      const answers = triesOf(one.pack, fact)
      const viewIn = ({ views }: Joint): string => views[place] ?? ''
      const left = answers.map(({ view }) => regret(joint.filter((each) => viewIn(each) === view)))
      const rows = groupBy(joint, ({ views }) => JSON.stringify(views.toSpliced(place, 1)))
      const swayed = rows.filter((row) => new Set(row.map(({ label }) => label)).size > 1)
      return {
        gap: `${parts.join('+')} ${fact.id}`,
        value: regret(joint) - left.reduce((sum, each) => sum + each, 0),
        influence: swayed.flat().reduce((sum, { weight }) => sum + weight, 0),
      }
    })
  }

  const plain = ({ gap, value, influence }: Expected) => `${gap}: ${value}, ${influence}`

  it.each([1, 2])('are worth what trying every answer says, with %i component(s)', (components) => {
    fc.assert(
      fc.property(smallCases({ components, mostFacts: 4 }), (one) => {
        const { questions, covered } = evaluationOf(one)
        fc.pre(covered.length > 0)
        const found = questions?.map(({ fact, components: parts, ...figures }) =>
          plain({
            gap: `${parts.join('+')} ${fact.id}`,
            value: Number(figures.value),
            influence: Number(figures.influence),
          }),
        )
        const expected = expectedQuestions(one)
          .filter(({ value, influence }) => value !== 0 || influence !== 0)
          .map(plain)
        expect(found?.toSorted()).toEqual(expected.toSorted())
      }),
      tries(60),
    )
  })

  it('come by value, then by influence, then in the order of the components', () => {
    fc.assert(
      fc.property(cases({ components: 2, mostFacts: 5 }), (one) => {
        const ranks = (evaluationOf(one).questions ?? []).map(
          ({ components: [component = 0], value, influence }) => [
            -Number(value),
            -Number(influence),
            component,
          ],
        )
        const compare = (a: readonly number[], b: readonly number[]): number =>
          a.reduce((order, rank, index) => order || rank - (b[index] ?? 0), 0)
        expect(ranks).toEqual(ranks.toSorted(compare))
      }),
      tries(30),
    )
  })

  it('are none exactly when the possibilities agree', () => {
    fc.assert(
      fc.property(smallCases({ components: 2, mostFacts: 4 }), (one) => {
        const { questions, possibilities, covered } = evaluationOf(one)
        fc.pre(covered.length > 0)
        expect(questions?.length === 0).toBe(possibilities?.length === 1)
      }),
      tries(60),
    )
  })
})
