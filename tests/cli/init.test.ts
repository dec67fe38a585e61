import { readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'vitest'
import { type Folder, gitFolder, plainFolder, tracked } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { attended } from '../support/scripted-prompt.ts'
import { shapes } from './init-shapes.ts'

/** Every repository here is read for one comparison. */
const INIT = ['init', '--criteria', 'python-vs-go'] as const

describe.concurrent('`init` in a repository that nobody here wrote', () => {
  it.for(Object.entries(shapes))(
    'writes a profile with the evidence for each answer: %s',
    async ([name, files], { expect }) => {
      await using repository = await gitFolder(files, name)
      await repository.git('add', '--all')
      const { code, stderr } = await inProcess(repository, ...INIT, '--yes').outcome()
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: name === 'empty' ? expect.stringContaining('git tracks no file here yet') : '',
      })
      const profile = (await repository.files())['adr-profile.yaml']
      await expect(profile).toMatchFileSnapshot(`golden/init/${name}.yaml`)
      const { code: evaluated } = await inProcess(repository, 'evaluate').outcome()
      expect(evaluated).toBe(0)
    },
  )
})

const [operator, monorepo] = [shapes['go-operator'] ?? {}, shapes['monorepo'] ?? {}]

const profileOf = async (repository: Folder): Promise<string> =>
  (await repository.files())['adr-profile.yaml'] ?? ''

describe.concurrent('a profile that `init` wrote', () => {
  it('leads to a record that follows from it, in three commands and without an answer', async ({
    expect,
  }) => {
    await using repository = await tracked(operator)
    for (const command of [[...INIT, '--yes'], ['generate', '--date', '2026-01-02'], ['check']])
      expect((await madrigal(repository, ...command).outcome()).code, command.join(' ')).toBe(0)
    const record = (await repository.files())['docs/decisions/0001-language-for-backup-operator.md']
    expect(record).toContain(
      'Read from the repository, where what is there argues for itself: the team already maintains production code in Go.',
    )
  })

  it('is never overwritten, and a second call says what to do', async ({ expect }) => {
    await using repository = await tracked({ 'adr-profile.yaml': 'project: mine\n' })
    await inProcess(repository, ...INIT, '--yes').gives({
      code: 2,
      stderr: lines(
        'error: `adr-profile.yaml` is there already; nothing was written',
        '  = `madrigal init --refresh` adds what it leaves open, and `madrigal ask` asks for it',
      ),
      files: { 'adr-profile.yaml': 'project: mine\n' },
    })
    expect(await profileOf(repository)).toBe('project: mine\n')
  })

  it('is shown and not written by a dry run', async ({ expect }) => {
    await using repository = await tracked(operator)
    const { stdout } = await inProcess(repository, ...INIT, '--dry-run').outcome()
    expect(stdout).toBe(await readFile('tests/cli/golden/init/go-operator.yaml', 'utf8'))
    expect(Object.keys(await repository.files()).toSorted()).toEqual(Object.keys(operator).toSorted())
  })

  it('has the folders that are named as components, and no others', async ({ expect }) => {
    await using repository = await tracked(monorepo)
    await inProcess(repository, ...INIT, '--yes', '--component', 'services/mail', '--component=web').outcome()
    const components = (await profileOf(repository)).split('\ncomponents:\n')[1] ?? ''
    expect(components.replace(/^ {6}# .*\n/gm, '')).toBe(
      lines(
        '  mail:',
        '    # services/mail/',
        '    facts:',
        '      work: [background-worker] # services/mail/requirements.txt:1 requires celery',
        '      runs-on: servers # services/mail/Dockerfile is there',
        '      may-assume: container-runtime # services/mail/Dockerfile is there',
        '      operations-per-instance: 16 # services/mail/Dockerfile:2 says CMD celery -A mail worker --concurrency=16',
        '  web:',
        '    facts:',
        '      runs-on: browser # web/package.json:1 requires react-dom',
      ),
    )
  })

  it('is read for the comparison that is named', async ({ expect }) => {
    await using repository = await tracked({
      'app/package.json': '{ "dependencies": { "react-native": "^0.80" } }\n',
      'app/App.js': '\n',
      'api/package.json': '{ "dependencies": { "pg": "^8" } }\n',
      'api/serverless.yml': 'service: parcels\n',
      'api/handler.js': '\n',
      'infra/db.tf': 'resource "aws_db_instance" "parcels" {\n}\n',
    })
    await inProcess(repository, 'init', '--criteria', 'sqlite-vs-postgresql', '--yes').outcome()
    const answers = (await profileOf(repository))
      .split('\n')
      .filter((line) => /^ +[\w-]+: \w.* # /.test(line))
    expect(answers).toEqual([
      '  looked-after-by: provider # infra/db.tf:1 says resource "aws_db_instance" "parcels" {',
      '      sql-comes-from: several-machines # api/serverless.yml is there',
      '      storage: passing-disk # api/serverless.yml is there',
      '      looked-after-by: nobody # app/package.json:1 requires react-native',
      '      server-possible: false # app/package.json:1 requires react-native',
    ])
  })

  it.for(['..', '.', '/etc'])('has no component outside its folder: %s', async (folder, { expect }) => {
    await using repository = await tracked(operator)
    const { code, stderr } = await inProcess(repository, ...INIT, '--yes', '--component', folder).outcome()
    expect([code, stderr]).toEqual([2, `error: \`--component ${folder}\` is no folder below this one\n`])
  })

  it('reads nothing through links, and nothing that git does not track', async ({ expect }) => {
    await using outside = await plainFolder({ 'go.mod': 'module example.org/secret\n' })
    await using repository = await gitFolder({ 'a.py': '' }, 'here')
    await symlink(path.join(outside.path, 'go.mod'), path.join(repository.path, 'go.mod'))
    await repository.git('add', '--all')
    await repository.write({ 'pyproject.toml': '[project]\nname = "untracked"\n' })
    await inProcess(repository, ...INIT, '--yes').outcome()
    expect(await profileOf(repository)).toContain('\nproject: here\n')
  })
})

describe.concurrent('`init --refresh`', () => {
  it('adds what is open and can be read now, and keeps comments, layout and what a person says', async ({
    expect,
  }) => {
    await using repository = await tracked({
      ...operator,
      'adr-profile.yaml':
        'project: Mine # my own\ndecisions: [{ criteria: python-vs-go }]\nfacts:\n    work:   [agent] # no control plane\n    # What may be assumed on the machine where it runs?\n    # may-assume: nothing | container-runtime | managed-packages | job-platform | function-platform\n\nrecord: {}\n',
    })
    const { stderr } = await inProcess(repository, 'init', '--refresh').outcome()
    expect(await profileOf(repository)).toBe(
      lines(
        'project: Mine # my own',
        'decisions: [{ criteria: python-vs-go }]',
        'read-from-repository: [team-languages]',
        'facts:',
        '    work:   [agent] # no control plane',
        '    runs-on: servers # PROJECT:2 says layout:; Dockerfile is there',
        '    may-assume: container-runtime # Dockerfile is there',
        '    team-languages: [go] # 4 of 4 source files are .go',
        '',
        'record: {}',
      ),
    )
    expect(stderr).toBe(
      lines(
        'note: the profile stays where it says otherwise',
        'work: the profile says agent, the repository control-plane (go.mod:7 requires sigs.k8s.io/controller-runtime; PROJECT:2 says layout:)',
      ),
    )
  })

  it('changes nothing the second time', async ({ expect }) => {
    await using repository = await tracked(monorepo)
    await inProcess(repository, ...INIT, '--yes').outcome()
    const before = await repository.files()
    await repository.git('add', '--all')
    const { stdout, stderr } = await inProcess(repository, 'init', '--refresh').outcome()
    expect([stdout.split('\n')[0], stderr]).toEqual([
      'No answers read from the repository; nothing was written',
      '',
    ])
    expect(await repository.files()).toEqual(before)
  })

  it('says where there is no profile', async () => {
    await using repository = await gitFolder()
    await inProcess(repository, 'init', '--refresh').gives({
      code: 2,
      stderr: lines('error: there is no `adr-profile.yaml` here', '  = `madrigal init` makes one'),
    })
  })
})

describe.concurrent('`init` with somebody at the terminal', () => {
  it('shows what it read, takes corrections, asks what is left, and says what comes next', async ({
    expect,
  }) => {
    await using repository = await tracked(operator)
    const { stdout, stderr, code, seen } = await attended(
      repository,
      INIT,
      'no, correct an answer',
      'runs-on',
      'on every machine of a fleet',
      'yes',
      'nothing in particular',
      'none of them',
      'stop',
    )
    expect(code).toBe(0)
    const profile = await profileOf(repository)
    expect(profile).toContain('\n  runs-on: fleet\n')
    expect(profile).toContain('\n  way-of-working: nothing-special\n')
    expect(profile).not.toContain('# What marks the work on it most?')
    expect(stderr).toContain('wrote `adr-profile.yaml`; it can be left at any time')
    expect(stdout).toContain('next: `madrigal ask` asks what is open; `madrigal generate` writes the record')
    expect(seen[0]).toBe('Is that right?: yes, no, correct an answer')
  })

  it.for([
    ['at the first question', []],
    ['at the choice of an answer', ['no, correct an answer']],
    ['at its correction', ['no, correct an answer', 'work']],
    ['at a question', ['yes']],
  ] as const)('leaves a valid profile when it is broken off %s', async ([, replies], { expect }) => {
    await using repository = await tracked(operator)
    const { code, stderr } = await attended(repository, INIT, ...replies, null)
    expect(code).toBe(130)
    expect(stderr).toContain('what you answered is kept; `madrigal ask` goes on')
    expect((await inProcess(repository, 'evaluate').outcome()).code).toBe(0)
  })
})
