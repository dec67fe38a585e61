import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'

const profile = `project: Shop
decisions:
  - criteria: python-vs-go
components:
  gateway:
    name: Gateway
    facts:
      work: [http-api]
  reports:
    facts:
      work: [http-api]
`

const repository = (): Promise<Folder> =>
  gitFolder({
    'adr-profile.yaml': profile,
    'docs/decisions/0001-use-queues.md': '---\nstatus: accepted\n---\n\n# Use queues\n',
    'docs/decisions/0012-drop-it.md': '---\nstatus: proposed\n---\n\n# Drop: it\n',
  })

/** The words that are offered for a line; the last word is the one at the cursor. */
async function offered(folder: Folder, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await inProcess(folder, 'completion', 'bash', '--', ...words).outcome()
  expect([stderr, code]).toEqual(['', 0])
  return stdout.split('\n').slice(0, -1)
}

describe('a line is completed with', () => {
  it.for([
    ['a command', ['gen'], ['generate']],
    ['a command after help', ['help', 'crit'], ['criteria']],
    ['an option', ['generate', '--c'], ['--conflict']],
    ['the choices of an option', ['generate', '--conflict', ''], ['stop', 'mine', 'markers']],
    ['its choices behind a sign', ['generate', '--conflict=m'], ['--conflict=mine', '--conflict=markers']],
    ['a part of a command', ['criteria', ''], ['list', 'show', 'new', 'test', 'lint', 'diff', 'help']],
    ['a pack', ['criteria', 'show', 'py'], ['python-vs-go']],
    ['an entry of a pack', ['criteria', 'show', 'python-vs-go', 'may-'], ['may-assume']],
    ['a record', ['accept', ''], ['1', '12']],
    ['a component', ['explain', '--component', ''], ['gateway', 'reports']],
    ['an item in the place of a profile', ['explain', 'team-know'], ['team-knows-python', 'team-knows-go']],
    ['a fact', ['what-if', '--unset', 'may'], ['may-assume']],
    ['a fact to set', ['what-if', '--set', 'may'], ['may-assume=']],
    ['a fact of a component', ['what-if', '-s', 'gateway.may'], ['gateway.may-assume=']],
    ['an answer', ['what-if', '--set', 'may-assume=no'], ['may-assume=nothing']],
    [
      'the next answer of a set',
      ['what-if', '-s', 'work=http-api,command-l'],
      ['work=http-api,command-line-tool'],
    ],
    ['a schema', ['schema', 'crit'], ['criteria']],
    ['what comes after a value', ['generate', '--date', '2026-01-15', '--q'], ['--quiet']],
    ['nothing after --', ['generate', '--', '--q'], []],
    ['files, which are the shell’s', ['evaluate', 'adr'], []],
    ['nothing at an unknown command', ['genrate', 'a'], []],
  ] as const)('%s', async ([, words, expected]) => {
    await using folder = await repository()
    expect(await offered(folder, ...words)).toEqual(expected)
  })

  it('the facts of the shipped packs where the profile cannot be read', async () => {
    await using folder = await gitFolder({ 'adr-profile.yaml': 'project: [' })
    expect(await offered(folder, 'what-if', '--set', 'may')).toEqual(['may-assume='])
    expect(await offered(folder, 'explain', '--component', '')).toEqual([])
  })
})

describe('the answers are written as the shell takes them:', () => {
  it.for([
    ['zsh', String.raw`12:Drop: it`],
    ['fish', '12\tDrop: it'],
  ] as const)('%s', async ([shell, line]) => {
    await using folder = await repository()
    await madrigal(folder, 'completion', shell, '--', 'accept', '12').gives({ stdout: lines(line) })
  })
})

/** A folder with a program called `madrigal`, as it is where the package is installed. */
async function installed(): Promise<Folder> {
  const folder = await plainFolder()
  const file = path.join(folder.path, 'madrigal')
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${inject('program')}' "$@"\n`, {
    mode: 0o755,
  })
  return folder
}

const hasShell = (name: string): boolean => spawnSync(name, ['-c', 'exit 0']).status === 0

async function inShell(shell: string, script: string, folder: Folder): Promise<string> {
  await using bin = await installed()
  const { stdout } = await promisify(execFile)(shell, ['-c', script], {
    cwd: folder.path,
    env: { PATH: `${bin.path}:${process.env['PATH']}`, HOME: inject('home') },
  })
  return stdout
}

describe('the script for', () => {
  it.skipIf(process.platform === 'win32' || !hasShell('bash'))(
    'bash takes a line as bash divides it, and runs nothing of it',
    async () => {
      await using folder = await repository()
      const complete = (...words: readonly string[]): string =>
        `COMP_WORDS=(madrigal ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _madrigal; echo "\${COMPREPLY[@]}"`
      const script = [
        'eval "$(madrigal completion bash)"',
        complete('what-if', '--set', 'may-assume', '=', 'no'),
        complete('what-if', '--set', '$(touch evil)', '-u', '`touch evil`', '--un'),
        complete(''),
      ].join('\n')
      const [answer, option, commands] = (await inShell('bash', script, folder)).split('\n')
      expect([answer, option]).toEqual(['nothing', '--unset'])
      expect(commands).toMatch(/^init generate check /)
      expect(Object.keys(await folder.files())).not.toContain('evil')
    },
  )

  it.skipIf(!hasShell('fish'))('fish shows what each word means', async () => {
    await using folder = await repository()
    const script = 'madrigal completion fish | source; complete -C "madrigal accept 12"'
    expect(await inShell('fish', script, folder)).toBe('12\tDrop: it\n')
  })

  it('each shell is the file of the package', async () => {
    await using folder = await plainFolder()
    for (const shell of ['bash', 'zsh', 'fish'])
      await madrigal(folder, 'completion', shell).gives({
        stdout: await readFile(`templates/completion/madrigal.${shell}`, 'utf8'),
      })
  })
})
