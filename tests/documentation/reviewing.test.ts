import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import type { Folder } from '../support/git-folder.ts'
import { cloned, commitAll } from '../support/pull-request.ts'
import { inProcess } from '../support/run-cli.ts'

const guide = new URL('../../docs/reviewing.md', import.meta.url)
const profile = new URL('../../examples/close-call/adr-profile.yaml', import.meta.url)

/** What a person does, as comments; what they run, as blocks; and what the review of it is. Each review ends a pull request. */
const steps =
  /<!-- (add|replace) (\S+) \| (.*?) \| (.*?) -->|```console\n\$ madrigal (.*)\n```|<!-- review -->\n\n````markdown\n[\s\S]*?````/g

async function editFile(
  folder: Folder,
  [verb, file = '', start = '', text = '']: readonly string[],
): Promise<void> {
  const whole = path.join(folder.path, file)
  const lines = (await readFile(whole, 'utf8')).split('\n')
  const at = lines.findIndex((line) => line.startsWith(start))
  expect(at, `a line in ${file} that starts with “${start}”`).not.toBe(-1)
  await folder.write({
    [file]: (verb === 'add' ? lines.toSpliced(at, 0, text, '') : lines.with(at, text)).join('\n'),
  })
}

/** Set UPDATE_DOCUMENTATION to write what the program says now into the guide. */
it('docs/reviewing.md is what happens', async () => {
  const written = await readFile(guide, 'utf8')
  await using folder = await cloned(
    { 'adr-profile.yaml': await readFile(profile, 'utf8') },
    async (clone) => {
      await clone.write({
        'adr-profile.yaml': (await readFile(profile, 'utf8')).replace(
          /^ {2}builds-on:.*$/m,
          '  builds-on: [data-frames]',
        ),
      })
      await inProcess(clone, 'generate', '--date', '2026-01-15').outcome()
      await inProcess(clone, 'accept', '1').outcome()
    },
  )
  await folder.git('checkout', '--quiet', '-b', 'change')
  let shown = written
  for (const [block, verb, file, start, text, command] of written.matchAll(steps)) {
    if (verb !== undefined) await editFile(folder, [verb, file ?? '', start ?? '', text ?? ''])
    else if (command !== undefined) await inProcess(folder, ...command.split(' ')).outcome()
    else {
      await commitAll(folder, 'Change')
      const { stdout } = await inProcess(folder, 'review').outcome()
      const fence = '`'.repeat(4)
      shown = shown.replace(block, () => `<!-- review -->\n\n${fence}markdown\n${stdout}${fence}`)
      await folder.git('reset', '--quiet', '--hard', 'main')
    }
  }
  if (process.env['UPDATE_DOCUMENTATION']) await writeFile(guide, shown)
  else expect(shown).toBe(written)
})
