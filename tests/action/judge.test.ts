import { expect, it } from 'vitest'
import { plainFolder } from '../support/git-folder.ts'
import { type Job, runAction } from './runner.ts'
import { marker, stubProgram } from './stub-program.ts'

/** Runs the action with a program that says how it was called. */
async function run(job: Partial<Job>, replies: Parameters<typeof stubProgram>[0] = {}) {
  await using folder = await plainFolder({ 'services/tea/adr-profile.yaml': '' })
  return await runAction({ workspace: folder.path, program: stubProgram(replies), ...job })
}

it('passes its inputs on', async () => {
  const { summary } = await run({
    inputs: {
      profiles: '\n services/*/adr-profile.yaml\n--odd name.yaml\n',
      base: 'v1.0.0',
      strict: 'true',
      'sources-older-than': '18',
      'working-directory': 'services',
    },
    event: { pull_request: { number: 7, base: { ref: 'main' } } },
  })
  expect(summary).toBe(
    `${marker}\n\nTea.\n\ncheck --strict --sources-older-than 18 --against v1.0.0 -- services/*/adr-profile.yaml --odd name.yaml\n`,
  )
})

it('compares a change in a merge queue with what stands before it', async () => {
  const base_sha = '0123456789012345678901234567890123456789'
  const { summary, outputs } = await run({ eventName: 'merge_group', event: { merge_group: { base_sha } } })
  expect(summary).toBe(`${marker}\n\nTea.\n\ncheck --against ${base_sha} --\n`)
  expect(outputs).toMatchObject({ 'verdict-changed': 'false', conclusion: 'success', findings: '0' })
})

it('only checks where there is nothing to compare with', async () => {
  const { summary, outputs } = await run({ event: { ref: 'refs/heads/main' } })
  expect(summary).toBe('check --\n')
  expect(outputs).toMatchObject({ 'verdict-changed': '', review: '', conclusion: 'success' })
})

it('cuts a summary that GitHub would throw away, at the end of a line', async () => {
  const line = `${'é'.repeat(50)}\n`
  const { summary } = await run({}, { 'check markdown': { stdout: line.repeat(20_000) } })
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(1024 * 1023)
  const [whole, note] = summary.split('\n\n')
  expect(new Set(whole?.split('\n'))).toEqual(new Set([line.trimEnd()]))
  expect(note).toBe('The rest is left out: a job summary has room for one mebibyte.\n')
})

it('fails with the exit code of a mistake in Madrigal, and shows it behind a fence that holds', async () => {
  const stderr = 'error: this is a mistake\n````\n::error::x\n'
  const done = await run({}, { 'check github': { stderr, code: 70 } })
  expect(done.summary).toBe(`The check was not possible:\n\n\`\`\`\`\`text\n${stderr}\`\`\`\`\`\n`)
  expect(done.commands).toHaveLength(1)
  expect(done).toMatchObject({ failed: true, outputs: { conclusion: 'error' } })
})
