import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { breakfast, facts, profile } from '../cli/drinks.ts'
import type { Folder } from '../support/git-folder.ts'
import { branchWith, cloned } from '../support/pull-request.ts'
import { inProcess } from '../support/run-cli.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'

/** Every setting by which a repository may name a program that git runs. */
const settings = (program: string): string => `
[core]
	fsmonitor = ${program}
	hooksPath = ${path.dirname(program)}/hooks
	sshCommand = ${program}
	pager = ${program}
	editor = ${program}
	askPass = ${program}
	gitProxy = ${program}
	alternateRefsCommand = ${program}
	attributesFile = ${path.dirname(program)}/attributes
[diff]
	external = ${program}
[diff "evil"]
	command = ${program}
	textconv = ${program}
[filter "evil"]
	clean = ${program}
	smudge = ${program}
	process = ${program}
	required = true
[merge "evil"]
	driver = ${program}
[alias]
	rev-parse = !${program}
	ls-tree = !${program}
	ls-files = !${program}
	cat-file = !${program}
	merge-base = !${program}
	for-each-ref = !${program}
[pager]
	ls-tree = ${program}
	for-each-ref = ${program}
[interactive]
	diffFilter = ${program}
[gpg]
	program = ${program}
[log]
	showSignature = true
[credential]
	helper = !${program}
[sequence]
	editor = ${program}
[uploadpack]
	packObjectsHook = ${program}
[protocol "ext"]
	allow = always
[extensions]
	partialClone = evil
[remote "evil"]
	url = ext::${program}
	promisor = true
	uploadpack = ${program}
	vcs = evil
`

/** Makes a repository run a program wherever it can. */
async function corrupt(folder: Folder, program: string): Promise<void> {
  const attributes = '* filter=evil diff=evil merge=evil\n'
  await writeFile(path.join(path.dirname(program), 'attributes'), attributes)
  await folder.write({ '.gitattributes': attributes })
  const hooks = [path.join(folder.path, '.git/hooks'), path.join(path.dirname(program), 'hooks')]
  for (const hook of hooks) {
    await mkdir(hook, { recursive: true })
    for (const name of [
      'post-index-change',
      'reference-transaction',
      'pre-auto-gc',
      'post-checkout',
      'fsmonitor-watchman',
    ])
      await writeFile(path.join(hook, name), await readFile(program), { mode: 0o755 })
  }
  const included = path.join(path.dirname(program), 'included')
  await writeFile(included, settings(program))
  const own = path.join(folder.path, '.git/config')
  const written = await readFile(own, 'utf8')
  await writeFile(own, `${written}[include]\n\tpath = ${included}\n${settings(program)}`)
}

it('no program that a repository names is run, whatever the command', async () => {
  await using repository = await cloned(breakfast(facts.coffee), (folder) =>
    inProcess(folder, 'generate', '--date', '2026-01-15').outcome(),
  )
  await branchWith(repository, (folder) =>
    folder.write({ 'adr-profile.yaml': profile('Breakfast', facts.tea) }),
  )
  const evil = path.join(repository.path, '..', 'evil')
  const program = path.join(evil, 'program')
  await mkdir(evil)
  await writeFile(program, `#!/bin/sh\ntouch '${evil}/was-run'\n`)
  await chmod(program, 0o755)
  await corrupt(repository, program)
  const commands = [
    ['review'],
    ['review', '--format', 'json', '--base', 'main'],
    ['check', '--against', 'main'],
    ['evaluate'],
    ['explain'],
    ['what-if', '--set', 'time=night'],
    ['ask'],
    ['list'],
    ['index'],
    ['generate', '--dry-run'],
    ['generate'],
    ['renumber', '1', '--to', '5', '--dry-run'],
    ['adopt', '--dry-run'],
    ['restore', '--dry-run'],
    ['resolve', RECORD],
    ['accept', '1'],
    ['deprecate', '1', '--dry-run'],
    ['reject', '1', '--dry-run'],
  ]
  for (const command of commands) {
    const { code, stderr } = await inProcess(repository, ...command).outcome()
    expect([0, 1, 2, 3], stderr).toContain(code)
    expect(await readdir(evil), command.join(' ')).not.toContain('was-run')
  }
  // The trap works: git itself falls into it.
  await repository.git('status').catch(() => '')
  expect(await readdir(evil)).toContain('was-run')
})
