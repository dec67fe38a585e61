import { expect, it } from 'vitest'
import { plainFolder } from '../support/git-folder.ts'
import { type Comment, githubServer } from './github-server.ts'
import { runAction } from './runner.ts'
import { marker, stubProgram } from './stub-program.ts'

const us = 'github-actions[bot]'
const event = { pull_request: { number: 7, base: { ref: 'main' } } }
const review = `${marker}\n\nTea.\n`
const list = (page: number): string =>
  `GET /repos/kitchen/breakfast/issues/7/comments?per_page=100&page=${page}`
const post = 'POST /repos/kitchen/breakfast/issues/7/comments'
const patch = (id: number): string => `PATCH /repos/kitchen/breakfast/issues/comments/${id}`

const comment = (id: number, login: string, body: string): Comment => ({ id, user: { login }, body })

/** Runs the action for a pull request that has these comments. */
async function runWith(
  settings: Parameters<typeof githubServer>[0],
  { inputs = { token: 'token-of-the-job' }, program = stubProgram() } = {},
) {
  await using folder = await plainFolder()
  await using github = await githubServer(settings)
  const done = await runAction({ workspace: folder.path, inputs, event, api: github.url, program })
  return { ...done, requests: github.requests, comments: github.comments }
}

it('is written once', async () => {
  const { requests, comments, commands, failed } = await runWith({
    comments: [comment(1, 'ada', 'Nice.')],
  })
  expect(requests).toEqual([list(1), post])
  expect(comments.at(-1)).toEqual(comment(1001, us, review))
  expect({ commands, failed }).toEqual({ commands: [], failed: false })
})

it('is changed when there is one, also on a later page and by another owner of the token', async () => {
  const others = Array.from({ length: 100 }, (_, index) => comment(index, 'ada', `Comment ${index}.`))
  const { requests, comments } = await runWith({
    login: 'tea-bot[bot]',
    comments: [...others, comment(500, 'tea-bot[bot]', `${marker}\r\n\r\nCoffee.`)],
  })
  expect(requests).toEqual([list(1), list(2), patch(500)])
  expect(comments.at(-1)).toEqual(comment(500, 'tea-bot[bot]', review))
  expect(comments).toHaveLength(101)
})

it('is left alone when it says the same already', async () => {
  const { requests } = await runWith({ comments: [comment(5, us, review.trimEnd())] })
  expect(requests).toEqual([list(1)])
})

it('is not taken from somebody else who writes the marker, nor from a comment that quotes it', async () => {
  const theirs = [
    comment(1, 'mallory', review),
    comment(2, us, `Somebody wrote:\n${marker}\n`),
    comment(3, us, `${marker} and more\n`),
    comment(4, 'github-actions', review),
  ]
  const { requests, comments } = await runWith({ comments: theirs })
  expect(requests).toEqual([list(1), post])
  expect(comments).toEqual([...theirs, comment(1004, us, review)])
})

it('begins only where there is something to tell, and ends by saying that there is nothing any more', async () => {
  const program = stubProgram({
    'review json': {
      stdout: '{ "result": { "verdictChanged": false, "decisions": [{ "changed": false }], "broken": [] } }',
    },
  })
  const first = await runWith({}, { program })
  expect(first.requests).toEqual([list(1)])
  const later = await runWith({ comments: [comment(5, us, `${marker}\n\nCoffee.\n`)] }, { program })
  expect(later.requests).toEqual([list(1), patch(5)])
})

it('tells of profiles that are broken', async () => {
  const program = stubProgram({
    'review json': {
      stdout: '{ "result": { "verdictChanged": false, "decisions": [], "broken": [{}] } }',
    },
  })
  expect((await runWith({}, { program })).requests).toEqual([list(1), post])
})

it('is left out with a notice when the token may only read, as for a fork', async () => {
  const refusal = { status: 403, message: 'Resource not accessible by integration\n::error::100%' }
  const { commands, failed, summary } = await runWith({ refusal })
  expect(commands).toEqual([
    {
      name: 'notice',
      properties: { title: 'Madrigal' },
      data: expect.stringMatching(
        /^The token may not comment here\. The summary of the job has the review\.\nPOST /,
      ),
    },
  ])
  expect(failed).toBe(false)
  expect(summary).toContain(review)
})

it('is left out with a warning when GitHub does not answer as it should', async () => {
  const { commands, failed } = await runWith({ refusal: { status: 502, message: 'Bad gateway' } })
  expect(commands).toMatchObject([{ name: 'warning', data: expect.stringContaining('502') }])
  expect(failed).toBe(false)
})

it('is not asked for without a token', async () => {
  const { ran, requests } = await runWith({}, { inputs: { token: '' } })
  expect(ran).toEqual(['Check and review', 'Conclude'])
  expect(requests).toEqual([])
})
