import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'

const guide = new URL('../../docs/regenerating.md', import.meta.url)
const profile = new URL('../../examples/close-call/adr-profile.yaml', import.meta.url)

/** The steps of the walk: what a person does, as comments, and what they run, as blocks with the output. */
const steps =
  /<!-- (add|replace|resolve) (\S+)(?: \| (.*?) \| (.*?))? -->|```console\n\$ madrigal (.*)\n([\s\S]*?)```/g

const markers = /^<{15} yours\n[\s\S]*?^={15}\n([\s\S]*?)^>{15} madrigal\n/gm

async function editFile(
  folder: Folder,
  [verb, file = '', start = '', text = '']: readonly string[],
): Promise<void> {
  const whole = path.join(folder.path, file)
  const before = await readFile(whole, 'utf8')
  const lines = before.split('\n')
  const at = lines.findIndex((line) => line.startsWith(start))
  expect(at, `a line in ${file} that starts with “${start}”`).not.toBe(-1)
  if (verb === 'add') await writeFile(whole, lines.toSpliced(at, 0, text, '').join('\n'))
  else if (verb === 'replace') await writeFile(whole, lines.with(at, text).join('\n'))
  else await writeFile(whole, before.replace(markers, '$1'))
}

/** Set UPDATE_DOCUMENTATION to write what the program says now into the guide. */
it('docs/regenerating.md is what happens', async () => {
  const written = await readFile(guide, 'utf8')
  await using folder = await gitFolder({ 'adr-profile.yaml': await readFile(profile, 'utf8') })
  let shown = written
  for (const [block, verb, file, start, text, command = '', output = ''] of written.matchAll(steps)) {
    if (verb !== undefined) await editFile(folder, [verb, file ?? '', start ?? '', text ?? ''])
    else {
      const { stdout, stderr } = await inProcess(folder, ...command.split(' ')).outcome()
      shown = shown.replace(block, () => block.replace(output, () => stdout + stderr))
    }
  }
  if (process.env['UPDATE_DOCUMENTATION']) await writeFile(guide, shown)
  else expect(shown).toBe(written)
})
