import { describe, expect, it } from 'vitest'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const DAY = '2026-01-15'
const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const created = { stdout: `created ${RECORD}\n`, stderr: 'Serve Breakfast with Coffee (clear, settled)\n' }
const refused = (...message: readonly string[]) => ({
  code: 2,
  stderr: lines(...message, '', 'one problem; nothing was written'),
})
const own = '# {{number}}: {{title}}\n\nOn {{date}}.\n\n{{decision}}\n\n<!-- id: {{id}} -->\n'

describe.concurrent('a template', () => {
  it('is nygard where that is asked for', async () => {
    await using repository = await gitFolder(breakfast())
    await madrigal(repository, 'generate', '--template', 'nygard', '--date', DAY).gives(created)
    expect((await repository.files())[RECORD]).toMatch(/^# 1\. Serve Breakfast with Coffee\n/)
  })

  it('is a file of the user, relative to where the user stands', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], { 'a/b/own.hbs': own }))
    await inProcess(repository, 'generate', '--template', 'b/own.hbs', '--date', DAY).in('a').gives(created)
    expect((await repository.files())[RECORD]).toBe(
      lines(
        '# 1: Serve Breakfast with Coffee',
        '',
        'On 2026-01-15.',
        '',
        'Chosen option: "Coffee", because it is served in the morning and there are 4 guests.',
        '',
        '<!-- id: drinks/breakfast@1 -->',
      ),
    )
  })

  it('is a file of the profile, relative to the profile, and may use the parts of ours', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, ['record: { template: templates/own.hbs }'], {
        'templates/own.hbs':
          '# {{title}}\r\n\r\n{{#each why}}{{> point}}{{/each}}\r\n<!-- id: {{id}} -->\r\n',
      }),
    )
    await inProcess(repository, 'generate').gives(created)
    expect((await repository.files())[RECORD]).toBe(
      lines(
        '# Serve Breakfast with Coffee',
        '',
        '- **How it tastes, strong.**',
        '  Coffee wakes people up.',
        '  Documented: [The book of leaves][leaf-book].',
        '',
        '- **How much work it is, moderate.**',
        '  The machine makes a few cups.',
        '  Judgement.',
        '',
        '<!-- id: drinks/breakfast@1 -->',
        '',
        '[leaf-book]: https://example.org/leaves',
      ),
    )
  })

  it('that is missing is reported', async () => {
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'generate', '--template', 'nygrad').gives({
      ...refused('error: no such file', ' --> nygrad'),
      files: breakfast(),
    })
  })

  it.for([
    ['does not parse', '{{#if title}}\n<!-- id: {{id}} -->\n', /parse error/i],
    ['names what there is not', '{{titel}}\n<!-- id: {{id}} -->\n', /"titel" not defined/],
    ['reaches for prototypes', '{{constructor.name}}\n<!-- id: {{id}} -->\n', /"name" not defined/],
    ['shows no id', '# {{title}}\n', /^wrong template: the record does not show its id, as `id: \{\{id\}\}`/],
  ] as const)('that %s is reported, and nothing is written', async ([, text, message]) => {
    const files = breakfast(facts.coffee, [], { 'own.hbs': text })
    await using repository = await gitFolder(files)
    const run = await inProcess(repository, 'generate', '--template', 'own.hbs').outcome()
    const [first = '', ...rest] = run.stderr.split('\n')
    expect(first.replace('error: ', '')).toMatch(message)
    expect(rest).toEqual([' --> own.hbs', '', 'one problem; nothing was written', ''])
    expect([run.stdout, run.code, await repository.files()]).toEqual(['', 2, files])
  })

  it('that calls a helper we do not offer is told which', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], { 'own.hbs': '{{lookup this "id"}}\n<!-- id: {{id}} -->\n' }),
    )
    const { stderr } = await inProcess(repository, 'generate', '--template', 'own.hbs').outcome()
    expect(stderr).toMatch(/^error: wrong template: .*\blookup\b/)
  })

  it('that is wrong is told of beside a profile that is', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], { 'own.hbs': '{{nope}}', 'other.yaml': 'x: 1\n' }),
    )
    const files = ['adr-profile.yaml', 'other.yaml']
    const { stderr } = await inProcess(repository, 'generate', ...files, '--template', 'own.hbs').outcome()
    expect(stderr).toMatch(/missing key `project`[^]*wrong template: "nope" not defined/)
  })
})
