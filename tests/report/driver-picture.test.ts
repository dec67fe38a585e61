import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Pack, Strength } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { columnsOf } from '../../src/record/column-width.ts'
import { driverPicture } from '../../src/report/driver-picture.ts'
import { evaluationText } from '../../src/report/evaluation-text.ts'
import { cases, tries } from '../support/arbitraries.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const always: Condition = { all: [] }

interface Names {
  readonly options: Readonly<Record<string, string>>
  readonly drivers: Readonly<Record<string, string>>
}

const plain: Names = {
  options: { python: 'Python', go: 'Go' },
  drivers: { use: 'What it is for', team: 'What the team knows and runs', load: 'How it works under load' },
}

/** Voices such as `go team moderate`, each in one component or in all of them. */
function packOf({ options, drivers }: Names, ...voices: readonly string[]): Pack {
  const criteria = voices.map((voice) => {
    const [option = '', driver = '', strength = 'weak', component = ''] = voice.split(' ')
    const when: Condition = component === '' ? always : { fact: component, operator: 'is', value: true }
    return criterion(voice, option, driver, strength as Strength, when)
  })
  const pack = buildPack({
    options: Object.keys(options),
    facts: ['edge', 'data'].map((id) => booleanFact(id)),
    criteria,
  })
  return {
    ...pack,
    options: pack.options.map((option) => ({ ...option, name: options[option.id] ?? option.id })),
    drivers: pack.drivers.map(({ id }) => ({ id, name: drivers[id] ?? id })),
  }
}

const judge = (pack: Pack, ...components: readonly string[]): Evaluation =>
  evaluate(
    pack,
    buildProfile(
      ...(components.length > 0
        ? components.map((id) => buildComponent(id, { edge: id === 'edge', data: id === 'data' }))
        : [buildComponent('only', {})]),
    ),
  )

const drawn = (evaluation: Evaluation, width: number): string =>
  driverPicture(evaluation, width)
    .map((line) => `${line}\n`)
    .join('')

const usual = ['python use weak', 'go use strong', 'python team moderate', 'go load weak']

describe('two options', () => {
  it('have a side each of one axis, and a word beside each bar', () => {
    expect(drawn(judge(packOf(plain, ...usual)), 100)).toMatchInlineSnapshot(`
      "                                       Python │ Go
        What it is for                    weak    ■ │ ■■■■ strong
        What the team knows and runs  moderate   ■■ │ none
        How it works under load                none │ ■    weak
      "
    `)
  })

  it('and long names of drivers fit into 60 columns', () => {
    const long = {
      ...plain,
      drivers: { ...plain.drivers, team: 'What the team has known and run in production for some years' },
    }
    expect(drawn(judge(packOf(long, ...usual)), 60)).toMatchInlineSnapshot(`
      "                                      Python │ Go
        What it is for                   weak    ■ │ ■■■■ strong
        What the team has known      moderate   ■■ │ none
          and run in production for
          some years
        How it works under load               none │ ■    weak
      "
    `)
  })

  it('with long names stand above their sides', () => {
    const long = { ...plain, options: { python: 'A managed relational database', go: 'Files' } }
    expect(drawn(judge(packOf(long, ...usual)), 120)).toMatchInlineSnapshot(`
      "                                A managed relational database │ Files
        What it is for                                    weak    ■ │ ■■■■ strong
        What the team knows and runs                  moderate   ■■ │ none
        How it works under load                                none │ ■    weak
      "
    `)
    expect(drawn(judge(packOf(long, ...usual)), 60)).toMatchInlineSnapshot(`
      "                               A managed │
                                    relational │
                                      database │ Files
        What it is for               weak    ■ │ ■■■■ strong
        What the team            moderate   ■■ │ none
          knows and runs
        How it works                      none │ ■    weak
          under load
      "
    `)
  })

  it('with names of wide letters stay in line', () => {
    const wide = {
      options: { python: '蛇', go: '囲碁' },
      drivers: { use: '用途', team: 'チームの知識と経験と運用の実績について', load: 'Load' },
    }
    expect(drawn(judge(packOf(wide, ...usual)), 60)).toMatchInlineSnapshot(`
      "                                          蛇 │ 囲碁
        用途                             weak    ■ │ ■■■■ strong
        チームの知識と経験と運用     moderate   ■■ │ none
          の実績について
        Load                                  none │ ■    weak
      "
    `)
  })
})

describe('components', () => {
  const split = [
    'go use strong edge',
    'go load strong edge',
    'python use strong data',
    'python team strong data',
  ]

  it('stand one below the other, each with what it gets', () => {
    expect(drawn(judge(packOf(plain, ...split), 'edge', 'data'), 60)).toMatchInlineSnapshot(`
      "                                      Python │ Go
        edge: Go
          What it is for                      none │ ■■■■ strong
          How it works under load             none │ ■■■■ strong
        data: Python
          What it is for               strong ■■■■ │ none
          What the team knows and      strong ■■■■ │ none
            runs
      "
    `)
  })

  it('with one option for all are only named', () => {
    const same = [...split.slice(0, 3), 'go load strong data', 'go team moderate']
    expect(drawn(judge(packOf(plain, ...same), 'edge', 'data'), 100)).toMatchInlineSnapshot(`
      "                                         Python │ Go
        edge
          What it is for                         none │ ■■■■ strong
          How it works under load                none │ ■■■■ strong
          What the team knows and runs           none │ ■■   moderate
        data
          What it is for                  strong ■■■■ │ none
          How it works under load                none │ ■■■■ strong
          What the team knows and runs           none │ ■■   moderate
      "
    `)
  })
})

describe('three options', () => {
  const three = { ...plain, options: { python: 'Python', go: 'Go', rust: 'Rust' } }
  const voices = [...usual, 'rust use moderate']

  it('have a column each', () => {
    expect(drawn(judge(packOf(three, ...voices)), 100)).toMatchInlineSnapshot(`
      "                                Python          Go              Rust
        What it is for                ■    weak       ■■■■ strong     ■■   moderate
        What the team knows and runs  ■■   moderate   none            none
        How it works under load       none            ■    weak       none
      "
    `)
  })

  it('have a line each where columns do not fit, with only those that something speaks for', () => {
    expect(drawn(judge(packOf(three, ...voices)), 60)).toMatchInlineSnapshot(`
      "  What it is for
          Python  ■    weak
          Go      ■■■■ strong
          Rust    ■■   moderate
        What the team knows and runs
          Python  ■■   moderate
        How it works under load
          Go      ■    weak
      "
    `)
  })
})

describe('every picture', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'A',
      '囲碁',
      'An extraordinarily long name of several words',
      'Donaudampfschifffahrtsgesellschaftskapitän',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
  )

  it('fits its width, and has a word for whatever a driver says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain((components) => cases({ components })),
        fc.array(name, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(60, 100, 120),
        ({ pack, profile }, names, width) => {
          const renamed: Pack = {
            ...pack,
            options: pack.options.map((option, index) => ({ ...option, name: names[index] ?? '' })),
            drivers: pack.drivers.map((driver, index) => ({ ...driver, name: names[index + 3] ?? '' })),
          }
          const lines = driverPicture(evaluate(renamed, profile), width)
          for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width)
          for (const line of lines.filter((text) => text.includes('■')))
            expect(line).toMatch(/\b(?:weak|moderate|strong)\b/)
        },
      ),
      tries(100),
    )
  })
})

describe('the whole verdict', () => {
  const named = { ...buildProfile(buildComponent('only', {})), project: 'A project whose name is a long one' }
  const evaluation = evaluate(packOf(plain, ...usual), named)

  it.each([60, 100, 120])('fits into %i columns', (width) => {
    const lines = evaluationText(evaluation, { width, colour: false }).split('\n')
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width)
  })

  it('says the same with colour as without', () => {
    const [bare, coloured] = [false, true].map((colour) => evaluationText(evaluation, { width: 60, colour }))
    // eslint-disable-next-line no-control-regex -- the escapes of colour are what is taken away
    expect(coloured?.replaceAll(/\u001B\[\d+m/g, '')).toBe(bare)
    expect(coloured).not.toBe(bare)
  })
})
