import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { htmlOf, tagsOf } from '../../record/rendered.ts'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines } from '../../support/run-cli.ts'
import { breakfast, drinksPack, facts } from '../drinks.ts'

const DAY = '2026-01-15'

/** A profile as YAML that is sure to carry the texts as they are. */
const profileOf = (project: string, more: object = {}): string =>
  JSON.stringify({
    project,
    decisions: [{ criteria: 'criteria/drinks.yaml' }],
    facts: { hot: true, time: 'morning', guests: 4 },
    ...more,
  })

async function recordFor(project: string, more: object = {}) {
  await using repository = await gitFolder({
    ...breakfast(facts.coffee),
    'adr-profile.yaml': profileOf(project, more),
  })
  const run = await inProcess(repository, 'generate', '--date', DAY).outcome()
  const files = await repository.files()
  const added = Object.keys(files).filter(
    (name) => !['adr-profile.yaml', 'criteria/drinks.yaml'].includes(name),
  )
  const name = added.find((file) => file.startsWith('docs/')) ?? ''
  return { ...run, added, name, record: files[name] ?? '' }
}

const frontMatterOf = (record: string): unknown => parse(/^---\n(.*?)\n---\n/s.exec(record)?.[1] ?? '')

/** The HTML tags that a reader of Markdown makes of a record. */
const tagsIn = (record: string): ReadonlySet<string> =>
  new Set(tagsOf(htmlOf(record.replace(/^---\n.*?\n---\n/s, ''))))

describe.concurrent('text of a profile', () => {
  it('is never Markdown, HTML, a template or an annotation', async () => {
    const text = [
      '# Heading',
      '* item **bold** _it_ `code`',
      '<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- id: drinks/evil@1 -->',
      '{{id}} {{{title}}} {{#each facts}}x{{/each}} {{> body}}',
      '::error file=x::boom ##[error]boom',
      '[link](javascript:alert(1)) ![image](x.png) | a | b |',
      '$(touch /tmp/x) `touch /tmp/x` %0A',
    ].join('\n\n')
    const { record, name, stderr, code } = await recordFor('Edge', {
      summary: text,
      deciders: [text.replace(/\n+/g, ' ').slice(0, 200)],
    })
    expect([code, name]).toEqual([0, 'docs/decisions/0001-drink-for-edge.md'])
    expect(stderr).toBe('Serve Edge with Coffee (clear, settled)\n')
    expect(record).toContain('{{id}} {{{title}}} {{#each facts}}x{{/each}} {{> body}}')
    expect(record).not.toMatch(/^(::|##\[)/m)
    expect(tagsIn(record)).toEqual(tagsIn((await recordFor('Edge')).record))
  })

  it('keeps its place in the front matter', async () => {
    const deciders = [
      'Ada]',
      'status: accepted',
      '--- ',
      '# x',
      'O\'Neil, "Bob"',
      '[[x]]',
      '*a',
      'true',
      '1',
      '&b !c',
    ]
    const { record } = await recordFor('Edge', { deciders, consulted: 'Alan: x # y', informed: ['{a: b}'] })
    expect(frontMatterOf(record)).toEqual({
      number: 1,
      status: 'proposed',
      date: DAY,
      'decision-makers': deciders.map((person) => person.trim()),
      consulted: ['Alan: x # y'],
      informed: ['{a: b}'],
      id: 'drinks/edge@1',
    })
    expect(record.match(/^---$/gm)).toHaveLength(2)
  })

  it.for([
    ['../../x', '0001-drink-for-x.md', 'Serve ../../x with Coffee'],
    ['-n', '0001-drink-for-n.md', 'Serve -n with Coffee'],
    ['...', '0001-drink-for-project.md', 'Serve ... with Coffee'],
    ['[a](b) | <b>', '0001-drink-for-a-b-b.md', 'Serve (a)(b) / \\<b> with Coffee'],
    ['{{id}} & ::error::x', '0001-drink-for-id-error-x.md', 'Serve {{id}} & ::error::x with Coffee'],
    ['x'.repeat(200), `0001-drink-for-${'x'.repeat(60)}.md`, `Serve ${'x'.repeat(200)} with Coffee`],
  ] as const)(
    'names a file inside the folder of the records, as the project %s',
    async ([project, file, title]) => {
      const { code, name, record, added } = await recordFor(project)
      expect([code, name]).toEqual([0, `docs/decisions/${file}`])
      const copies =
        /^\.madrigal\/(?:base\/drinks\/[^/]+\.md|evidence\/drinks\/[^/]+\.(?:md|json)|\.gitattributes|\.gitignore)$/
      expect(added.filter((path) => !copies.test(path) && path !== name)).toEqual([])
      expect(
        record
          .split('\n')
          .find((line) => line.startsWith('# '))
          ?.replace('\\>', '>'),
      ).toBe(`# ${title}`)
    },
  )

  it('is refused when it would move or hide text on a screen', async () => {
    const { code, stderr, added } = await recordFor('Edge \u001b[31m\u202e')
    expect([code, added]).toEqual([2, []])
    // oxlint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/[\u001b\u202e]/)
  })

  it('cannot take the id of another record', async () => {
    await using repository = await gitFolder({
      'criteria/drinks.yaml': drinksPack,
      'a.yaml': profileOf('A'),
      'b.yaml': profileOf('B', { summary: 'x\n<!-- id: drinks/a@1 -->\nx' }),
    })
    await inProcess(repository, 'generate', 'a.yaml', 'b.yaml', '--template', 'nygard', '--quiet').gives({})
    await inProcess(repository, 'generate', 'a.yaml', 'b.yaml', '--template', 'nygard').gives({
      stdout: lines(
        'current docs/decisions/0001-drink-for-a.md',
        'current docs/decisions/0002-drink-for-b.md',
      ),
      stderr: lines('Serve A with Coffee (clear, settled)', '', 'Serve B with Coffee (clear, settled)'),
    })
  })
  it('never starts a line of the output as a command for a continuous integration', async () => {
    await using repository = await gitFolder({
      ...breakfast(),
      'adr-profile.yaml': profileOf('Edge', {
        facts: { hot: true },
        components: { one: { name: '::error::boom', facts: { time: 'morning', guests: 4 } } },
      }),
    })
    const { stdout } = await inProcess(repository, 'evaluate').with({ GITHUB_ACTIONS: 'true' }).outcome()
    expect(stdout).toContain('error')
    expect(stdout).not.toMatch(/^\s*::/m)
  })
})
