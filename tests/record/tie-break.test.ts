import { describe, expect, it } from 'vitest'
import { findLongTexts } from '../../src/author/long-texts.ts'
import type { Pack, TieBreak } from '../../src/criteria/pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { explain } from '../../src/explain/explain.ts'
import { explanationText } from '../../src/explain/explanation-text.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { evidenceText } from '../../src/record/evidence/evidence-text.ts'
import { evaluationTrace } from '../../src/report/evaluation-json.ts'
import { evaluationText } from '../../src/report/evaluation-text.ts'
import { packText } from '../../src/report/pack-text.ts'
import { packWith, smallPack } from '../criteria/small-pack.ts'
import {
  bookSource,
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  head,
  is,
} from '../support/build.ts'

const tieBreak: TieBreak = {
  option: 'tea',
  claim: 'It needs less power. That is known.',
  basis: 'documented',
  sources: ['book'],
}
const packOf = (stated: TieBreak | null): Pack => ({
  ...buildPack({
    options: ['tea', 'coffee', 'water'],
    facts: ['hot', 'early', 'open'].map((id) => booleanFact(id)),
    criteria: [
      criterion('warm', ['tea', 'coffee'], 'warmth', 'strong', is('hot')),
      criterion('cold', ['coffee', 'water'], 'cold', 'strong', { not: is('hot') }),
      criterion('wakes', 'coffee', 'effect', 'strong', is('early')),
    ],
  }),
  sources: [bookSource],
  ...(stated && { tieBreak: stated }),
})
const judge = (facts: Readonly<Record<string, boolean>>, stated: TieBreak | null = tieBreak) =>
  evaluate(packOf(stated), buildProfile(buildComponent('only', { open: true, ...facts })))

const tied = { hot: true, early: false }
const layout = { width: 200, colour: false }
const said = 'Nothing decides; the stated default of the comparison is tea: it needs less power.'

describe('the stated default of a comparison', () => {
  it('is told in one line where nothing decides, with its source', () => {
    const view = buildRecord(judge(tied), head)
    expect(view.decision).toBe('No option is chosen, because tea and coffee are too close to call.')
    expect(view.confidence.at(-1)).toBe(`${said} Documented: [Book][book].`)
    expect(view.cited.map(({ id }) => id)).toEqual(['book'])
    expect(evaluationText(judge(tied), layout)).toContain(`${said} Documented: Book.`)
    const evidence = evidenceText(judge(tied), 'adr-profile.yaml')
    expect(evidence).toContain(`${said} Documented: [Book](https://example.org/book).`)
    const explained = explanationText(judge(tied), explain(judge(tied)), 'adr-profile.yaml', layout)
    expect(explained).toContain(`${said} Documented in [1].`)
    expect(explained).toContain('[1] Book, Press')
    expect(evaluationTrace(judge(tied)).statedDefault).toEqual(tieBreak)
  })

  it.each([
    ['another option is chosen', judge({ hot: true, early: true })],
    ['others are tied', judge({ hot: false, early: false })],
    ['it states none', judge(tied, null)],
  ])('is not told where %s', (_, evaluation) => {
    const view = buildRecord(evaluation, head)
    expect(JSON.stringify(view)).not.toContain('default')
    expect(view.cited).toEqual([])
    expect(evidenceText(evaluation, 'adr-profile.yaml')).not.toMatch(/default|Book/)
    expect(evaluationTrace(evaluation)).not.toHaveProperty('statedDefault')
  })

  it('changes no verdict', () => {
    for (const facts of [tied, { hot: true, early: true }, { hot: false, early: false }, {}])
      expect(judge(facts).verdict).toEqual(judge(facts, null).verdict)
  })
})

const stated = '\ntie-break: { option: tea, claim: It keeps., basis: documented, sources: [leaf-book] }\n'
const codesOf = (addition: string) => {
  const result = parsePack({ name: 'pack.yaml', text: smallPack + addition })
  return result.ok ? [] : result.diagnostics.map(({ code }) => code)
}

describe('a pack', () => {
  it('states it, and shows it', () => {
    const result = parsePack({ name: 'pack.yaml', text: smallPack + stated })
    const text = result.ok ? packText(result.value, layout) : ''
    expect(text).toContain(
      'Where nothing decides\n  tie-break\n    the stated default is Tea\n    It keeps.\n    documented: leaf-book\n',
    )
  })

  it.each([
    ['option: tea', 'option: tee', 'unknown-reference'],
    ['claim: It keeps., ', '', 'missing-key'],
    ['It keeps.', 'It keeps', 'wrong-format'],
    ['[leaf-book]', '[]', 'missing-source'],
    ['[leaf-book]', '[leave-book]', 'unknown-reference'],
  ])('with %s as %s in it has a problem', (part, replacement, code) => {
    expect(codesOf(stated.replace(part, replacement))).toEqual([code])
  })

  it('cites with it', () => {
    const unused = packWith('shared:', 'shared:').text.replaceAll(
      /basis: (documented|partial)(,?\s+)sources: \[leaf-book\]/g,
      'basis: judgement$2sources: []',
    )
    expect(parsePack({ name: 'pack.yaml', text: unused }).ok).toBe(false)
    expect(parsePack({ name: 'pack.yaml', text: unused + stated }).ok).toBe(true)
  })

  it('is warned of a long one', () => {
    const long = { ...tieBreak, claim: `It${' very'.repeat(30)} well keeps.` }
    expect(findLongTexts(packOf(long))).toContainEqual(
      expect.objectContaining({ text: 'tie-break.claim', most: 26 }),
    )
  })
})
