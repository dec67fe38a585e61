import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { showInPager } from '../../src/cli/pager.ts'
import { type Files, plainFolder } from '../support/git-folder.ts'

const long = 'one\n'.repeat(30)

interface Shown {
  readonly terminal: string
  readonly files: Files
}

/** What reaches the terminal, and what a pager that writes to a file was given. */
async function show(text: string, environment: Readonly<Record<string, string>>): Promise<Shown> {
  await using folder = await plainFolder()
  const script = `process.stdin.pipe(require('fs').createWriteStream('${path.join(folder.path, 'paged').replaceAll('\\', '/')}'))`
  let terminal = ''
  await showInPager(
    text,
    { ...process.env, PAGER: `"${process.execPath}" -e "${script}"`, TERM: 'xterm', ...environment },
    { rows: 24, write: (part) => (terminal += part) },
  )
  return { terminal, files: await folder.files() }
}

it('a text that is longer than the terminal goes to the pager', async () => {
  expect(await show(long, {})).toEqual({ terminal: '', files: { paged: long } })
})

it.for([
  ['a short text', 'one\n', {}],
  ['an empty $PAGER', long, { PAGER: '' }],
  ['a terminal that cannot move the cursor', long, { TERM: 'dumb' }],
  ['a pager that is not there', long, { PAGER: 'no-such-pager 2>&1' }],
] as const)('%s is printed as it is', async ([, text, environment]) => {
  expect(await show(text, environment)).toEqual({ terminal: text, files: {} })
})

it('a pager that ends before it has read everything is no failure', async () => {
  const { terminal } = await show(long.repeat(10_000), { PAGER: `"${process.execPath}" -e 0` })
  expect(terminal).toBe('')
})
