import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'
import { type Files, type Folder, gitFolder } from './git-folder.ts'
import { inProcess } from './run-cli.ts'

/** The steps of the walk: what a person does, as comments, and what they run, as blocks with the output. */
const steps =
  /<!-- (add|replace|resolve|write|commit) (\S+)(?: \| (.*?) \| (.*?))? -->|```console\n\$ madrigal (.*)\n([\s\S]*?)```/g

const markers = /^<{15} yours\n[\s\S]*?^={15}\n([\s\S]*?)^>{15} madrigal\n/gm

async function editFile(
  folder: Folder,
  [verb, file = '', start = '', text = '']: readonly string[],
): Promise<void> {
  const whole = path.join(folder.path, file)
  if (verb === 'commit') return commitOn(folder, file)
  if (verb === 'write') return folder.write({ [file]: `${text}\n` })
  const before = await readFile(whole, 'utf8')
  const lines = before.split('\n')
  const at = lines.findIndex((line) => line.startsWith(start))
  expect(at, `a line in ${file} that starts with “${start}”`).not.toBe(-1)
  if (verb === 'add') await writeFile(whole, lines.toSpliced(at, 0, text, '').join('\n'))
  else if (verb === 'replace') await writeFile(whole, lines.with(at, text).join('\n'))
  else await writeFile(whole, before.replace(markers, '$1'))
}

/** Commits everything on a branch, which is new where there is none of that name. */
async function commitOn(folder: Folder, branch: string): Promise<void> {
  await folder.git('checkout', '--quiet', '-B', branch)
  await folder.git('add', '--all')
  await folder.git('commit', '--quiet', '--message', 'What the guide says')
}

/**
 * Does what a guide says, in a fresh repository, and compares what it shows. Set UPDATE_DOCUMENTATION to write what the
 * program says now into the guide.
 */
export async function walkGuide(guide: URL, files: Files): Promise<void> {
  const written = await readFile(guide, 'utf8')
  await using folder = await gitFolder(files)
  let shown = written
  for (const [block, verb, file, start, text, command = '', output = ''] of written.matchAll(steps)) {
    if (verb !== undefined) await editFile(folder, [verb, file ?? '', start ?? '', text ?? ''])
    else {
      const { stdout, stderr } = await inProcess(folder, ...command.split(' ')).outcome()
      const head = block.slice(0, block.length - output.length - 3)
      shown = shown.replace(block, () => `${head}${stdout}${stderr}\`\`\``)
    }
  }
  if (process.env['UPDATE_DOCUMENTATION']) await writeFile(guide, shown)
  else expect(shown).toBe(written)
}
