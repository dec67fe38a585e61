import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts } from '../drinks.ts'
import { type Folder, plainFolder } from '../../support/git-folder.ts'
import { branchWith, commitAll } from '../../support/pull-request.ts'
import { inProcess, lines } from '../../support/run-cli.ts'
import { LATER, answer, breakfast, edit, generate, kitchen, profileOf, supper } from './kitchen.ts'

type Work = (folder: Folder) => Promise<unknown>

const nothing: Work = async () => {}

const addProject =
  (name: string, day = LATER): Work =>
  async (folder) => {
    await folder.write({ [`${name}/adr-profile.yaml`]: profileOf(name, facts.coffee) })
    await inProcess(folder, 'generate', `${name}/adr-profile.yaml`, '--date', day, '--quiet').outcome()
  }

const againstMain = (folder: Folder) =>
  inProcess(folder, 'check', '--against', 'origin/main', '--date', LATER)

describe('madrigal check --against', () => {
  let folder: Folder
  let start: string
  beforeAll(async () => {
    folder = await kitchen()
    start = (await folder.git('rev-parse', 'main')).trim()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  /** One branch with somebody's work, and `main` on the remote with somebody else's since. */
  async function apart(here: Work, there: Work): Promise<void> {
    await folder.git('checkout', '--quiet', '-B', 'main', start)
    await folder.git('branch', '--force', 'pull-request', start)
    await folder.git('update-ref', 'refs/remotes/origin/main', start)
    await there(folder)
    await commitAll(folder, 'Work of somebody else')
    await folder.git('push', '--quiet', '--force', 'origin', 'main')
    // Madrigal looks at all branches for the next number; here nobody has fetched in time.
    await folder.git('checkout', '--quiet', '-B', 'pull-request', start)
    await folder.git('branch', '--force', 'main', start)
    await folder.git('update-ref', 'refs/remotes/origin/main', start)
    await here(folder)
    await commitAll(folder, 'Work')
    await folder.git('fetch', '--quiet', 'origin')
  }

  it('finds a number that the other branch has taken meanwhile, until the record has another', async () => {
    await apart(addProject('lunch'), addProject('tea-time'))
    await againstMain(folder).gives({
      code: 1,
      stdout: lines(
        'error[duplicate-number] docs/decisions/0003-drink-for-lunch.md',
        '  `docs/decisions/0003-drink-for-tea-time.md` on `origin/main` has the number 3 as well',
        '  = run `madrigal renumber docs/decisions/0003-drink-for-lunch.md`',
      ),
      stderr: 'One error in three records of three profiles.\n',
    })
    await inProcess(folder, 'renumber', 'docs/decisions/0003-drink-for-lunch.md').outcome()
    await againstMain(folder).gives({ stderr: 'Nothing to report in three records of three profiles.\n' })
    await commitAll(folder, 'Renumber')
  })

  it('finds the same two in a merge queue, where both are there already', async () => {
    await apart(addProject('lunch'), addProject('tea-time'))
    await folder.git('merge', '--quiet', '--no-edit', 'origin/main')
    await againstMain(folder).gives({
      code: 1,
      stdout: lines(
        'error[duplicate-number] docs/decisions/0003-drink-for-tea-time.md',
        '  `docs/decisions/0003-drink-for-lunch.md` has the number 3 as well',
        '  = run `madrigal renumber docs/decisions/0003-drink-for-tea-time.md`',
      ),
      stderr: 'One error in four records of four profiles.\n',
    })
  })

  it('finds a record that both branches have made', async () => {
    await apart(
      async (there) => {
        await answer(there, 'supper', facts.coffee)
        await generate(there, LATER)
      },
      async (there) => {
        await answer(there, 'supper', '{ hot: true, time: morning, guests: 5 }')
        await generate(there, LATER)
      },
    )
    await againstMain(folder).gives({
      code: 1,
      stdout: lines(
        'error[duplicate-id] docs/decisions/0003-drink-for-supper.md',
        '  `docs/decisions/0003-drink-for-supper.md` on `origin/main` has the id `drinks/supper@2` as well, and says something else',
        '  = keep one of them',
      ),
      stderr: 'One error in three records of two profiles.\n',
    })
  })

  it('finds an accepted record that reads otherwise there, although it was accepted anew', async () => {
    await apart(async (there) => {
      await edit(there, supper, (text) => text.replace('We have to choose', 'We had to choose'))
      await inProcess(there, 'accept', '2').outcome()
    }, nothing)
    await againstMain(folder).gives({
      stdout: lines(
        'warning[accepted-body-edited] docs/decisions/0002-drink-for-supper.md:12',
        '  it was edited after it was accepted: on `origin/main` it reads otherwise',
        '  = it was accepted anew as it is now; look whether that was meant',
      ),
      stderr: 'One warning in two records of two profiles.\n',
    })
  })

  it.each<[string, Work, Work]>([
    [
      'a record that only this branch has changed',
      (there) => edit(there, breakfast, (text) => `${text}\nMore.\n`),
      nothing,
    ],
    [
      'a record that only the other branch has changed',
      nothing,
      (there) => edit(there, supper, (text) => `${text}\nMore.\n`),
    ],
    ['records that have different numbers', addProject('lunch'), nothing],
    ['the same record on both', addProject('lunch'), addProject('lunch')],
  ])('finds nothing about %s', async (_, here, there) => {
    await apart(here, there)
    const { stdout, code } = await againstMain(folder).outcome()
    expect([stdout, code]).toEqual(['', 0])
  })

  it.each([
    ['--upload-pack=x', 'error: `--upload-pack=x` is no name of a commit: it starts with `-`\n'],
    [
      'nowhere',
      'error: `nowhere` is no commit of this repository\n  = is it fetched? `git branch --all` shows what is here\n',
    ],
    [
      'HEAD:drinks.yaml',
      'error: `HEAD:drinks.yaml` is no commit of this repository\n  = is it fetched? `git branch --all` shows what is here\n',
    ],
  ])('refuses %s as a branch', (ref, stderr) =>
    inProcess(folder, 'check', `--against=${ref}`).gives({ stderr, code: 2 }),
  )

  it('says what to do in a clone that is too shallow', async () => {
    await branchWith(folder, addProject('lunch'))
    await folder.git('push', '--quiet', '--force', 'origin', 'pull-request')
    await using parent = await plainFolder()
    const remote = (await folder.git('remote', 'get-url', 'origin')).trim()
    await parent.git('clone', '--quiet', '--depth=1', '--branch=pull-request', `file://${remote}`, 'shallow')
    const fetchAll =
      'fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, else `git fetch --unshallow`'
    const shallow = inProcess(parent, 'check', '--against', 'origin/main').in('shallow')
    await shallow.gives({
      stderr: lines('error: `origin/main` is no commit of this repository', `  = ${fetchAll}`),
      code: 2,
    })
    await parent.git(
      '-C',
      'shallow',
      'fetch',
      '--quiet',
      '--depth=1',
      'origin',
      'main:refs/remotes/origin/main',
    )
    await shallow.gives({
      stderr: lines('error: this clone is too shallow to tell where the branch began', `  = ${fetchAll}`),
      code: 2,
    })
  })
})
