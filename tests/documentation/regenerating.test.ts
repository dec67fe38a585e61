import { readFile } from 'node:fs/promises'
import { it } from 'vitest'
import { walkGuide } from '../support/walk-guide.ts'

const guide = new URL('../../docs/regenerating.md', import.meta.url)
const profile = new URL('../../examples/close-call/adr-profile.yaml', import.meta.url)

it('docs/regenerating.md is what happens', async () => {
  await walkGuide(guide, { 'adr-profile.yaml': await readFile(profile, 'utf8') })
})
