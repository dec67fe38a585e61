#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Manifest } from './cli/run.ts'
import { standardStreams } from './cli/standard-streams.ts'

const manifest: Manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'))
const streams = standardStreams()
const given = process.argv.slice(2)
const answer = answerOf(given)

if (answer !== null) streams.stdout.write(answer)
else {
  // Node 22.1 and later keep what they have compiled; NODE_DISABLE_COMPILE_CACHE turns that off.
  const module = process.getBuiltinModule('node:module')
  const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache')
  if (typeof enableCompileCache === 'function') Reflect.apply(enableCompileCache, module, [])
  void import('./cli/run.ts').then(async ({ run }) => {
    process.exitCode = await run(given, manifest, streams)
  })
}

/** What is known without the program, which takes longer to load than to answer: its version, and the help of a built one. */
function answerOf([word = '', ...more]: readonly string[]): string | null {
  if (more.length > 0) return null
  if (['-v', '-V', '--version'].includes(word)) return `${manifest.version}\n`
  if (!['-h', '--help', 'help'].includes(word)) return null
  try {
    return readFileSync(path.join(import.meta.dirname, 'program/help.txt'), 'utf8')
  } catch {
    return null
  }
}
