// What a step says to the runner: on its log, and in the files that the environment names.
import { appendFileSync } from 'node:fs'
import process from 'node:process'

/** GitHub throws away a job summary above this many bytes. */
const LARGEST_SUMMARY = 1024 * 1024

const CUT = '\n\nThe rest is left out: a job summary has room for one mebibyte.\n'

/**
 * Sets outputs of the step.
 * @param {Readonly<Record<string, string>>} outputs
 */
export function setOutputs(outputs) {
  const entries = Object.entries(outputs).map(([name, value]) => {
    const end = wordNotIn(value)
    return `${name}<<${end}\n${value}\n${end}\n`
  })
  appendFileSync(process.env.GITHUB_OUTPUT ?? '', entries.join(''))
}

/**
 * Writes the job summary, cut at the end of a line when it is too long.
 * @param {string} markdown
 */
export function writeSummary(markdown) {
  const bytes = Buffer.from(markdown)
  const end = bytes.lastIndexOf('\n', LARGEST_SUMMARY - CUT.length)
  const isTooLong = bytes.length > LARGEST_SUMMARY
  appendFileSync(
    process.env.GITHUB_STEP_SUMMARY ?? '',
    isTooLong ? `${bytes.subarray(0, end).toString()}${CUT}` : bytes,
  )
}

/**
 * Text as a block of Markdown in which nothing is markup.
 * @param {string} text
 */
export function fenced(text) {
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)))
  return `${fence}text\n${text.replace(/\n*$/, '\n')}${fence}\n`
}

/**
 * Writes text on the log in which the runner looks for no commands.
 * @param {string} text
 */
export function logQuoted(text) {
  if (text === '') return
  const end = wordNotIn(text)
  process.stdout.write(`::stop-commands::${end}\n${text.replace(/\n*$/, '\n')}::${end}::\n`)
}

/**
 * Adds an annotation of the whole run.
 * @param {'error' | 'warning' | 'notice'} level
 * @param {string} message
 */
export function annotate(level, message) {
  const data = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::${level} title=Madrigal::${data}\n`)
}

/**
 * A word that can end the text, because it is nowhere in it.
 * @param {string} text
 */
function wordNotIn(text) {
  let word = 'end-of-madrigal'
  while (text.includes(word)) word += '-'
  return word
}
