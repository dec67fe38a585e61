import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A comment, as GitHub tells it. */
export interface Comment {
  readonly id: number
  readonly user: { readonly login: string }
  readonly body: string
}

interface Settings {
  /** Whose token it is. */
  readonly login?: string
  readonly comments?: readonly Comment[]
  /** The answer to whatever would write, such as 403 to the token of a fork. */
  readonly refusal?: { readonly status: number; readonly message: string }
}

export interface GitHubServer extends AsyncDisposable {
  readonly url: string
  /** What was asked, but for who one is. */
  readonly requests: string[]
  readonly comments: Comment[]
}

const TOKEN = 'token-of-the-job'
const ISSUES = '/repos/kitchen/breakfast/issues'

/** As much of GitHub as a comment on pull request 7 takes, on this machine. */
export async function githubServer({
  login = 'github-actions[bot]',
  comments: first = [],
  refusal,
}: Settings = {}): Promise<GitHubServer> {
  const requests: string[] = []
  const comments = [...first]

  async function answerTo(request: IncomingMessage): Promise<readonly [number, unknown]> {
    const { method = '', url = '', headers } = request
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (headers.authorization !== `Bearer ${TOKEN}`) return [401, { message: 'Bad credentials' }]
    if (pathname === '/graphql') return [200, { data: { viewer: { login } } }]
    requests.push(`${method} ${url}`)
    if (method === 'GET' && pathname === `${ISSUES}/7/comments`) {
      const size = Number(searchParams.get('per_page'))
      const start = (Number(searchParams.get('page')) - 1) * size
      return [200, comments.slice(start, start + size)]
    }
    if (refusal !== undefined) return [refusal.status, { message: refusal.message }]
    const { body } = JSON.parse(await text(request)) as { body: string }
    if (method === 'POST' && pathname === `${ISSUES}/7/comments`) {
      comments.push({ id: 1000 + comments.length, user: { login }, body })
      return [201, comments.at(-1)]
    }
    const at = comments.findIndex(({ id }) => pathname === `${ISSUES}/comments/${id}`)
    const changed = comments[at]
    if (method !== 'PATCH' || changed === undefined) return [404, { message: 'Not Found' }]
    comments[at] = { ...changed, body }
    return [200, comments[at]]
  }

  const server = createServer((request, response) => {
    void answerTo(request).then(([status, content]) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    comments,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
