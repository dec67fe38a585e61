import { readFile } from 'node:fs/promises'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { NoOperationTraceWriter } from '@actions/workflow-parser'
import { expect, it } from 'vitest'
import { facts, profile } from '../cli/drinks.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { type Comment, githubServer } from './github-server.ts'
import { mergeCheckout } from './merge-checkout.ts'
import { readAction, runAction } from './runner.ts'
import { marker } from './stub-program.ts'

const inputs = { token: 'token-of-the-job' }

it('has a description of itself that GitHub accepts', async () => {
  const file = { name: 'action.yml', content: await readFile('action.yml', 'utf8') }
  const { context, value } = parseAction(file, new NoOperationTraceWriter())
  expect(context.errors.getErrors()).toEqual([])
  expect(value).toBeDefined()
})

it('has no expression in a script, where its value would be read as code', async () => {
  const { runs } = await readAction()
  expect(runs.steps.map(({ run }) => run).filter((run) => run.includes('${{'))).toEqual([])
})

it('shows in a pull request what is behind, and what the change does', async () => {
  await using opened = await mergeCheckout({ 'adr-profile.yaml': profile('Breakfast', facts.tea) })
  await using github = await githubServer()
  const { workspace, event } = opened
  const done = await runAction({ workspace: workspace.path, inputs, event, api: github.url })
  const told = async (command: string, ...options: readonly string[]): Promise<string> =>
    (
      await inProcess(workspace, command, ...options)
        .with({ ADR_DATE: '2026-11-23' })
        .outcome()
    ).stdout
  const review = await told('review', '--base', 'origin/main')
  const against = ['--against', 'origin/main']
  expect(done).toEqual({
    ran: ['Check and review', 'Comment', 'Conclude'],
    commands: [
      {
        name: 'error',
        properties: expect.objectContaining({
          file: 'docs/decisions/0001-drink-for-breakfast.md',
          title: 'verdict-flipped',
        }),
        data: expect.stringContaining('Tea would be chosen, the record says Coffee'),
      },
    ],
    text: ['One error in one record of one profile.'],
    summary: `${review}\n${await told('check', '--format', 'markdown', ...against)}`,
    failed: true,
    outputs: {
      findings: '1',
      conclusion: 'failure',
      'verdict-changed': 'true',
      review: expect.stringMatching(/review\.md$/),
      sarif: expect.stringMatching(/findings\.sarif$/),
    },
    review,
    sarif: await told('check', '--format', 'sarif', ...against),
  })
  expect(review).toContain('**Tea** (clear, settled) instead of Coffee (clear, settled)')
  expect(github.comments.map(({ body }) => body)).toEqual([review])
})

const hostile = [
  '::error file=a::injected',
  '   ::add-mask::Coffee',
  '##[error]injected',
  '::end-of-madrigal::',
  'end-of-madrigal',
  '%0A::error::injected',
  marker,
  '</details> @team <b>',
  '$(touch injected) `touch injected`',
]

const hostileProfile = lines(
  `project: ${JSON.stringify(`Breakfast ${hostile.slice(0, 4).join(' ')}`)}`,
  `summary: ${JSON.stringify(hostile.join('\n'))}`,
  'decisions:',
  '  - criteria: criteria/drinks.yaml',
  `facts: ${facts.tea}`,
)

it('takes branch names and the texts of profiles for data', async () => {
  const branches = { base: '";touch${IFS}injected;"', head: '--upload-pack=$(touch${IFS}injected)' }
  await using opened = await mergeCheckout({ 'adr-profile.yaml': hostileProfile }, branches)
  const quoting: Comment = { id: 1, user: { login: 'github-actions[bot]' }, body: hostile.join('\n') }
  await using github = await githubServer({ comments: [quoting] })
  const { workspace, event } = opened
  const done = await runAction({ workspace: workspace.path, inputs, event, api: github.url })
  expect(done.commands.map(({ name, properties }) => [name, properties['title']])).toEqual([
    ['error', 'record-missing'],
    ['warning', 'record-orphaned'],
  ])
  expect(done.outputs).toMatchObject({ conclusion: 'failure', 'verdict-changed': 'true' })
  expect(github.comments).toEqual([quoting, expect.objectContaining({ body: done.review })])
  expect(Object.keys(await workspace.files())).not.toContain('injected')
})

it('says what is wrong with a profile and a base, and takes no command from them', async () => {
  const keys = hostile.map((text) => `${JSON.stringify(text)}: 1\n`).join('')
  const broken = `project: Breakfast\n${keys}::error::injected\n`
  await using opened = await mergeCheckout({ 'adr-profile.yaml': broken })
  const { workspace, event } = opened
  const base = '--upload-pack=touch injected'
  const done = await runAction({ workspace: workspace.path, event, inputs: { base } })
  expect(done.commands.map(({ name, data }) => [name, data])).toEqual([
    ['error', 'The check was not possible. The summary of the job says why.'],
    ['warning', 'A review was not possible. The summary of the job says why.'],
  ])
  expect(done).toMatchObject({
    failed: true,
    outputs: { conclusion: 'error', findings: '', sarif: '', review: '' },
  })
  expect(done.summary).toMatch(
    /^A review was not possible:\n\n```text\nerror: `--upload-pack=touch injected`/,
  )
  expect(done.summary).toMatch(/\nThe check was not possible:\n\n```text\nerror/)
  expect(Object.keys(await workspace.files())).not.toContain('injected')
})
