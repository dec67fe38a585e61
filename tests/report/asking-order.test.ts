import { readFileSync } from 'node:fs'
import process from 'node:process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answersOf } from '../../src/evaluation/evidence.ts'
import { truthOf } from '../../src/evaluation/truth.ts'
import { answerTo } from '../support/arbitraries.ts'
import { type Answers, countQuestions, inPackOrder, mostValuableFirst } from '../support/asking.ts'
import { exampleText, profileFrom, shippedPack as pack } from '../support/shipped.ts'

/** `MADRIGAL_RUNS=300 npx vitest run tests/report/asking-order.test.ts` measures the figure in docs/asking.md. */
const isMeasuring = process.env['MADRIGAL_RUNS'] === '300'
/** A usual run starts with answers to the questions that take long to rank while they are open. */
const given = isMeasuring ? [] : ['runs-on', 'work', 'builds-on', 'way-of-working']

/** The answers of complete profiles that the pack covers, each as likely as any other; what is assumed is as assumed. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...pack.facts.map((fact) => answerTo(fact).map((answer) => [fact.id, fact.assume ?? answer] as const)),
  )
  .map((answers) => new Map(answers))
  .filter((answers) => truthOf(pack.scope.when, (id) => answers.get(id)) === 'true')

/** Those of the examples that answer everything. */
const exampleAnswers: readonly Answers[] = ['network-service', 'close-call', 'dominant-constraint'].flatMap(
  (name) =>
    profileFrom(exampleText(name)).components.map(({ facts }) => {
      const answers = answersOf(facts)
      return new Map(pack.facts.map(({ id }) => [id, answers(id) ?? []]))
    }),
)

const mean = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length

const median = (counts: readonly number[]): number | undefined =>
  counts.toSorted((a, b) => a - b)[counts.length >> 1]

const figureOf = (counts: readonly number[]): string =>
  `${mean(counts).toFixed(1)} questions on average (median ${median(counts)})`

it('settles the verdict with fewer questions than the order of the pack', () => {
  const all = [
    ...fc.sample(anyAnswers, { numRuns: isMeasuring ? 300 : 8, seed: 20_260_101 }),
    ...exampleAnswers,
  ]
  const [asked = [], inOrder = []] = [mostValuableFirst(pack), inPackOrder(pack)].map((ask) =>
    all.map((answers) => countQuestions(ask, answers, given)),
  )
  expect(mean(asked)).toBeLessThan(mean(inOrder))
  if (!isMeasuring) return
  const fewer = asked.filter((count, index) => count < (inOrder[index] ?? 0)).length
  const figures = `${figureOf(asked)} instead of ${figureOf(inOrder)}; fewer in ${fewer} of ${all.length}`
  expect(readFileSync('docs/asking.md', 'utf8').replaceAll('\n', ' ')).toContain(figures)
}, 600_000)
