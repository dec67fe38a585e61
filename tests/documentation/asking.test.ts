import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { expect, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { exampleText } from '../support/shipped.ts'

const guide = new URL('../../docs/asking.md', import.meta.url)

/** An example's profile, what is run on it, and what it says. */
const runs = /(<!-- profile examples\/(\S+) -->\n\n```console\n\$ madrigal (.*)\n)([\s\S]*?)```/g

/** Set UPDATE_DOCUMENTATION to write what the program says now into the guide. */
it('docs/asking.md is what happens', async () => {
  const written = await readFile(guide, 'utf8')
  let shown = written
  for (const [block, head = '', example = '', command = ''] of written.matchAll(runs)) {
    await using folder = await gitFolder({ 'adr-profile.yaml': exampleText(example) })
    const { stdout, stderr } = await inProcess(folder, ...command.split(' ')).outcome()
    shown = shown.replace(block, () => `${head}${stdout}${stderr}\`\`\``)
  }
  expect([...written.matchAll(runs)]).toHaveLength(2)
  if (process.env['UPDATE_DOCUMENTATION']) await writeFile(guide, shown)
  else expect(shown).toBe(written)
})
