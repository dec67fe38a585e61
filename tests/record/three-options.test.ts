import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { evenly } from '../../src/record/page-limits.ts'
import type { RecordView } from '../../src/record/view.ts'
import { changeSentences } from '../../src/record/what-would-change.ts'
import {
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  head,
  is,
  veto,
} from '../support/build.ts'

const facts = ['fast', 'small', 'open', 'home'].map((id) => booleanFact(id))
const usual = { fast: false, small: false, open: false, home: false }
const criteria = [
  criterion('speed', 'python', 'speed', 'strong', is('fast')),
  criterion('size', 'go', 'size', 'strong', is('small')),
  criterion('reach', 'rust', 'reach', 'strong', is('open')),
]
const pack = buildPack({
  options: ['python', 'go', 'rust'],
  facts,
  criteria,
  vetoes: [veto('rule', 'go', is('home'))],
})
const four = { ...pack, options: [...pack.options, { id: 'zig', name: 'zig', summary: 'Zig.' }] }

const viewOf = (of: typeof pack, ...components: readonly Component[]): RecordView =>
  buildRecord(evaluate(of, buildProfile(...components)), head)

const fast = (id: string, also = {}) => buildComponent(id, { ...usual, fast: true, ...also })
const small = (id: string) => buildComponent(id, { ...usual, small: true })
const open = (id: string, also = {}) => buildComponent(id, { ...usual, open: true, ...also })

describe('a division among three options', () => {
  it('keeps the reasons of its components apart', () => {
    const { decision, consequences } = viewOf(pack, fast('edge'), small('core'), open('shop'))
    expect(decision).toBe(
      'Chosen option: "python for edge, go for core, rust for shop", because for edge, it is fast; for core, it is small; and for shop, it is open.',
    )
    expect(consequences).toContain(
      'Bad, because python, go and rust all have to be kept up, and so have the boundaries between them (judgement).',
    )
  })

  it('says in which component one driver alone decides, and against whom', () => {
    const { confidence } = viewOf(pack, fast('edge'), small('core'))
    expect(confidence.filter((sentence) => sentence.includes('alone decides'))).toEqual([
      'Against go and rust, one driver alone decides for edge: "what speed says".',
      'Against python and rust, one driver alone decides for core: "what size says".',
    ])
  })

  it('says in which component a driver speaks strongly for something else', () => {
    const heavy = {
      ...pack,
      criteria: [...criteria, criterion('more', 'go', 'reach', 'strong', is('small'))],
    }
    const { confidence } = viewOf(
      heavy,
      buildComponent('edge', { ...usual, fast: true, small: true }),
      open('shop'),
    )
    expect(confidence).toContain('For edge, "what speed says" speaks strongly for something else.')
  })

  it('gives the reasons that tell apart what the components get, before such as they share', () => {
    const shared = criterion('shared', ['python', 'go'], 'shared', 'strong', { not: is('open') })
    const both = buildPack({ options: ['python', 'go', 'rust'], facts, criteria: [shared, ...criteria] })
    expect(viewOf(both, fast('edge'), small('core')).decision).toContain(
      'because for edge, it is fast, while for core, it is small.',
    )
  })

  it('does not say that no driver favours what one favours as much', () => {
    const shared = criterion('shared', ['python', 'rust'], 'shared', 'strong', { not: is('open') })
    const both = buildPack({ options: ['python', 'go', 'rust'], facts, criteria: [shared, ...criteria] })
    expect(viewOf(both, fast('edge')).level).toEqual(['No driver puts another option ahead.'])
  })

  it('shows the strongest reasons where it has no room for one of each component', () => {
    const reasons = ['a weak', 'a strong', 'b strong', 'c moderate']
    const strongFirst = (a: string, b: string): number =>
      Number(b.endsWith('strong')) - Number(a.endsWith('strong'))
    expect(evenly(reasons, ([kind = '']) => kind, 1, strongFirst)).toEqual(['b strong'])
    expect(evenly(reasons, ([kind = '']) => kind, 3, strongFirst)).toEqual([
      'a weak',
      'b strong',
      'c moderate',
    ])
  })

  it('gives a reason of two components once', () => {
    expect(viewOf(pack, fast('edge'), fast('desk'), small('core')).decision).toBe(
      'Chosen option: "python for edge and desk, go for core", because for edge and desk, it is fast, while for core, it is small.',
    )
  })

  it('says once why, and what that brings, for the components that share it', () => {
    const { why, consequences } = viewOf(pack, fast('edge'), fast('desk'), small('core'))
    expect(why.map(({ headline }) => headline)).toEqual([
      'edge and desk, what speed says, strong.',
      'core, what size says, strong.',
    ])
    expect(consequences.filter((line) => line.startsWith('Good'))).toEqual([
      expect.stringMatching(/^Good for edge and desk, because /),
      expect.stringMatching(/^Good for core, because /),
    ])
  })

  it('gives no reasons that its sentence has no room for', () => {
    const long = 'a name of a component with so many words'
    const { decision } = viewOf(pack, fast(`${long} one`), small(`${long} two`), open(`${long} three`))
    expect(decision).toMatch(/ because the components lead to different options\.$/)
  })

  it('says once what is ruled out for the same reason', () => {
    const { exclusions } = viewOf(
      pack,
      fast('edge', { home: true }),
      small('core'),
      open('shop', { home: true }),
    )
    expect(exclusions).toEqual([
      '**go is ruled out for edge and shop**, because it is home. rule rules it out. Judgement.',
    ])
  })

  it('says once what is ruled out for different reasons', () => {
    const either = { ...pack, vetoes: [veto('rule', 'go', { any: [is('home'), is('open')] })] }
    const { exclusions } = viewOf(either, fast('edge', { home: true }), small('core'), open('shop'))
    expect(exclusions).toEqual(['**go is ruled out for edge and shop**. rule rules it out. Judgement.'])
  })
})

describe('a component that leads to no option by itself', () => {
  it('is told with others that can go with the same', () => {
    const others = ['shop', 'desk'].map((id) => buildComponent(id, { ...usual, home: true }))
    const { decision } = viewOf(pack, small('edge'), ...others)
    expect(decision).toMatch(/^Chosen option: "go for edge, python or rust for shop and desk"/)
  })

  const edge = small('edge')
  const barred = buildComponent('core', { ...usual, home: true })

  it('can go with any that is not ruled out for it', () => {
    expect(viewOf(pack, edge, barred).decision).toMatch(
      /^Chosen option: "go for edge, python or rust for core"/,
    )
    expect(viewOf(four, edge, barred).decision).toMatch(
      /^Chosen option: "go for edge, any of python, rust and zig for core"/,
    )
  })

  it('is given none where a change leaves it so, ruled out or not', () => {
    const evaluation = evaluate(pack, buildProfile(edge, fast('core', { home: true })))
    expect(changeSentences(evaluation)).toContain(
      'If, for core, it were not fast (now: it is fast), the choice would be go for edge, no particular option for core.',
    )
  })
})
