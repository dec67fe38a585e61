/** What stands for a run of Madrigal. */
interface Reply {
  readonly stdout?: string
  readonly stderr?: string
  readonly code?: number
}

/** The first line of every review. */
export const marker = '<!-- madrigal review -->'

const reviewData = { verdictChanged: false, decisions: [{ changed: true }], broken: [] }

/** By command and format. */
const usual: Readonly<Record<string, Reply>> = {
  'check sarif': { stdout: '{ "runs": [{ "results": [] }] }' },
  'review markdown': { stdout: `${marker}\n\nTea.\n` },
  'review json': { stdout: JSON.stringify({ command: 'review', result: reviewData }) },
}

/** The text of a program that replies so, and else says how it was called. */
export const stubProgram = (replies: Readonly<Record<string, Reply>> = {}): string => `
  const [command, , format, ...options] = process.argv.slice(2)
  const replies = ${JSON.stringify({ ...usual, ...replies })}
  const called = format === 'markdown' ? [command, ...options].join(' ') + '\\n' : ''
  const { stdout = called, stderr = '', code = 0 } = replies[command + ' ' + format] ?? {}
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = code
`
