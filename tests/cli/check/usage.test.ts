import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drinksPack, facts } from '../drinks.ts'
import { type Folder, gitFolder, plainFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { LATER, kitchen, profileOf, supper } from './kitchen.ts'

const missing = (profile: string, id: string): string =>
  lines(
    `error[record-missing] ${profile}`,
    `  the profile asks for \`drinks/${id}@1\`, which was never written`,
    `  = run \`madrigal generate ${profile}\``,
  )

describe('what madrigal check looks at', () => {
  let folder: Folder
  beforeAll(async () => {
    folder = await gitFolder({
      '.gitignore': 'out\n',
      'drinks.yaml': drinksPack,
      'a/adr-profile.yaml': profileOf('A', facts.tea),
      'b/c/adr-profile.yaml': profileOf('C', facts.tea).replace('../', '../../'),
      'b/other.yaml': profileOf('Other', facts.tea),
      'out/adr-profile.yaml': profileOf('Out', facts.tea),
      '[a]/adr-profile.yaml': profileOf('Brackets', facts.tea),
    })
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  const [a, c, other, out, brackets] = [
    missing('a/adr-profile.yaml', 'a'),
    missing('b/c/adr-profile.yaml', 'c'),
    missing('b/other.yaml', 'other'),
    missing('out/adr-profile.yaml', 'out'),
    missing('[a]/adr-profile.yaml', 'brackets').replace(
      'generate [a]/adr-profile.yaml',
      "generate '[a]/adr-profile.yaml'",
    ),
  ]

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['every profile that git knows or would add', [], [brackets, a, c]],
    ['one that is named, also if git ignores it', ['out/adr-profile.yaml'], [out]],
    ['one that is named twice', ['a/adr-profile.yaml', './a/adr-profile.yaml'], [a]],
    ['those that match', ['*/adr-profile.yaml'], [brackets, a]],
    ['those that match in any folder', ['b/**/adr-profile.yaml'], [c]],
    ['what matches whatever its name', ['b/*.yaml'], [other]],
    ['the profiles below, where a pattern ends in stars', ['b/**'], [c]],
    ['a file whose name looks like a pattern', ['[a]/adr-profile.yaml'], [brackets]],
  ])('is %s', async (_, named, findings) => {
    const { stdout, code } = await inProcess(folder, 'check', ...named).outcome()
    expect([stdout, code]).toEqual([findings.join('\n'), 1])
  })

  it('is named from where people stand', async () => {
    const { stdout } = await inProcess(folder, 'check', '*/adr-profile.yaml').in('b').outcome()
    expect(stdout).toBe(missing('c/adr-profile.yaml', 'c'))
  })

  it('is every profile also in a folder below', async () => {
    const { stderr } = await inProcess(folder, 'check').in('b').outcome()
    expect(stderr).toBe('Three errors in no records of three profiles.\n')
  })

  it('is nothing where no file matches: that is a mistake', () =>
    inProcess(folder, 'check', 'd/*', 'a/adr-profile.yaml', ':(top)*').gives({
      code: 2,
      stderr: lines(
        'error: no such file',
        ' --> d/*',
        'error: no such file',
        ' --> :(top)*',
        '',
        'two problems',
      ),
    }))

  it('is all told at once when it is wrong', async () => {
    await using broken = await gitFolder({
      'drinks.yaml': drinksPack.replace('version: 1', 'version: none'),
      'a/adr-profile.yaml': profileOf('A', facts.tea),
      'b/adr-profile.yaml': 'project: B\ndecisions: []\n',
      'c/adr-profile.yaml': profileOf('C', facts.tea),
    })
    const { stdout, stderr, code } = await inProcess(
      broken,
      'check',
      '--date',
      'soon',
      '--against',
      '-x',
    ).outcome()
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr.match(/^error: .*$/gm)).toEqual([
      'error: `-x` is no name of a commit: it starts with `-`',
      'error: wrong date `soon`, expected a day as `YYYY-MM-DD`',
      'error: found the text `none`, expected a number',
      'error: too few entries, expected at least 1',
    ])
  })

  it('is the nearest profile where there is no repository', async () => {
    await using plain = await plainFolder({
      'x/drinks.yaml': drinksPack,
      'x/adr-profile.yaml': profileOf('A', facts.tea).replace('../', ''),
    })
    await inProcess(plain, 'check')
      .in('x')
      .gives({
        code: 1,
        stdout: lines(
          'error[record-missing] adr-profile.yaml',
          '  the profile asks for `drinks/a@1`, which was never written',
          '  = run `madrigal generate adr-profile.yaml`',
        ),
        stderr: lines(
          `note: not inside a git repository; paths are relative to ${plain.path}/x`,
          'One error in no records of one profile.',
        ),
      })
  })

  it('is no repository without a profile', async () => {
    await using empty = await gitFolder()
    const { stderr, code } = await inProcess(empty, 'check').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('error: found no `adr-profile.yaml`')
  })
})

describe('how madrigal check ends', () => {
  let folder: Folder
  beforeAll(async () => {
    folder = await kitchen()
    await folder.write({ 'docs/decisions/0009-notes.md': 'Notes.\n' })
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it.each([
    [[], 0],
    [['--strict'], 1],
    [['--sources-older-than', '6'], 1],
    [['--sources-older-than', '600'], 0],
    [['--sources-older-than', '0'], 2],
    [['--format', 'html'], 2],
  ] as const)('with the options %j: %i', async (options, code) => {
    const outcome = await inProcess(folder, 'check', '--date', '2026-09-01', ...options).outcome()
    expect(outcome.code).toBe(code)
  })

  it('takes the day from the environment, and months from the profile only where no option says them', async () => {
    await folder.write({
      'breakfast/adr-profile.yaml': `revisit-by: 2026-03-01\ncheck: { sources-older-than: 6 }\n${profileOf('Breakfast', facts.coffee)}`,
    })
    const on = (day: string, ...options: readonly string[]) =>
      inProcess(folder, 'check', 'breakfast/adr-profile.yaml', ...options).with({ ADR_DATE: day })
    expect((await on('2026-03-01').outcome()).stdout).not.toContain('revisit-by-passed')
    expect((await on('2026-03-02').outcome()).stdout).toContain('revisit-by-passed')
    expect((await on('2026-07-31').outcome()).stdout).not.toContain('sources-old')
    expect((await on('2026-08-01').outcome()).stdout).toContain('sources-old')
    expect((await on('2026-08-01', '--sources-older-than', '12').outcome()).stdout).not.toContain(
      'sources-old',
    )
  })

  it('writes nothing and takes no lock, also while another run holds it', async () => {
    await folder.write({ '.madrigal/lock': '{"pid":1,"host":"elsewhere","key":"0123456789ab"}' })
    const before = await folder.files()
    await inProcess(folder, 'check', '--date', LATER).outcome()
    expect(await folder.files()).toEqual(before)
  })

  it('is the same when another thread reads the profiles, because they are many', async () => {
    await using many = await gitFolder({ 'drinks.yaml': drinksPack })
    const answers = Object.values(facts)
    const names = Array.from({ length: 320 }, (_, index) => `p/${String(index).padStart(3, '0')}.yaml`)
    for (const [index, name] of names.entries())
      await many.write({ [name]: profileOf(`P ${index}`, answers[index % answers.length] ?? '') })
    const findingsIn = (json: string) =>
      (JSON.parse(json) as { readonly result: { readonly findings: object[] } }).result.findings
    const { stdout, stderr, code } = await madrigal(many, 'check', 'p/*.yaml', '--json').outcome()
    expect([stderr, code]).toEqual(['250 errors in no records of 320 profiles.\n', 1])
    const parts = [0, 80, 160, 240].map((start) =>
      inProcess(many, 'check', '--json', ...names.slice(start, start + 80)).outcome(),
    )
    const few = await Promise.all(parts)
    expect(findingsIn(stdout)).toEqual(few.flatMap((part) => findingsIn(part.stdout)))
    await many.write({ [names[200] ?? '']: profileOf('P', '{ hott: true }') })
    const broken = await inProcess(many, 'check', names[200] ?? '').outcome()
    expect(broken.stderr).toContain('did you mean `hot`?')
    await madrigal(many, 'check', 'p/*.yaml').gives({ ...broken })
  })

  it('is not disturbed by a record that nobody can read', async () => {
    await folder.write({ [supper]: '\u0000' })
    const { stdout } = await inProcess(folder, 'check', '--date', LATER).outcome()
    expect(stdout).toContain('record-deleted')
  })
})
