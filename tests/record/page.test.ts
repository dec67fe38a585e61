import path from 'node:path'
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import { visibleWords } from '../../src/record/inline-text.ts'
import { componentsWith, partialFacts, tries } from '../support/arbitraries.ts'
import { buildProfile } from '../support/build.ts'
import { evaluationOf, exampleText, packNamedIn, profileFrom, shippedPack } from '../support/shipped.ts'
import { templateOf } from '../support/templates.ts'

const head = {
  id: 'python-vs-go/edge-proxy@1',
  number: 1,
  date: '2026-01-01',
  profilePath: 'adr-profile.yaml',
  evidence: '../../.madrigal/evidence/python-vs-go/edge-proxy@1.md',
}
const names = ['madr', 'nygard'] as const

const recordOf = (evaluation: Evaluation, name: (typeof names)[number]): string =>
  renderRecord(buildRecord(evaluation, head), templateOf(name))

/** What is between headings, bullets, lines of a table and ends of sentences. */
const sentencesIn = (record: string): readonly string[] =>
  record
    .slice(record.indexOf('\n# '))
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .split(/\n\n|\n(?=- )|(?<=[.!?])\s+(?!\()/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !sentence.startsWith('|'))

const idsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ''))].toSorted()

/** What is wrong with a record as a page. */
function faultsOf(evaluation: Evaluation, name: (typeof names)[number]): readonly string[] {
  const record = recordOf(evaluation, name)
  const isSplit = evaluation.verdict.decision.kind === 'split'
  const words = visibleWords(record).length
  const before = record.slice(0, record.search(/^(?:Chosen option|No option)/m))
  const [body = '', list = ''] = record.split('\nSources:\n')
  const sentences = sentencesIn(body)
  const most = isSplit ? 800 + 150 * (evaluation.covered.length - 2) : 700
  return [
    ...(words > most ? [`${words} words`] : []),
    ...(visibleWords(before).length > (isSplit ? 150 : 100) ? ['the decision comes late'] : []),
    ...sentences.filter((sentence) => visibleWords(sentence).length > 40).map((one) => `long: ${one}`),
    ...sentences
      .filter(
        (one, index) => sentences.indexOf(one) !== index && !/^\*?\*?(?:Documented|Judgement)/.test(one),
      )
      .map((one) => `twice: ${one}`),
    ...(idsIn(body, /\]\[([^\]]+)\]/g).join() === idsIn(list, /\]\[([^\]]+)\]/g).join()
      ? []
      : ['the sources listed are not those cited']),
    ...(idsIn(record, /\]\[([^\]]+)\]/g).join() === idsIn(record, /^\[([^\]]+)\]: /gm).join()
      ? []
      : ['the links defined are not those used']),
  ]
}

const examples = readdirSync('examples', { encoding: 'utf8', recursive: true })
  .filter((file) => path.basename(file) === 'adr-profile.yaml')
  .map((file) => path.dirname(file).replaceAll('\\', '/'))

describe.each(names)('a page in the form %s', (name) => {
  it.each(examples)('holds what %s comes to', (example) => {
    const text = exampleText(example)
    const pack = packNamedIn(text)
    expect(faultsOf(evaluationOf(profileFrom(text, pack), pack), name)).toEqual([])
  })

  it('holds what any profile comes to', () => {
    const parts = fc
      .integer({ min: 1, max: 4 })
      .chain((count) => componentsWith(shippedPack.facts, count, partialFacts))
    const profiles = fc.record({
      parts,
      dominant: fc.option(fc.constantFrom(...shippedPack.drivers.map(({ id }) => id)), { nil: undefined }),
    })
    fc.assert(
      fc.property(profiles, ({ parts: components, dominant }) => {
        const profile: Profile = { ...buildProfile(...components), project: 'Edge proxy' }
        expect(faultsOf(evaluate(shippedPack, profile, dominant), name)).toEqual([])
      }),
      tries(1000),
    )
  })
})
