import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { changeFacts } from '../../src/profile/change-facts.ts'
import { readChanges } from '../../src/profile/read-changes.ts'
import { compareEvaluations } from '../../src/evaluation/compare-evaluations.ts'
import { whatIfSummary } from '../../src/report/what-if-summary.ts'
import { whatIfText } from '../../src/report/what-if-text.ts'
import {
  always,
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  is,
  veto,
} from '../support/build.ts'
import { evaluationOf, exampleText, profileFrom, shippedPack } from '../support/shipped.ts'

/** An example now, and then. */
function suppose(example: string, ...changes: readonly string[]): readonly [Evaluation, Evaluation] {
  const profile = profileFrom(exampleText(example))
  const facts = new Map(shippedPack.facts.map((fact) => [fact.id, fact]))
  const read = readChanges(
    changes.filter((text) => text.includes('=')).map((text) => ({ name: '--set', text })),
    changes.filter((text) => !text.includes('=')).map((text) => ({ name: '--unset', text })),
    { profile, facts },
  )
  if (!read.ok) throw new Error(`wrong changes: ${changes.join()}`)
  return [evaluationOf(profile), evaluationOf(changeFacts(profile, read.value))]
}

const summaryOf = (example: string, ...changes: readonly string[]): string => {
  const [before, after] = suppose(example, ...changes)
  return whatIfText(before, after, { width: 1000, colour: false }).split('\n')[0] ?? ''
}

describe('what would be, beside what is', () => {
  it.for([
    ['close-call', 60, ['may-assume=nothing', 'builds-on=data-frames', 'readers']],
    ['close-call', 120, ['may-assume=nothing', 'builds-on=data-frames', 'readers']],
    [
      'split-system',
      60,
      ['gateway.work=data-preparation', 'gateway.may-assume=container-runtime', 'estate=go-services'],
    ],
    [
      'split-system',
      120,
      ['gateway.work=data-preparation', 'gateway.may-assume=container-runtime', 'estate=go-services'],
    ],
  ] as const)('fits: %s in %i columns', async ([example, width, changes], context) => {
    const [before, after] = suppose(example, ...changes)
    const text = whatIfText(before, after, { width, colour: false })
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([])
    await context.expect(text).toMatchFileSnapshot(`golden/what-if-${example}-${width}.txt`)
  })

  it('marks its headings, and says nothing by marks alone', () => {
    const [before, after] = suppose('close-call', 'may-assume=nothing')
    const marked = whatIfText(before, after, { width: 100, colour: true })
    // oxlint-disable-next-line no-control-regex
    expect(marked.replaceAll(/\u001b\[\d+m/g, '')).toBe(
      whatIfText(before, after, { width: 100, colour: false }),
    )
    expect(marked).toContain('\u001b[1mDrivers')
  })

  it.each([
    [
      'close-call',
      ['may-assume=nothing'],
      'Go would be chosen, where now nothing decides between Python and Go, because delivery would speak strongly for Go.',
    ],
    [
      'network-service',
      ['may-assume=container-runtime', 'estate=none', 'work=analysis', 'builds-on=data-frames'],
      'Python would be chosen instead of Go, because ecosystem would speak strongly for Python, delivery would no longer speak for Go and purpose would speak moderately for Python.',
    ],
    [
      'network-service',
      ['may-assume=nothing'],
      'Nothing would change: every answer that this comparison asks for stays the same.',
    ],
    [
      'network-service',
      ['outside-data=false'],
      'Nothing would change: no criterion of this comparison tells these answers apart.',
    ],
    ['network-service', ['operations-per-instance=10'], 'The verdict would stay as it is.'],
    [
      'network-service',
      ['runs-on=browser'],
      'The comparison would not apply, where now Go is chosen, because that depends on `runs-on`.',
    ],
    [
      'network-service',
      ['runs-on'],
      'It would not be known whether the comparison applies, where now Go is chosen, because that depends on `runs-on`.',
    ],
    ['dominant-constraint', ['may-assume=container-runtime'], 'The verdict would stay as it is.'],
    [
      'data-pipeline',
      ['builds-on', 'way-of-working', 'readers'],
      'Python would still be chosen, but an answer that is missing could change that.',
    ],
    [
      'too-little-known',
      ['may-assume=nothing'],
      'Go would be chosen, where now nothing decides between Python and Go, because delivery would speak strongly for Go.',
    ],
    [
      'split-system',
      [
        'gateway.work=data-preparation',
        'gateway.may-assume=container-runtime',
        'gateway.build-demands=none',
        'gateway.operations-per-instance=10',
        'gateway.third-party-code=as-needed',
      ],
      'Python would be chosen for all components, where now Go is chosen for Vehicle gateway and Python is chosen for Failure model, because for Vehicle gateway, delivery would no longer speak for Go, purpose would speak moderately for Python and purpose would no longer speak for Go.',
    ],
    [
      'split-system',
      ['several-languages=false'],
      'Python would be chosen for all components, where now Go is chosen for Vehicle gateway and Python is chosen for Failure model, because a second option would be a burden.',
    ],
  ] as const)('is one sentence: %s with %j', (example, changes, sentence) => {
    expect(summaryOf(example, ...changes)).toBe(sentence)
  })

  it('tells once what two vetoes do to one option of a component', () => {
    const pack = buildPack({
      options: ['python', 'go'],
      facts: [booleanFact('fast')],
      criteria: [criterion('size', 'go', 'size', 'strong', always)],
      vetoes: ['one', 'two'].map((id) => veto(id, 'go', is('fast'))),
    })
    const [before, after] = [false, true].map((fast) =>
      evaluate(pack, buildProfile(buildComponent('edge', { fast }), buildComponent('core', { fast: true }))),
    )
    if (before === undefined || after === undefined) throw new Error('nothing was judged')
    expect(whatIfSummary(before, after, compareEvaluations(before, after))).toBe(
      'Python would be chosen for all components, where now go is chosen for edge and python is chosen for core, because for edge, go would be ruled out.',
    )
  })
})
