#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import module from 'node:module'
import process from 'node:process'
import type { Manifest } from './cli/run.ts'

const manifest: Manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const { argv, stdout } = process

// A reader that stops early, such as `head`, is no failure. A full disk is one, and none of ours.
stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return
  process.stderr.write(`error: cannot print: ${code ?? message}\n`)
  process.exit(2)
})

const given = argv.slice(2)
const answer = answerOf(given)
if (answer !== null) stdout.write(answer)
else {
  // Node 22.1 and later keep what they have compiled; NODE_DISABLE_COMPILE_CACHE turns that off.
  const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache')
  if (typeof enableCompileCache === 'function') Reflect.apply(enableCompileCache, module, [])
  process.exitCode = await (await import('./cli/run.ts')).run(given, manifest)
}

/** What is known without the program, which takes longer to load than to answer: its version, and the help of a built one. */
function answerOf([word = '', ...more]: readonly string[]): string | null {
  if (more.length > 0) return null
  if (['-v', '-V', '--version'].includes(word)) return `${manifest.version}\n`
  if (!['-h', '--help', 'help'].includes(word)) return null
  try {
    return readFileSync(new URL('program/help.txt', import.meta.url), 'utf8')
  } catch {
    return null
  }
}
