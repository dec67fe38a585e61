import { execFile } from 'node:child_process'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { branchWith, cloned, commitAll } from '../support/pull-request.ts'
import { type Outcome, inProcess, madrigal } from '../support/run-cli.ts'
import { breakfast, facts, profile } from '../cli/drinks.ts'

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--against', 'main'],
  ['generate'],
  ['review'],
  ['adopt'],
  ['evaluate'],
  ['list'],
  ['accept', '1'],
  ['renumber', '1', '--to', '4'],
]

/** A clone with a branch that changes a profile and its record. */
async function branched(): Promise<Folder> {
  const repository = await cloned(breakfast(), (folder) => inProcess(folder, 'generate').outcome())
  await branchWith(repository, async (folder) => {
    await folder.write({ 'adr-profile.yaml': profile('Breakfast', facts.tea) })
    await inProcess(folder, 'generate').outcome()
  })
  return repository
}

/** A folder with a `git` that does this before it does what the real one does. */
async function gitThat(script: string): Promise<Folder> {
  const tools = await plainFolder({
    git: `#!/bin/sh\n${script}\nPATH='${process.env['PATH']}' exec git "$@"\n`,
  })
  await chmod(path.join(tools.path, 'git'), 0o755)
  return tools
}

const expectRefused = ({ code, stdout, stderr }: Outcome, message: string, command: readonly string[]) =>
  expect({ code, stdout, stderr }, command.join(' ')).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^error: ${message}.*\n`)),
  })

describe('where git cannot say what is in a repository, nothing is said about it, and nothing written', () => {
  it('as git is not installed, and there is something to ask it', async () => {
    await using repository = await branched()
    const before = await repository.files()
    // Nothing is asked about records that are where they were and follow from their profiles.
    const needless = new Set(['generate', 'adopt', 'evaluate', 'list', 'accept 1'])
    const asked = commands.filter((command) => !needless.has(command.join(' ')))
    for (const command of asked) {
      const outcome = await madrigal(repository, ...command)
        .with({ PATH: repository.path })
        .outcome()
      expectRefused(outcome, '(?:cannot read the folder: )?git was not found', command)
    }
    expect(await repository.files()).toEqual(before)
  })

  it.runIf(process.getuid?.() === 0)('as the repository belongs to somebody else', async () => {
    await using repository = await branched()
    await promisify(execFile)('chown', ['-R', 'nobody:', repository.path])
    for (const command of commands) {
      const outcome = await madrigal(repository, ...command).outcome()
      expectRefused(outcome, 'git says: fatal: detected dubious ownership in repository', command)
      expect(outcome.stderr).toContain('safe.directory')
    }
  })

  it('as what looks like a repository is broken', async () => {
    await using repository = await gitFolder(breakfast())
    await rm(path.join(repository.path, '.git'), { recursive: true })
    await writeFile(path.join(repository.path, '.git'), 'gitdir: nowhere\n')
    for (const command of commands)
      expectRefused(await madrigal(repository, ...command).outcome(), '(?:not inside|git says)', command)
  })

  it.for([
    ['says why', 'echo "fatal: it broke" >&2; exit 128', 'git says: fatal: it broke'],
    ['is killed and says nothing', 'kill -9 $$', 'git says: '],
  ] as const)('as git fails half-way, and %s', async ([, failure, message]) => {
    await using repository = await branched()
    const reads: readonly (readonly [string, readonly string[]])[] = [
      ['ls-files', ['check']],
      ['ls-tree', ['review']],
      ['cat-file', ['review']],
      ['cat-file', ['check', '--against', 'main']],
      ['merge-base', ['check', '--against', 'main']],
      ['merge-base', ['review']],
      ['for-each-ref', ['review']],
    ]
    for (const [word, command] of failure.startsWith('kill') ? reads.slice(0, 3) : reads) {
      await using tools = await gitThat(`case " $* " in *" ${word} "*) ${failure};; esac`)
      const outcome = await madrigal(repository, ...command)
        .with({ PATH: tools.path })
        .outcome()
      expectRefused(outcome, message, [word, ...command])
    }
  })

  it('as a record is not where it was, and git cannot list where it may be', async () => {
    await using repository = await branched()
    await mkdir(path.join(repository.path, 'elsewhere'))
    await repository.git('mv', 'docs/decisions/0001-drink-for-breakfast.md', 'elsewhere/x.md')
    await using tools = await gitThat(
      'case " $* " in *" ls-files "*) echo "fatal: it broke" >&2; exit 128;; esac',
    )
    const outcome = await madrigal(repository, 'generate').with({ PATH: tools.path }).outcome()
    expectRefused(outcome, 'git says: fatal: it broke', ['generate'])
  })

  it('and a program is told as well', async () => {
    await using repository = await branched()
    const { stdout } = await madrigal(repository, 'check', '--json').with({ PATH: repository.path }).outcome()
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ message: 'git was not found' }] })
  })
})

describe.concurrent('a partial clone', () => {
  it.for(['blob:none', 'tree:0'])('is told what to fetch, and can then be reviewed: %s', async (filter) => {
    await using origin = await branched()
    await origin.git('config', 'uploadpack.allowFilter', 'true')
    await using clones = await plainFolder()
    const address = `file://${origin.path}`
    await clones.git('clone', '--quiet', `--filter=${filter}`, '--branch', 'pull-request', address, 'part')
    const part: Folder = {
      ...clones,
      path: path.join(clones.path, 'part'),
      git: (...words) => clones.git('-C', path.join(clones.path, 'part'), ...words),
    }
    for (const command of [
      ['review', '--base', 'origin/main'],
      ['check', '--against', 'origin/main'],
    ]) {
      const { code, stdout, stderr } = await inProcess(part, ...command).outcome()
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('git fetch --refetch --no-filter')
    }
    await part.git('fetch', '--quiet', '--refetch', '--no-filter')
    const { code, stderr } = await inProcess(part, 'review', '--base', 'origin/main').outcome()
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })
})

describe.concurrent('a repository without a work tree', () => {
  it("gets no record among what is git's own", async () => {
    await using bare = await plainFolder(breakfast())
    await bare.git('init', '--quiet', '--bare', '--template=', '.')
    const before = await bare.files()
    for (const command of [['generate'], ['check'], ['restore'], ['adopt']])
      expectRefused(
        await inProcess(bare, ...command).outcome(),
        'git says: fatal: this operation must be run in a work tree',
        command,
      )
    expect(await bare.files()).toEqual(before)
  })

  it('is the same as its own folder `.git`', async () => {
    await using repository = await gitFolder(breakfast())
    await commitAll(repository, 'Begin')
    const { code } = await inProcess(repository, 'generate', '../adr-profile.yaml').in('.git').outcome()
    expect(code).toBe(2)
  })
})
