import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { adjustmentLines, comparisonSentences, houseLines } from '../../src/record/house.ts'
import { houseWith } from '../criteria/tea-house.ts'
import { head } from '../support/build.ts'

const judged = (part: string, replacement: string, facts: string): Evaluation => {
  const pack = houseWith(part, replacement)
  if (!pack.ok) throw new Error('the house is wrong')
  const text = `project: Lunch\ndecisions: [{ criteria: house }]\nfacts: { ${facts} }\n`
  const profile = parseProfile({ name: 'adr-profile.yaml', text }, new Map([['house', pack.value]]))
  if (!profile.ok) throw new Error('the profile is wrong')
  return evaluate(pack.value, profile.value)
}

describe('what a record says of a house', () => {
  it('leaves the reason of an answer as it is written, since it may begin with a name', () => {
    const evaluation = judged('Children eat elsewhere.', 'Ada feeds them. They eat early.', 'fasting: true')
    const says =
      'Canteen says of all its projects that it is for adults (Rule 1): Ada feeds them. They eat early.'
    expect(buildRecord(evaluation, head).open).toContain(says)
    expect(houseLines(evaluation)).toContain(
      '- **guests**: It is for adults (Rule 1): Ada feeds them. They eat early.',
    )
  })

  it('tells a tie for good from one that an answer could end', () => {
    const disabled = 'disable: true, because: No., by: The cook }'
    const evaluation = judged(
      'strength: weak, because: Mornings start late here., by: The cook }',
      `${disabled}\n  - { criterion: many-cups, ${disabled}`,
      'fasting: false',
    )
    expect(evaluation.verdict.decision.kind).toBe('tie')
    expect(evaluation.comparisonAlone?.verdict.decision.kind).toBe('insufficient-evidence')
    expect(comparisonSentences(evaluation)).toEqual([
      '**By the comparison alone, too little would be known to tell Tea and Coffee apart.**',
    ])
  })

  it.each([
    ['only-when: { fact: fasting, is: false }', 'counts it only when `fasting is false`'],
    [
      'strength: weak, only-when: { fact: fasting, is: false }',
      'counts it weak instead of strong, and only when `fasting is false`',
    ],
  ])('says in which cases a criterion counts: %s', (change, says) => {
    const { pack } = judged('strength: weak', change, 'time: morning, fasting: false')
    expect(adjustmentLines(pack, { id: 'morning-coffee' })).toEqual([
      `Canteen ${says} (The cook): Mornings start late here.`,
    ])
  })

  it('names nothing that the comparison has come to count as the house does', () => {
    const evaluation = judged('strength: weak', 'strength: strong', 'time: morning, fasting: false')
    expect(comparisonSentences(evaluation).join(' ')).not.toContain('morning-coffee')
    expect(adjustmentLines(evaluation.pack, { id: 'morning-coffee' })).toEqual([
      'Canteen counts it strong, as the comparison does (The cook): Mornings start late here.',
    ])
  })
})
