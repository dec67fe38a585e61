import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { mergeCheckout } from '../action/merge-checkout.ts'
import { readAction } from '../action/runner.ts'
import { breakfast, facts, profile } from '../cli/drinks.ts'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'

const guide = readFileSync('docs/ci.md', 'utf8')

/** The files that the guide shows, by their path. */
const files = new Map(
  [...guide.matchAll(/<!-- file (\S+) -->\n\n```\w+\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
)
const textOf = (name: string): string => files.get(name) ?? ''

/** The cells of the first column, of each table in the guide with this head. */
const firstColumn = (head: string): readonly string[] => {
  const table = guide.split(`| ${head} |`)[1]?.split('\n\n', 1)[0] ?? ''
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell)
}

/**
 * The fields of a hook, as `pre_commit/clientlib.py` of pre-commit checks them. There are no stages: 3.2 gave those wanted here
 * other names, which older ones refuse, and newer ones warn of the old names.
 */
const hook = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  entry: z.string(),
  language: z.literal('script'),
  always_run: z.boolean(),
  pass_filenames: z.boolean(),
})
const hooks = z.array(hook).parse(parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')))

it('shows every file under its name', () => {
  expect(files.size * 2).toBe(guide.match(/^```/gm)?.length)
})

describe.each(['.github/workflows/decisions.yml', '.github/workflows/decision-findings.yml'])(
  '%s',
  (name) => {
    const workflow = z
      .object({
        permissions: z.record(z.string(), z.string()),
        jobs: z.record(
          z.string(),
          z.object({
            steps: z.array(
              z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() }),
            ),
          }),
        ),
      })
      .parse(parse(textOf(name)))
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

    it('is a workflow that GitHub accepts', async () => {
      const { context, value } = parseWorkflow({ name, content: textOf(name) }, new NoOperationTraceWriter())
      if (value !== undefined) await convertWorkflowTemplate(context, value)
      expect(context.errors.getErrors()).toEqual([])
    })

    it('uses inputs that the action has, with the whole history and no credentials left behind', async () => {
      const { inputs } = await readAction()
      const [checkout, madrigal] = steps
      expect(checkout).toMatchObject({ with: { 'fetch-depth': 0, 'persist-credentials': false } })
      expect(madrigal?.uses).toMatch(/^owner\/madrigal@/)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(madrigal?.with ?? {})))
      expect(workflow.permissions['contents']).toBe('read')
    })
  },
)

it('names every input and output of the action', async () => {
  const { inputs, outputs } = await readAction()
  expect(firstColumn('input')).toEqual(Object.keys(inputs))
  expect(firstColumn('output')).toEqual(Object.keys(outputs))
})

it('names a hook that there is', () => {
  const config = z.strictObject({
    repos: z.array(
      z.strictObject({
        repo: z.url(),
        rev: z.string(),
        hooks: z.array(z.strictObject({ id: z.enum(hooks.map(({ id }) => id)) })),
      }),
    ),
  })
  expect(() => config.parse(parse(textOf('.pre-commit-config.yaml')))).not.toThrow()
  const [command, ...options] = hooks[0]?.entry.split(' ') ?? []
  expect([command, ...options]).toEqual(['dist/cli.js', 'check'])
})

describe.skipIf(process.platform === 'win32')('with a program on the path', () => {
  /** Runs commands of a shell in a checkout, with `madrigal` on the path. */
  async function shell(folder: Folder, script: string, variables: NodeJS.ProcessEnv = {}) {
    await using bin = await plainFolder({ madrigal: `#!/bin/sh\nexec node '${inject('program')}' "$@"\n` })
    await chmod(path.join(bin.path, 'madrigal'), 0o755)
    const name = { GIT_AUTHOR_NAME: 'Ada', GIT_COMMITTER_NAME: 'Ada' }
    const email = { GIT_AUTHOR_EMAIL: 'ada@example.org', GIT_COMMITTER_EMAIL: 'ada@example.org' }
    const env = { PATH: `${bin.path}${path.delimiter}${process.env['PATH']}`, HOME: inject('home') }
    const { stdout, stderr, status } = spawnSync('sh', ['-e', '-c', script], {
      cwd: folder.path,
      env: { ...env, ...name, ...email, ...variables },
      encoding: 'utf8',
      timeout: 19_000,
    })
    return { stdout, stderr, status }
  }

  it('the job for GitLab prints the review, then the findings, and fails', async () => {
    await using opened = await mergeCheckout({ 'adr-profile.yaml': profile('Breakfast', facts.tea) })
    const { workspace } = opened
    const job = z
      .object({ before_script: z.array(z.string()), script: z.array(z.string()) })
      .parse((parse(textOf('.gitlab-ci.yml')) as Record<string, unknown>)['decisions'])
    const [clone, link, ...rest] = job.before_script
    expect(clone).toMatch(/^git clone .* \/opt\/madrigal$/)
    expect(link).toBe('ln -s /opt/madrigal/dist/cli.js /usr/local/bin/madrigal')
    const variables = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }
    const done = await shell(workspace, [...rest, ...job.script].join('\n'), variables)
    expect(done).toMatchObject({
      stdout: expect.stringMatching(
        /^<!-- madrigal review -->\n[^]*\*\*Tea\*\* \(clear, settled\) instead of Coffee[^]*\nerror\[verdict-flipped\]/,
      ),
      status: 1,
    })
  })

  it('the hook of git stops a commit until the record follows', async () => {
    await using folder = await gitFolder({
      ...breakfast(),
      '.git/hooks/pre-commit': textOf('.git/hooks/pre-commit'),
    })
    await chmod(path.join(folder.path, '.git/hooks/pre-commit'), 0o755)
    const commit = 'git add --all && git commit --quiet --all --message Breakfast'
    expect(await shell(folder, commit)).toMatchObject({
      stderr: expect.stringContaining('One error'),
      status: 1,
    })
    expect(await shell(folder, `madrigal generate --quiet && ${commit}`)).toMatchObject({ status: 0 })
  })
})
