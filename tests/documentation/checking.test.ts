import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { findingKinds, kinds } from '../../src/check/finding.ts'
import { walkGuide } from '../support/walk-guide.ts'

const guide = new URL('../../docs/checking.md', import.meta.url)
const profile = new URL('../../examples/close-call/adr-profile.yaml', import.meta.url)

it('docs/checking.md is what happens', async () => {
  await walkGuide(guide, { 'adr-profile.yaml': await readFile(profile, 'utf8') })
})

it('docs/checking.md names every kind of finding, what it is and what it means', async () => {
  const rows = [
    ...(await readFile(guide, 'utf8')).matchAll(/^\| `([\w-]+)` \| (error|warning|note) \| (.*) \|$/gm),
  ]
  expect(rows.map(([, kind, severity, words]) => [kind, severity, words])).toEqual(
    findingKinds.map((kind) => [kind, kinds[kind].severity, kinds[kind].rule]),
  )
})
