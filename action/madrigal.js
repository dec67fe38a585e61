#!/usr/bin/env node
// Madrigal from a checkout of its repository, as the GitHub action and pre-commit have one: the first run builds it.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Is there while a build is under way, so that an interrupted one is not taken for a whole one. */
const unfinished = path.join(root, 'node_modules/.madrigal-unfinished')

/**
 * What npm says goes to standard error: standard output is for what Madrigal prints.
 * @param {readonly string[]} options
 */
const npm = (...options) =>
  execFileSync('npm', options, { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 2, 2] })

if (!existsSync(path.join(root, 'dist/cli.js')) || existsSync(unfinished)) {
  npm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund')
  writeFileSync(unfinished, '')
  npm('run', 'build')
  rmSync(unfinished)
}

await import(new URL('../dist/cli.js', import.meta.url).href)
