// Writes the review into the one comment that this action has on the pull request. No failure here fails the job.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { readEvent } from './compared-with.js'
import { addComment, changeComment, commentsOn, ownLogin, RequestError } from './github.js'
import { annotate } from './workflow-commands.js'

const number = readEvent().pull_request?.number
if (number !== undefined) {
  try {
    await writeComment(number, readFileSync(process.env.REVIEW ?? '', 'utf8'))
  } catch (error) {
    if (error instanceof RequestError && error.status === 403)
      annotate(
        'notice',
        `The token may not comment here. The summary of the job has the review.\n${error.message}`,
      )
    else
      annotate('warning', `No comment was written. The summary of the job has the review.\n${String(error)}`)
  }
}

/**
 * @param {number} pullRequest
 * @param {string} review
 */
async function writeComment(pullRequest, review) {
  const earlier = await findComment(pullRequest, firstLine(review))
  if (earlier === undefined) {
    if (process.env.HAS_NEWS === 'true') await addComment(pullRequest, review)
  } else if (earlier.body.trimEnd() !== review.trimEnd()) await changeComment(earlier.id, review)
}

/**
 * Our comment: the review's hidden marker is its first line, and we wrote it. Anybody else can write that line.
 * @param {number} pullRequest
 * @param {string} marker
 */
async function findComment(pullRequest, marker) {
  const login = await ownLogin()
  for await (const comment of commentsOn(pullRequest))
    if (comment.user?.login === login && firstLine(comment.body) === marker) return comment
  return undefined
}

/** @param {string} text */
function firstLine(text) {
  return text.split(/\r?\n/, 1).join()
}
