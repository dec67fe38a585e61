import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Veto } from '../../src/criteria/pack.ts'
import { driversRestedOn, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { restSentences } from '../../src/record/what-it-rests-on.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import { cases, tries } from '../support/arbitraries.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion, veto } from '../support/build.ts'

const is = (fact: string, value = true): Condition => ({ fact, operator: 'is', value })
const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }

interface Rules {
  readonly criteria: readonly Criterion[]
  readonly vetoes?: readonly Veto[]
  readonly options?: readonly string[]
  readonly dominantConstraint?: string
  readonly burden?: Condition
}

const viewOf = (
  { criteria, vetoes = [], options = ['python', 'go'], dominantConstraint, burden }: Rules,
  ...components: readonly Component[]
): RecordView => {
  const pack = buildPack({
    options,
    facts: ['edge', 'data', 'asked'].map((id) => booleanFact(id)),
    criteria,
    vetoes,
    ...(burden && { burden }),
  })
  const known = components.length > 0 ? components : [buildComponent('only', { edge: true, data: false })]
  return buildRecord(evaluate(pack, buildProfile(...known), dominantConstraint), head)
}

const forGo = [
  criterion('speed', 'go', 'speed', 'strong', is('edge')),
  criterion('size', 'go', 'size', 'moderate', is('edge')),
]

describe('what a choice rests on', () => {
  it('is no single driver, where each can be left out', () => {
    const third = criterion('tools', 'go', 'tools', 'moderate', is('edge'))
    expect(viewOf({ criteria: [...forGo, third] }).confidence).toEqual(
      expect.arrayContaining([
        'It rests on no single driver: without any one of them the decision is the same.',
      ]),
    )
  })

  it('is the drivers without which it would be gone, by what would be instead', () => {
    const against = criterion('team', 'python', 'team', 'strong', is('edge'))
    expect(viewOf({ criteria: [...forGo, against] }).confidence).toEqual(
      expect.arrayContaining([
        'Without "what speed says", python would be chosen.',
        'Without "what size says", python and go would be too close to call.',
      ]),
    )
  })

  it('is the only driver that speaks, where there is one', () => {
    expect(viewOf({ criteria: forGo.slice(0, 1) }).confidence).toEqual(
      expect.arrayContaining(['Without "what speed says", python and go would be too close to call.']),
    )
  })

  it('is the vetoes, where nothing else is left', () => {
    expect(viewOf({ criteria: forGo, vetoes: [veto('rule', 'python', is('edge'))] }).confidence).toEqual(
      expect.arrayContaining(['It rests on what rules out python, not on any driver.']),
    )
  })

  it('is the dominant constraint, which no weighing can undo', () => {
    const criteria = [
      ...forGo,
      criterion('team', 'python', 'team', 'strong', is('edge')),
      criterion('libraries', 'python', 'libraries', 'weak', is('edge')),
    ]
    expect(viewOf({ criteria, dominantConstraint: 'speed' }).confidence).toEqual(
      expect.arrayContaining(['Without "what speed says", python would be chosen.']),
    )
  })

  it('is not asked where nothing was chosen', () => {
    expect(viewOf({ criteria: [] }).confidence.join(' ')).not.toContain('rests')
  })

  it('names every driver that the decision rests on', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), ({ pack, profile, dominantConstraint }) => {
        const evaluation = evaluate(pack, profile, dominantConstraint)
        const text = restSentences(evaluation).join(' ')
        // What a constraint came before has been said by its own sentence.
        if (evaluation.weighingAlone !== undefined) return
        for (const driver of driversRestedOn(evaluation))
          expect(text).toContain(pack.drivers.find(({ id }) => id === driver)?.name.replace(/^W/, 'w'))
      }),
      tries(60),
    )
  })
})

describe('how sure a choice is', () => {
  const against = criterion('team', 'python', 'team', 'strong', is('edge'))
  const tools = criterion('tools', 'go', 'tools', 'moderate', is('edge'))

  const sureness = (rules: Rules): string => viewOf(rules).confidence.join(' ')

  it('says of one that leans what it depends on', () => {
    const more = criterion('more', 'go', 'more', 'moderate', is('edge'))
    const said = sureness({ criteria: [...forGo.slice(1), tools, against, more] })
    expect(said).toContain('**How sure we are: leaning on what is known, and settled.**')
    expect(said).toContain('It is ahead, but that depends on how the drivers are weighed.')
    expect(said).toContain('"what team says" speaks strongly for something else.')
  })

  it('does not say that of one that leans for another reason', () => {
    const loud = ['tools', 'more'].map((id) => criterion(id, 'go', id, 'strong', is('edge')))
    expect(sureness({ criteria: [...forGo, ...loud, against] })).not.toContain('depends on how')
    const alone = sureness({ criteria: forGo.slice(0, 1) })
    expect(alone).not.toContain('depends on how')
    expect(alone).toContain('One driver alone decides this: "what speed says".')
  })

  it('says against which option one driver alone decides, where there are more', () => {
    const rust = criterion('rust', 'rust', 'speed', 'strong', is('edge'))
    const said = sureness({ criteria: [...forGo, rust], options: ['python', 'go', 'rust'] })
    expect(said).toContain('Against rust, one driver alone decides: "what size says".')
  })

  it('keeps what is known apart from what is missing, and names that', () => {
    const open = ['luck', 'chance'].map((id) => criterion(id, 'python', id, 'strong', is('asked')))
    const said = sureness({ criteria: [...forGo, ...open] })
    expect(said).toContain('**How sure we are: clear on what is known, and provisional.**')
    expect(said).toContain('One missing answer could change it: `asked`.')
  })
})

describe('why nothing is chosen', () => {
  const notAhead =
    'A choice has to be ahead of every other option by at least one moderate driver, and none is.'

  it('is told so that it is true where some options are behind', () => {
    const criteria = [criterion('both', ['python', 'go'], 'both', 'strong', is('edge'))]
    const view = viewOf({ criteria, options: ['python', 'go', 'rust'] })
    expect(view.decision).toContain('python and go are too close to call')
    expect(view.confidence).toContain(notAhead)
  })

  it('is told so under a burden too', () => {
    const edge = buildComponent('edge', { edge: true, data: false, asked: true })
    const data = buildComponent('data', { edge: false, data: true, asked: true })
    const apart = [
      criterion('load', 'python', 'load', 'strong', is('edge')),
      criterion('team', 'go', 'team', 'strong', is('data')),
    ]
    const tied = viewOf(
      { criteria: apart, options: ['python', 'go', 'rust'], burden: is('asked') },
      edge,
      data,
    )
    expect(tied.decision).toContain('python and go are too close to call')
    expect(tied.confidence).toContain(
      'None is ahead of every other by clearly more than it is behind it elsewhere.',
    )
  })

  it('says that nothing is left to ask only where nothing is', () => {
    const criteria = ['python', 'go'].map((id) => criterion(id, id, id, 'moderate', is('edge')))
    expect(viewOf({ criteria }).confidence).toContain('Nothing is left to ask.')
    const minor = criterion('minor', 'go', 'minor', 'weak', is('asked'))
    expect(viewOf({ criteria: [...criteria, minor] }).confidence).toContain(
      'No missing answer could decide it.',
    )
  })
})

describe('what argues against a choice', () => {
  it('is nothing that speaks for what is ruled out', () => {
    const criteria = [...forGo, criterion('team', 'python', 'team', 'strong', is('edge'))]
    const view = viewOf({ criteria, vetoes: [veto('rule', 'python', is('edge'))] })
    expect(view).toMatchObject({
      against: [],
      level: ['What speaks against it helps only what is ruled out.'],
    })
    expect(view.consequences.join()).not.toContain('team is lost')
  })

  it('comes with the strongest first, whichever option it speaks for', () => {
    const criteria = [
      ...forGo,
      criterion('cost', 'python', 'cost', 'weak', is('edge')),
      criterion('team', 'rust', 'team', 'moderate', is('edge')),
      criterion('luck', 'python', 'luck', 'moderate', is('edge')),
    ]
    const view = viewOf({ criteria, options: ['python', 'go', 'rust'] })
    expect(view.against.map(({ headline }) => headline)).toEqual([
      'What luck says, moderate for python.',
      'What team says, moderate for rust.',
      'What cost says, weak for python.',
    ])
    expect(view.level).toEqual([])
  })

  it('is said plainly to be nothing, where there is nothing', () => {
    expect(viewOf({ criteria: forGo })).toMatchObject({
      against: [],
      level: ['No driver favours another option.'],
    })
  })

  it('is not asked where nothing was chosen', () => {
    expect(viewOf({ criteria: [] })).toMatchObject({ against: [], level: [] })
  })

  const divided = [
    ...forGo,
    criterion('frames', 'python', 'frames', 'moderate', is('data')),
    criterion('people', 'python', 'people', 'weak', is('data')),
    criterion('more', 'python', 'more', 'strong', is('asked')),
  ]
  const edge = buildComponent('edge', { edge: true, data: false, asked: false })

  const report = buildComponent('report', { edge: false, data: true, asked: false })

  it('is no option in a split: each component has what it leads to', () => {
    const view = viewOf({ criteria: divided }, edge, report)
    expect(view.decision).toContain('"python for report, go for edge"')
    expect(view).toMatchObject({
      against: [],
      level: ['No driver favours another option.'],
    })
  })

  it('is first of all what a component would be alone, where a second option is a burden', () => {
    const view = viewOf({ criteria: divided, burden: is('asked', false) }, edge, report)
    expect(view.decision).toContain('"go", because one option has to serve all components')
    expect(view.against[0]).toEqual({
      headline: 'Decided alone, it would be python for report.',
      lines: ['Two are one too many.', 'Judgement.'],
    })
    expect(view.confidence).toContain(
      'Without that burden, the choice would be python for report, go for edge; decided alone, edge would be go and report would be python.',
    )
    expect(view.against.slice(1).map(({ headline }) => headline)).toEqual([
      'report, what frames says, moderate for python.',
      'report, what people says, weak for python.',
    ])
  })

  it('is no driver that speaks as strongly for what was chosen', () => {
    const criteria = [...forGo, criterion('tie', ['python', 'go'], 'luck', 'strong', is('edge'))]
    expect(viewOf({ criteria, options: ['python', 'go', 'rust'] }).against).toEqual([])
  })
})

describe('what speaks for a choice', () => {
  it('says of an answer that was only assumed that it was', () => {
    const assumed: Component = {
      ...buildComponent('only', {}),
      facts: new Map([['edge', { state: 'assumed', answer: true }]]),
    }
    const { decision, table } = viewOf({ criteria: forGo }, assumed)
    expect(decision).toBe('Chosen option: "go", because we assume that it is edge.')
    expect(table.join('\n')).toContain('| we assume that it is edge')
  })
})
