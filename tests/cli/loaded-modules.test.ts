import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { commitAll } from '../support/pull-request.ts'
import { inProcess } from '../support/run-cli.ts'
import { loadOf, packageMarks, packagesIn } from '../support/what-runs-load.ts'

// Most of a short run goes into loading, so what a command loads is part of what it does. Times differ from run to run; these
// lists do not. A list may become shorter whenever that is possible. A longer one asks for a reason.

interface Start {
  readonly run: string
  /** There is a record already, and it follows from its profile. */
  readonly hasRecord?: true
  readonly code?: number
  /** Folders of src/ of which it loads any file. */
  readonly folders: string
  /** Packages that it asks for. */
  readonly packages: string
  /** Packages in the files that the built program loads, where that is not the same. */
  readonly built?: string
  /** What it asks git, in code-unit order. */
  readonly git: string
}

const starts: readonly Start[] = [
  { run: '--version', folders: 'cli', packages: '', git: '' },
  {
    run: '--help',
    folders: 'cli diagnostics document profile record report workspace',
    packages: 'commander yaml',
    built: '',
    git: '',
  },
  {
    run: 'no-such-command',
    code: 2,
    folders: 'cli diagnostics document profile record report workspace',
    packages: 'commander yaml',
    built: 'commander yaml zod',
    git: '',
  },
  {
    run: 'evaluate',
    folders: 'cli criteria diagnostics document evaluation profile record report workspace',
    packages: 'commander yaml zod',
    git: '',
  },
  {
    run: 'generate',
    folders: 'cli criteria diagnostics document evaluation plan profile record record-file report workspace',
    packages: 'commander diff handlebars/runtime yaml zod',
    git: '',
  },
  {
    run: 'generate',
    hasRecord: true,
    folders: 'cli criteria diagnostics document evaluation plan profile record record-file report workspace',
    packages: 'commander diff handlebars/runtime yaml zod',
    git: '',
  },
  {
    run: 'check',
    hasRecord: true,
    folders:
      'check cli criteria diagnostics document evaluation plan profile record record-file report workspace',
    packages: 'commander diff handlebars/runtime simple-git yaml zod',
    git: 'ls-files',
  },
  {
    run: 'list',
    hasRecord: true,
    folders: 'cli diagnostics document plan profile record record-file report workspace',
    packages: 'commander yaml',
    built: 'commander diff handlebars/runtime yaml zod',
    git: '',
  },
  {
    run: 'criteria show python-vs-go',
    folders: 'cli criteria diagnostics document profile record report workspace',
    packages: 'commander yaml',
    built: 'commander diff handlebars/runtime yaml zod',
    git: '',
  },
]

const sample = 'examples/network-service/adr-profile.yaml'

async function repositoryFor({ hasRecord }: Start): Promise<Folder> {
  const repository = await gitFolder({ 'adr-profile.yaml': await readFile(sample, 'utf8') })
  if (hasRecord) await inProcess(repository, 'generate').outcome()
  await commitAll(repository, 'Begin')
  return repository
}

const describeStart = ({ run, hasRecord }: Start): string => `${run}${hasRecord ? ', with a record' : ''}`

it.each(starts.map((start) => [describeStart(start), start] as const))('%s', async (_, start) => {
  const { run, code = 0, folders, packages, built = packages, git } = start
  await using one = await repositoryFor(start)
  await using other = await repositoryFor(start)
  const [modules, program] = await Promise.all([
    loadOf('modules', one, run.split(' ')),
    loadOf('program', other, run.split(' ')),
  ])
  expect({
    code: program.code,
    folders: modules.folders.join(' '),
    packages: modules.packages.join(' '),
    built: program.packages.join(' '),
    git: program.git.join(' '),
  }).toEqual({ code, folders, packages, built, git })
  expect([modules.code, modules.git]).toEqual([program.code, program.git])
})

it.each(['--version', '--help'])('the built program answers %s from its first file', async (option) => {
  await using folder = await gitFolder()
  expect(await loadOf('program', folder, [option])).toMatchObject({ code: 0, files: ['cli.js'] })
})

it('each package is found by its words', async () => {
  const folder = path.join(path.dirname(inject('program')), 'program')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  expect(await packagesIn(files.map((name) => path.join(folder, name)))).toEqual(Object.keys(packageMarks))
})
