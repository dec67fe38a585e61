import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * What GitHub tells about the event that started the run.
 * @typedef {object} Event
 * @property {{ readonly number: number, readonly base: { readonly ref: string } }} [pull_request]
 * @property {{ readonly base_sha: string }} [merge_group]
 */

/** @returns {Event} */
export function readEvent() {
  const file = process.env.GITHUB_EVENT_PATH
  return file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * The ref that a change is merged into, or undefined when there is none. A merge queue puts a change on those before it,
 * which are not on the branch yet.
 * @param {Event} event
 */
export function comparedWith({ pull_request: pullRequest, merge_group: mergeGroup }) {
  return pullRequest === undefined ? mergeGroup?.base_sha : `refs/remotes/origin/${pullRequest.base.ref}`
}
