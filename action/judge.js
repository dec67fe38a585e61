// Checks the records and reviews the change: annotations, the job summary, and the outputs of the step.
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { comparedWith, readEvent } from './compared-with.js'
import { runMadrigal } from './run-madrigal.js'
import { annotate, fenced, logQuoted, setOutputs, writeSummary } from './workflow-commands.js'

const { PROFILES = '', BASE = '', STRICT = '', SOURCES_OLDER_THAN = '', RUNNER_TEMP = '' } = process.env

/** Its own, because a job may use the action twice. */
const folder = mkdtempSync(path.join(RUNNER_TEMP, 'madrigal-'))
const base = BASE || comparedWith(readEvent())
const profiles = PROFILES.split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')

const checked = await check()
const reviewed = base === undefined ? nothing() : await review(base)
writeSummary([reviewed.summary, checked.summary].filter((part) => part !== '').join('\n'))
setOutputs({ ...checked.outputs, ...reviewed.outputs })

async function check() {
  const options = [
    ...(STRICT === 'true' ? ['--strict'] : []),
    ...(SOURCES_OLDER_THAN === '' ? [] : ['--sources-older-than', SOURCES_OLDER_THAN]),
    ...(base === undefined ? [] : ['--against', base]),
    '--',
    ...profiles,
  ]
  const run = (/** @type {string} */ format) => runMadrigal('check', '--format', format, ...options)
  const [annotations, markdown, sarif] = await Promise.all([run('github'), run('markdown'), run('sarif')])
  const { stdout, stderr, code } = annotations
  process.stdout.write(stdout)
  logQuoted(stderr)
  if (code > 1) {
    annotate('error', 'The check was not possible. The summary of the job says why.')
    const outputs = { 'exit-code': `${code}`, conclusion: 'error', findings: '', sarif: '' }
    return { summary: `The check was not possible:\n\n${fenced(stderr)}`, outputs }
  }
  const { runs } = JSON.parse(sarif.stdout)
  const outputs = {
    'exit-code': `${code}`,
    conclusion: code === 0 ? 'success' : 'failure',
    findings: `${runs[0].results.length}`,
    sarif: keep('findings.sarif', sarif.stdout),
  }
  return { summary: markdown.stdout, outputs }
}

/** @param {string} ref */
async function review(ref) {
  const options = ['--base', ref, '--', ...profiles]
  const run = (/** @type {string} */ format) => runMadrigal('review', '--format', format, ...options)
  const [markdown, json] = await Promise.all([run('markdown'), run('json')])
  logQuoted(markdown.stderr)
  if (markdown.code !== 0) {
    annotate('warning', 'A review was not possible. The summary of the job says why.')
    return { ...nothing(), summary: `A review was not possible:\n\n${fenced(markdown.stderr)}` }
  }
  /** @type {{ result: { verdictChanged: boolean, decisions: { changed: boolean }[], broken: unknown[] } }} */
  const { result } = JSON.parse(json.stdout)
  const { verdictChanged, decisions, broken } = result
  const outputs = {
    'verdict-changed': `${verdictChanged}`,
    'has-news': `${broken.length > 0 || decisions.some(({ changed }) => changed)}`,
    review: keep('review.md', markdown.stdout),
  }
  return { summary: markdown.stdout, outputs }
}

function nothing() {
  return { summary: '', outputs: { 'verdict-changed': '', 'has-news': '', review: '' } }
}

/**
 * Puts a text where later steps find it.
 * @param {string} name
 * @param {string} text
 */
function keep(name, text) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
