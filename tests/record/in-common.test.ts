import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import {
  bookSource,
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  head,
  is,
  veto,
} from '../support/build.ts'
import { templateOf } from '../support/templates.ts'

const pack: Pack = {
  ...buildPack({
    options: ['python', 'go'],
    facts: ['fast', 'small', 'odd'].map((id) => booleanFact(id)),
    criteria: [
      criterion('one', 'go', 'speed', 'strong', is('fast')),
      criterion('two', 'go', 'load', 'strong', is('fast')),
      criterion('three', 'python', 'size', 'strong', is('small')),
      criterion('four', 'python', 'team', 'strong', is('small')),
    ],
    vetoes: [veto('none', ['python', 'go'], is('odd'))],
  }),
  shared: [
    { id: 'free', text: 'Both are free. Nobody pays.', basis: 'documented', sources: ['book'] },
    { id: 'old', text: 'Both are old.', basis: 'judgement', sources: [] },
  ],
  sources: [bookSource],
}

const viewOf = (facts: Readonly<Record<string, boolean>>) =>
  buildRecord(evaluate(pack, buildProfile(buildComponent('only', facts))), head)

const tie = { fast: true, small: true, odd: false }

describe('what the options have in common', () => {
  it('is said where nothing tells them apart, with where it stands', () => {
    const view = viewOf(tie)
    expect(view.shared).toEqual(['Both are free ([Book][book]).', 'Both are old (judgement).'])
    expect(view.cited.map(({ id }) => id)).toEqual(['book'])
  })

  it('is said where too little is known', () => {
    expect(viewOf({ odd: false }).shared).toHaveLength(2)
  })

  it.each([
    ['an option was chosen', { ...tie, small: false }],
    ['no option is left', { ...tie, odd: true }],
  ])('is not said where %s', (_, facts) => {
    const view = viewOf(facts)
    expect([view.shared, view.cited]).toEqual([[], []])
  })

  it.each(['madr', 'nygard'])('is in the record in the form %s', (name) => {
    const record = renderRecord(viewOf(tie), templateOf(name))
    expect(record).toContain('- Both are free ([Book][book]).\n- Both are old (judgement).\n')
    expect(record).toContain('\n[book]: https://example.org/book\n')
    expect(renderRecord(viewOf({ ...tie, small: false }), templateOf(name))).not.toContain('Both are free')
  })
})
