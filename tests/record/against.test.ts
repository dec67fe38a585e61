import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { compareEvidence } from '../../src/plan/evidence-change.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { evidenceData, evidenceJson, readEvidence } from '../../src/record/evidence/evidence-data.ts'
import { evidenceText } from '../../src/record/evidence/evidence-text.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import { driverPicture } from '../../src/report/driver-picture.ts'
import { whatIfText } from '../../src/report/what-if-text.ts'
import { cases, tries } from '../support/arbitraries.ts'
import {
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  criterionAgainst,
  head,
  is,
} from '../support/build.ts'
import { templateOf } from '../support/templates.ts'

const options = ['broker', 'table', 'log']
const upkeep = criterionAgainst('upkeep', 'log', options, 'upkeep', 'strong', is('small'))
const replay = criterionAgainst('replay', 'broker', options, 'replay', 'moderate', is('small'))
const order = criterion('order', 'log', 'order', 'weak', is('small'))
const louder = ['speed', 'size', 'price'].map((id) => criterion(id, 'log', id, 'strong', is('small')))

const packOf = (...criteria: readonly Criterion[]): Pack =>
  buildPack({ options, facts: [booleanFact('small')], criteria })
const judge = (pack: Pack, small = true) => evaluate(pack, buildProfile(buildComponent('only', { small })))
const viewOf = (...criteria: readonly Criterion[]): RecordView =>
  buildRecord(judge(packOf(...criteria)), head)
const headlinesOf = (points: RecordView['why']) => points.map(({ headline }) => headline)

describe('a criterion against an option', () => {
  it('is a reason for what it is not against', () => {
    const view = viewOf(upkeep, replay, order)
    expect(view.decision).toContain('Chosen option: "table"')
    expect(headlinesOf(view.why)).toEqual([
      'What upkeep says, strong against log.',
      'What replay says, moderate against broker.',
    ])
    expect(view.consequences).toEqual([
      'Good, because upkeep is gained (judgement).',
      'Good, because replay is gained (judgement).',
      'Bad, because order is lost (judgement).',
    ])
  })

  it('argues against what it is against', () => {
    const view = viewOf(upkeep, ...louder)
    expect(view.decision).toContain('Chosen option: "log"')
    expect(headlinesOf(view.against)).toEqual(['What upkeep says, strong against log.'])
    expect(view.consequences.at(-1)).toBe('Bad, because upkeep is lost (judgement).')
    expect(view.confidence.join(' ')).toContain('"what upkeep says" speaks strongly against it.')
  })

  it('stands in the column of what it is against', () => {
    const cells = viewOf(upkeep, replay, order).table.map((row) => row.split('|').map((cell) => cell.trim()))
    expect(cells.slice(2).map((row) => row.slice(1, 5))).toEqual([
      ['What upkeep says', '', '', 'strong against'],
      ['What replay says', 'moderate against', '', ''],
      ['What order says', '', '', 'weak'],
    ])
  })

  it('is told as it counts where its driver says more', () => {
    const more = { ...criterion('people', 'table', 'upkeep', 'weak', is('small')) }
    const table = viewOf({ ...upkeep, strength: 'weak' }, { ...more, strength: 'strong' }).table.at(-1) ?? ''
    expect(table.split('|').map((cell) => cell.trim())).toEqual(
      expect.arrayContaining(['What upkeep says', 'weak', 'strong', '']),
    )
  })

  it('is said once where nothing is chosen', () => {
    const record = renderRecord(viewOf(upkeep), templateOf('madr'))
    expect(record).toContain('broker and table are too close to call')
    expect(record.match(/^### What speaks .*$|^- \*\*What.*$/gm)).toEqual([
      '### What speaks against log',
      '- **What upkeep says, strong.**',
    ])
    expect(renderRecord(viewOf(upkeep), templateOf('nygard'))).toContain('\nAgainst log:\n')
  })

  it('is told so in the evidence, and in what changes', () => {
    const pack = packOf(upkeep, replay, order)
    expect(evidenceText(judge(pack), 'adr-profile.yaml')).toContain(
      '- **upkeep** (against log, what upkeep says, strong) holds',
    )
    const before = readEvidence(evidenceJson(evidenceData(judge(pack))))
    const without = evidenceData(judge(packOf(replay, order)))
    expect(before?.components[0]?.criteria['upkeep']).toMatchObject({
      favours: ['broker', 'table'],
      against: ['log'],
    })
    expect(before && compareEvidence(before, without)?.gone).toContain(
      'The criterion `upkeep` speaks against log (upkeep, strong).',
    )
  })

  it('is drawn hollow, on the side of what it is against', () => {
    const lines = driverPicture(judge(packOf(upkeep, order)), 80)
    expect(lines[1]).toMatch(/What upkeep says +none +none +□□□□ against$/)
  })

  it('is told so by what other answers would do', () => {
    const pack = packOf(upkeep, replay, order)
    const text = whatIfText(judge(pack, false), judge(pack), { width: 200, colour: false })
    expect(text).toContain('because what upkeep says would speak strongly against log')
    expect(text).toContain('- upkeep, strong against log (what upkeep says)')
    expect(text).toMatch(/What upkeep says +nothing +strong against log/)
  })

  it('never counts otherwise than for all others', () => {
    fc.assert(
      fc.property(cases(), ({ pack, profile, dominantConstraint }) => {
        const ids = pack.options.map(({ id }) => id)
        const stated = pack.criteria.map((rule) => {
          const against = ids.filter((id) => !rule.favours.includes(id))
          return against.length === 0 ? rule : { ...rule, against }
        })
        const [one, other] = [pack, { ...pack, criteria: stated }].map((each) =>
          evaluate(each, profile, dominantConstraint),
        )
        expect(other?.verdict).toEqual(one?.verdict)
        expect(other?.flips.toAnother.length).toEqual(one?.flips.toAnother.length)
      }),
      tries(60),
    )
  })
})
