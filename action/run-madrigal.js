import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * What a run of the program gave.
 * @typedef {{ readonly stdout: string, readonly stderr: string, readonly code: number }} Outcome
 */

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const cwd = path.resolve(process.env.GITHUB_WORKSPACE ?? '.', process.env.WORKING_DIRECTORY ?? '.')

/**
 * Runs Madrigal in the folder that the action works in.
 * @param {readonly string[]} options
 * @returns {Promise<Outcome>}
 */
export function runMadrigal(...options) {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, ...options],
      { cwd, maxBuffer: Infinity },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code
        if (typeof code === 'number') resolve({ stdout, stderr, code })
        else reject(error)
      },
    )
  })
}
