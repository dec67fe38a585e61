import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { readRecord } from '../../src/record-file/read-record.ts'
import { compileTemplate } from '../../src/record/compile-template.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'
import { partials, templateOf } from '../support/templates.ts'
import { htmlOf, tagsOf, textOf } from './rendered.ts'

const templates = ['madr', 'nygard'] as const

const is = (fact: string): Condition => ({ fact, operator: 'is', value: true })
const source = {
  id: 'book',
  title: 'The book',
  publisher: 'Press',
  url: 'https://example.org/book',
  verified: '2026-01-01',
}
const grounds = { basis: 'documented', sources: ['book'] } as const

/** A pack with something to say in every section. */
const pack: Pack = {
  ...buildPack({
    options: ['python', 'go'],
    facts: ['fast', 'small', 'open', 'asked'].map((id) => booleanFact(id)),
    criteria: [
      { ...criterion('one', 'go', 'speed', 'strong', is('fast')), ...grounds },
      criterion('two', 'go', 'size', 'weak', is('fast')),
      criterion('three', 'python', 'team', 'moderate', is('small')),
      criterion('four', 'python', 'cost', 'strong', is('open')),
      criterion('five', 'python', 'luck', 'strong', is('asked')),
    ],
  }),
  sources: [source],
  differences: [
    {
      id: 'typing',
      dimension: 'Typing',
      drivers: ['speed'],
      sides: [
        { option: 'python', text: 'types are optional', bearing: 'neutral', ...grounds },
        { option: 'go', text: 'types are checked', bearing: 'good', ...grounds },
      ],
    },
  ],
  watch: [
    {
      id: 'size',
      options: ['go', 'python'],
      title: 'Size',
      text: 'Files grow.',
      mitigation: 'Measure.',
      ...grounds,
    },
  ],
  boundary: [{ id: 'contract', title: 'contract', text: 'Agree on a contract.', ...grounds }],
}

const person: Profile = {
  ...buildProfile(),
  project: 'Settlement',
  summary: 'Reconciles cards. Runs every night.',
  deciders: ['Ada Lovelace', 'Grace: Hopper'],
  consulted: ['Alan'],
  informed: ['Edsger'],
}

const profiles: Readonly<Record<string, Profile>> = {
  'one component': {
    ...person,
    components: [
      {
        ...buildComponent('only', { fast: true, small: true }),
        facts: new Map([
          ['fast', { state: 'answered', answer: true }],
          ['small', { state: 'assumed', answer: true }],
          ['open', { state: 'unanswered' }],
          ['asked', { state: 'unknown' }],
        ]),
      },
    ],
  },
  'two components': {
    ...person,
    divided: true,
    components: [
      {
        ...buildComponent('edge', { fast: true, small: false, open: false, asked: false }),
        summary: 'Serves.',
      },
      buildComponent('batch', { fast: false, small: true, open: true, asked: true }),
    ],
  },
  'no facts': { ...person, summary: 'It.', components: [buildComponent('only', {})] },
}

const head = { id: 'test-pack/settlement@1', number: 7, date: '2026-01-02', profilePath: 'adr-profile.yaml' }
const viewOf = (profile: Profile): RecordView => buildRecord(evaluate(pack, profile), head)
const full = viewOf(profiles['one component'] ?? person)

/** The same fields with nothing in them. */
function emptied<T>(value: T): T {
  if (Array.isArray(value)) return [] as T
  if (typeof value === 'string') return '' as T
  if (typeof value === 'boolean') return false as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)])) as T
}

const render = (name: (typeof templates)[number], view: RecordView): string =>
  renderRecord(view, templateOf(name))
const renderText = (text: string, view: RecordView = full): string =>
  renderRecord(view, compileTemplate({ text, partials }))

describe.each(templates)('the shipped template "%s"', (name) => {
  it.each(Object.keys(profiles))('shows a profile with %s', (which) => {
    const text = render(name, viewOf(profiles[which] ?? person))
    expect(text).not.toMatch(/undefined|\[object|\{\{|NaN/)
    expect(readRecord(text)).toMatchObject({ id: head.id, number: 7, date: '2026-01-02' })
  })

  it('shows a view with nothing in it without a word of what is not there', () => {
    const text = render(name, { ...emptied(full), id: head.id, number: 1, date: head.date })
    expect(text).not.toMatch(/undefined|\[object|\{\{|NaN/)
    expect(text).not.toMatch(/^[*-] *$|^### *$|^### (?:Why|Consequences|What (?:speaks|they) .*)$/m)
    expect(text).not.toMatch(/^(?:\* Status|Sources|Ask first|What argues against it|For ):?/m)
    expect(readRecord(text)?.id).toBe(head.id)
  })

  it('is tidy: no two blank lines, no space at the end of a line, one line feed at the end', () => {
    for (const profile of Object.values(profiles)) {
      const text = render(name, viewOf(profile))
      expect(text).not.toMatch(/\n\n\n|[ \t]\n|\r/)
      expect(text).toMatch(/[^\n]\n$/)
    }
  })

  it('has one heading of the first level, and no level is skipped', () => {
    for (const profile of Object.values(profiles)) {
      const levels = tagsOf(htmlOf(render(name, viewOf(profile)).replace(/^---\n[\s\S]*?\n---\n/, '')))
        .filter((tag) => /^h\d$/.test(tag))
        .map((tag) => Number(tag.slice(1)))
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  it('puts each sentence of prose on a line of its own, so that a difference shows what was said anew', () => {
    for (const profile of Object.values(profiles)) {
      const view = viewOf(profile)
      const lines = render(name, view)
        .split('\n')
        .map((line) => line.trim())
      for (const sentence of [
        ...view.context,
        view.question,
        view.decision,
        ...view.exclusions,
        ...view.confidence,
        ...[...view.why, ...view.against, ...view.sides.flatMap(({ points }) => points)].flatMap(
          (point) => point.lines,
        ),
        ...view.level,
        ...view.open,
      ])
        expect(lines).toContain(sentence)
    }
  })

  it('gives equal bytes for equal views', () => {
    expect(render(name, structuredClone(full))).toBe(render(name, full))
  })
})

describe('the shipped template "madr"', () => {
  it('starts with front matter that YAML reads back', () => {
    expect(render('madr', full)).toMatch(/^---\nnumber: 7\nstatus: proposed\ndate: 2026-01-02\n/)
    const [, frontMatter = ''] = render('madr', full).split(/^---$/m)
    expect(parse(frontMatter)).toEqual({
      number: 7,
      status: 'proposed',
      date: '2026-01-02',
      'decision-makers': ['Ada Lovelace', 'Grace: Hopper'],
      consulted: ['Alan'],
      informed: ['Edsger'],
      id: head.id,
    })
  })

  it('leaves out people where nobody is named', () => {
    const nobody = viewOf({ ...person, deciders: [], consulted: [], informed: [], components: [] })
    expect(render('madr', nobody)).not.toMatch(/decision-makers|consulted|informed|Deciders/)
  })
})

describe('the head that log4brains and adr-log read', () => {
  const read = (lineReaders: boolean): string =>
    render('madr', buildRecord(evaluate(pack, profiles['one component'] ?? person), { ...head, lineReaders }))

  it('repeats status, date and deciders right below the title, and the title right below the front matter', () => {
    expect(read(true)).toContain(
      '\n\n---\n# Use Settlement with go\n\n* Status: proposed\n* Date: 2026-01-02\n* Deciders: Ada Lovelace, Grace: Hopper\n\n## ',
    )
  })

  it('is not what others get', () => {
    expect(read(false)).toContain('\n---\n\n# Use Settlement with go\n\n## ')
    expect(read(false)).not.toMatch(/^\* /m)
  })
})

describe('the sources of a record', () => {
  it.each(templates)(
    'are named by publisher and defined once, at the end of what a reader sees (%s)',
    (name) => {
      const text = render(name, full)
      expect(text).toContain('\nSources:\n\n- Press: [The book][book]\n')
      expect(text).toMatch(/\n\n\[book\]: https:\/\/example\.org\/book\n$/)
      expect(text.match(/https:\/\/example\.org\/book/g)).toHaveLength(1)
    },
  )

  it('say of one that was read on another day which day it was', () => {
    const old = { ...pack, sources: [{ ...source, verified: '2025-05-05' }] }
    const view = buildRecord(evaluate(old, profiles['one component'] ?? person), head)
    expect(render('madr', view)).toContain('- Press: [The book][book] (read 2025-05-05)\n')
  })

  it('are those of what a template shows, and none where it cites none', () => {
    const list = '{{#each sources}}{{this}}\n{{/each}}'
    expect(renderText(`{{title}}\n\n${list}`)).toBe('Use Settlement with go\n')
    expect(renderText(`{{#each consequences}}{{this}}\n{{/each}}\n${list}`)).toMatch(
      /\nPress: \[The book\]\[book\]\n\n\[book\]: https:\/\/example\.org\/book\n$/,
    )
  })

  it('are defined for a template that lists none', () => {
    expect(renderText('{{#each consequences}}{{this}}\n{{/each}}')).toMatch(
      /\n\n\[book\]: https:\/\/example\.org\/book\n$/,
    )
  })
})

describe('a day on which to look again', () => {
  it.each(templates)('stands where the record says how it is kept true (%s)', (name) => {
    const view = buildRecord(evaluate(pack, profiles['one component'] ?? person), {
      ...head,
      revisitBy: '2027-06-01',
    })
    expect(render(name, view)).toContain(
      '\n\nThis decision is to be looked at again by 2027-06-01, or when one of its facts changes.\n`madrigal check` fails ',
    )
    expect(render(name, full)).not.toContain('looked at again')
  })
})

describe('a table', () => {
  it('keeps its cells where a name has a pipe, in code or not', () => {
    const piped: Pack = {
      ...pack,
      drivers: pack.drivers.map((driver) => ({ ...driver, name: 'What `a | b` | c costs' })),
    }
    const { table } = buildRecord(evaluate(piped, profiles['one component'] ?? person), head)
    const html = htmlOf(table.join('\n'))
    const [, row = ''] = html.split('<tbody>')
    expect(textOf(row.slice(0, row.indexOf('</td>')))).toContain('What a | b | c costs')
    expect(tagsOf(html).filter((tag) => tag === 'td')).toHaveLength(4 * (table.length - 2))
  })
})

describe('a person’s own template', () => {
  it('may use every field of the view, and the shipped partials', () => {
    expect(renderText('# {{title}}\n\n{{#each options}}* {{this}}\n{{/each}}')).toBe(
      '# Use Settlement with go\n\n* python\n* go\n',
    )
    expect(renderText('{{> changes}}')).toContain('We assumed that it is small.')
  })

  it('written with any line ends gives line feeds', () => {
    expect(renderText('{{id}}\r\n\r\n{{date}}\r')).toBe('test-pack/settlement@1\n\n2026-01-02\n')
  })

  it.each(['{{titel}}', '{{pack.titel}}', '{{#each why}}{{headlines}}{{/each}}'])(
    'that misspells a field is an error: %s',
    (text) => {
      expect(() => renderText(text)).toThrow(/not defined/)
    },
  )

  it.each(['{{#each option}}{{this}}{{/each}}', '{{#if chosn}}x{{/if}}', '{{#unless chosn}}x{{/unless}}'])(
    'that misspells the field of a block is an error: %s',
    (text) => {
      expect(() => renderText(text)).toThrow(/was given a field that does not exist/)
    },
  )

  it.each(['{{#if}}', '{{#each why}}', '{{title', '{{/if}}', '{{> missing}}'])(
    'that is broken is an error: %s',
    (text) => {
      expect(() => renderText(text)).toThrow(Error)
    },
  )

  it.each([
    '{{log title}}',
    '{{lookup why 0}}',
    '{{helperMissing}}',
    '{{#blockHelperMissing}}{{/blockHelperMissing}}',
  ])('has no helper that could reach outside: %s', (text) => {
    expect(() => renderText(text)).toThrow(Error)
  })

  it.each([
    ['calls itself', '{{#*inline "x"}}{{> x}}{{/inline}}{{> x}}', 'inline partials are not offered'],
    [
      'does so in a block',
      '{{#each why}}{{#*inline "x"}}{{/inline}}{{/each}}',
      'inline partials are not offered',
    ],
    ['wraps a partial', '{{#> x}}{{/x}}', 'partials with a block are not offered'],
    [
      'visits lists in lists in lists',
      '{{#each @root.options}}'.repeat(30) + '{{/each}}'.repeat(30),
      'more than 100000 steps',
    ],
    ['repeats a part', '{{> decision}}'.repeat(5000), 'more than 1048576 characters'],
    ['has a long block', `{{#if title}}${'x'.repeat(2 ** 20)}y{{/if}}`, 'more than 1048576 characters'],
    ['is long', 'x'.repeat(2 ** 20 + 1), 'more than 1048576 characters'],
  ])('that %s ends soon, with a reason', (_, text, reason) => {
    expect(() => renderText(text)).toThrow(reason)
  })

  it.each([
    '{{constructor}}',
    '{{constructor.name}}',
    '{{__proto__}}',
    '{{toString}}',
    '{{title.constructor}}',
    '{{options.constructor}}',
    '{{options.map}}',
    '{{#with title}}{{constructor}}{{/with}}',
    '{{@root.constructor}}',
    '{{#each pack}}{{constructor}}{{/each}}',
  ])('cannot reach a prototype: %s', (text) => {
    const attempt = (): string => {
      try {
        return renderText(text)
      } catch {
        return 'refused'
      }
    }
    expect(attempt()).not.toMatch(/function|native|Object|String|Array/)
  })
})

describe('text from a profile', () => {
  const hostile: Profile = {
    ...person,
    project: '{{id}} </script><script>alert(1)</script> {{> body}}',
    summary: '{{#each options}}x{{/each}}. ${id} <img src=x onerror=alert(1)>. # Not a heading',
    deciders: ['{{number}}', '---', 'a: b\n---\nid: x/y@9'],
    components: [
      {
        ...buildComponent('<b>{{id}}</b>', { fast: true, small: true, open: false, asked: false }),
        name: '<b>{{id}}</b>',
      },
      { ...buildComponent('b', { fast: false, small: true, open: true, asked: true }), name: '](x) | ---' },
    ],
    divided: true,
  }

  it.each(templates)('is never read as template, markup or front matter (%s)', (name) => {
    const text = render(name, viewOf(hostile))
    expect(readRecord(text)).toMatchObject({ id: head.id, number: 7, date: '2026-01-02' })
    expect(text).toContain('{{id}}')
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
    expect(tagsOf(htmlOf(body)).filter((tag) => /^\/?(?:script|img|b)$/.test(tag))).toEqual([])
  })
})
