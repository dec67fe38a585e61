import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { expect, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'

const guide = new URL('../../docs/explaining.md', import.meta.url)
const profile = new URL('../../examples/network-service/adr-profile.yaml', import.meta.url)

/** Set UPDATE_DOCUMENTATION to write what the program says now into the guide. */
it('docs/explaining.md is what the program says', async () => {
  const written = await readFile(guide, 'utf8')
  await using folder = await gitFolder({ 'adr-profile.yaml': await readFile(profile, 'utf8') })
  let shown = written
  for (const [block, command = ''] of written.matchAll(/```console\n\$ madrigal (.*)\n[\s\S]*?```/g)) {
    const { stdout, stderr, code } = await inProcess(folder, ...command.split(' ')).outcome()
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    shown = shown.replace(block, () => `\`\`\`console\n$ madrigal ${command}\n${stdout}\`\`\``)
  }
  expect(shown).toContain('Why not Python?\n')
  if (process.env['UPDATE_DOCUMENTATION']) await writeFile(guide, shown)
  else expect(shown).toBe(written)
})
