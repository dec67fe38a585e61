#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { exitCode } from './cli/exit-code.ts'
import { runProgram } from './cli/program.ts'
import { today } from './workspace/clock.ts'

const manifest: { readonly version: string; readonly bugs?: { readonly url: string } } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { env, stdin, stdout, stderr } = process
const isAttended = [stdin, stdout, stderr].every(({ isTTY }) => isTTY)

try {
  process.exitCode = await runProgram(
    {
      arguments: process.argv.slice(2),
      cwd: process.cwd(),
      environment: env,
      stdout,
      stderr,
      today,
      ...(stdout.isTTY && {
        showLong: async (text) => (await import('./cli/pager.ts')).showInPager(text, env, stdout),
      }),
      ...(isAttended && {
        openPrompt: async () =>
          (await import('./cli/open-prompt.ts')).openPrompt(env, stdin, stderr, process),
      }),
    },
    manifest.version,
  )
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const place = manifest.bugs === undefined ? '' : ` at ${manifest.bugs.url}`
  process.stderr.write(
    `error: this is a mistake in Madrigal ${manifest.version}; please report it${place} with the text below\n${stack}\n`,
  )
  process.exitCode = exitCode.bug
}
