// The few requests to GitHub that a comment takes.
import process from 'node:process'

const {
  GITHUB_API_URL = 'https://api.github.com',
  GITHUB_GRAPHQL_URL = 'https://api.github.com/graphql',
  GITHUB_REPOSITORY = '',
  TOKEN = '',
} = process.env

const PAGE = 100
const LONGEST_WAIT = 30_000

/**
 * A comment, as far as it matters here.
 * @typedef {{ readonly id: number, readonly body: string, readonly user: { readonly login: string } | null }} Comment
 */

/** A request that GitHub did not grant. */
export class RequestError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/** The login of whoever the token belongs to. The REST API does not tell that of an app's token, such as the runner's. */
export async function ownLogin() {
  const { data } = await request('POST', GITHUB_GRAPHQL_URL, { query: '{ viewer { login } }' })
  return data.viewer.login
}

/**
 * The comments on a pull request, oldest first.
 * @param {number} pullRequest
 * @returns {AsyncGenerator<Comment>}
 */
export async function* commentsOn(pullRequest) {
  for (let page = 1; ; page += 1) {
    const comments = await request('GET', `${issues}/${pullRequest}/comments?per_page=${PAGE}&page=${page}`)
    yield* comments
    if (comments.length < PAGE) return
  }
}

/**
 * @param {number} pullRequest
 * @param {string} body
 */
export const addComment = (pullRequest, body) =>
  request('POST', `${issues}/${pullRequest}/comments`, { body })

/**
 * @param {number} comment
 * @param {string} body
 */
export const changeComment = (comment, body) => request('PATCH', `${issues}/comments/${comment}`, { body })

const issues = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`

/**
 * @param {string} method
 * @param {string} url
 * @param {object} [content]
 */
async function request(method, url, content) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${TOKEN}`,
      'user-agent': 'madrigal',
      'x-github-api-version': '2022-11-28',
      ...(content !== undefined && { 'content-type': 'application/json' }),
    },
    ...(content !== undefined && { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(LONGEST_WAIT),
  })
  const text = await response.text()
  if (!response.ok) throw new RequestError(response.status, `${method} ${url}: ${response.status} ${text}`)
  return JSON.parse(text)
}
