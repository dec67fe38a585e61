import { readFile, readdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { lint } from 'markdownlint/promise'
import { describe, expect, it } from 'vitest'
import { gitFolder, plainFolder } from '../../support/git-folder.ts'
import { branchWith, cloned, commitAll } from '../../support/pull-request.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from '../drinks.ts'

const golden = path.join(import.meta.dirname, 'golden')
const UNTOUCHED = lines(
  '<!-- madrigal review -->',
  '',
  'No decision changes: no profile, comparison, template or record is touched.',
)

const refused = (...message: readonly string[]) => ({ code: 2, stderr: lines(...message) })

describe('what a review writes', () => {
  it('is Markdown in which markdownlint finds nothing', async () => {
    const names = (await readdir(golden)).filter((name) => name.endsWith('.md'))
    const strings = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(path.join(golden, name), 'utf8')])),
    ) as Record<string, string>
    const config = { MD013: false, MD033: { allowed_elements: ['details', 'summary'] }, MD041: false }
    const found = Object.entries(await lint({ strings, config })).flatMap(([file, errors]) =>
      errors.map(({ lineNumber, ruleNames }) => `${file}:${lineNumber} ${ruleNames[0]}`),
    )
    expect(names.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  })

  it('is the same again, from another folder, and without a work tree; text and JSON say the same', async (context) => {
    await using repository = await cloned(breakfast(), (folder) =>
      inProcess(folder, 'generate', '--date', '2026-01-15').outcome(),
    )
    await branchWith(repository, (folder) =>
      folder.write({ 'adr-profile.yaml': profile('Breakfast', facts.tea), 'a/b': '' }),
    )
    const { stdout } = await madrigal(repository, 'review').outcome()
    expect(stdout).toContain('**Tea** (clear, settled) instead of Coffee (clear, settled)')
    await inProcess(repository, 'review').in('a').gives({ stdout })
    for (const [name, format] of [
      ['review.txt', 'text'],
      ['review.json', 'json'],
    ] as const) {
      const shown = await inProcess(repository, 'review', '--format', format).outcome()
      await context.expect(shown.stdout).toMatchFileSnapshot(`golden/${name}`)
    }
    for (const name of Object.keys(await repository.files())) await rm(path.join(repository.path, name))
    await repository.write({ 'adr-profile.yaml': 'this: is\nno: profile\n' })
    await inProcess(repository, 'review').gives({ stdout })
  })
})

describe('what a review compares', () => {
  it('is the branch with the commit where it left the default branch', async () => {
    await using repository = await cloned(breakfast())
    await branchWith(repository, (folder) => folder.write({ 'README.md': 'Drinks' }))
    await repository.git('checkout', '--quiet', 'main')
    await repository.write({ 'adr-profile.yaml': profile('Breakfast', facts.tea) })
    await commitAll(repository, 'Tea')
    await repository.git('push', '--quiet', 'origin', 'main')
    await inProcess(repository, 'review').gives({ stdout: UNTOUCHED })
    await inProcess(repository, 'review', '--head', 'pull-request').gives({ stdout: UNTOUCHED })
    const { stdout } = await inProcess(repository, 'review', '--base', 'HEAD~1').outcome()
    expect(stdout).toContain('**Tea** (clear, settled) instead of Coffee (clear, settled)')
  })

  it('has to be commits', async () => {
    await using repository = await cloned(breakfast())
    const review = (...options: readonly string[]) => inProcess(repository, 'review', ...options)
    await review('--base', '--upload-pack=x').gives(
      refused('error: `--upload-pack=x` is no name of a commit: it starts with `-`'),
    )
    await review('--head=-x').gives(refused('error: `-x` is no name of a commit: it starts with `-`'))
    for (const ref of ['nothing', 'HEAD:adr-profile.yaml', 'main;x', 'a\nb', '$(x)', '']) {
      const { stderr, code, stdout } = await review('--base', ref).outcome()
      expect([stdout, code]).toEqual(['', 2])
      expect(stderr).toMatch(/^error: `.*` is no commit of this repository\n  = is it fetched\?/)
    }
  })

  it('has to be there', async () => {
    await using folder = await plainFolder(breakfast())
    await inProcess(folder, 'review').gives(refused('error: not inside a git repository'))
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'review').gives(
      refused(
        'error: `HEAD` is no commit of this repository',
        '  = is it fetched? `git branch --all` shows what is here',
      ),
    )
    await repository.git('checkout', '--quiet', '-b', 'other')
    await commitAll(repository, 'Begin')
    await inProcess(repository, 'review').gives(
      refused(
        'error: found no default branch (`origin/HEAD`, `origin/main`, `origin/master`, `main` or `master`)',
        '  = name what to compare with, as `--base <ref>`',
      ),
    )
    await repository.git('checkout', '--quiet', '--orphan', 'stranger')
    await commitAll(repository, 'Begin elsewhere')
    await inProcess(repository, 'review', '--base', 'other').gives(
      refused('error: the two commits have no history in common'),
    )
  })

  it('is too little in a shallow clone, which says what to set', async () => {
    await using repository = await cloned(breakfast())
    await branchWith(repository, (folder) => folder.write({ a: '' }))
    await repository.git('push', '--quiet', 'origin', 'pull-request')
    const remote = (await repository.git('remote', 'get-url', 'origin')).trim()
    await using shallow = await plainFolder()
    const options = ['--quiet', '--depth', '1', '--no-single-branch', '--branch', 'pull-request']
    await shallow.git('clone', ...options, `file://${remote}`, '.')
    await inProcess(shallow, 'review').gives(
      refused(
        'error: this clone is too shallow to tell where the branch began',
        '  = fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, else `git fetch --unshallow`',
      ),
    )
  })
})

describe('which profiles a review looks at', () => {
  const both = {
    'a/adr-profile.yaml': profile('A', facts.coffee).replace('criteria/', '../criteria/'),
    'b/adr-profile.yaml': profile('B', '{ hot: nonsense }').replace('criteria/', '../criteria/'),
    'criteria/drinks.yaml': drinksPack,
    'c/d/other.yaml': profile('C', facts.coffee).replace('criteria/', '../../criteria/'),
  }

  it('are those that the change touches: themselves, their packs, templates and records', async () => {
    await using repository = await cloned(both)
    await branchWith(repository, (folder) =>
      folder.write({ 'a/adr-profile.yaml': both['a/adr-profile.yaml'].replace('morning', 'evening') }),
    )
    const { stdout } = await inProcess(repository, 'review').outcome()
    expect(stdout).toContain('Drink for A')
    expect(stdout).not.toContain('b/adr-profile.yaml')
    await branchWith(repository, (folder) =>
      folder.write({ 'criteria/drinks.yaml': drinksPack.replace('version: 1', 'version: 2') }),
    )
    const all = await inProcess(repository, 'review').outcome()
    expect(all.stdout).toMatch(/^\* \*\*Drink for A:\*\* the comparison that it is judged by changed/m)
    expect(all.stdout).toMatch(/^\* `b\/adr-profile\.yaml` cannot be read as it is now/m)
  })

  it('are those below a settings file of another tool that changes, which says where their records are', async () => {
    await using repository = await cloned(both)
    await branchWith(repository, (folder) => folder.write({ 'a/.adr-dir': 'adr\n' }))
    const { stdout } = await inProcess(repository, 'review').outcome()
    expect(stdout).toBe('<!-- madrigal review -->\n\nNothing changes in substance: **Drink for A**.\n')
    await branchWith(repository, (folder) =>
      folder.write({ '.log4brains.yml': 'project: { adrFolder: adr }\n' }),
    )
    const all = await inProcess(repository, 'review').outcome()
    expect(all.stdout).toContain('`b/adr-profile.yaml` cannot be read as it is now')
  })

  it('are those that are named, as paths from here or patterns', async () => {
    await using repository = await cloned(both)
    await branchWith(repository, (folder) =>
      folder.write({ 'criteria/drinks.yaml': drinksPack.replace('version: 1', 'version: 2') }),
    )
    const headings = async (...names: readonly string[]) => {
      const { stdout } = await inProcess(repository, 'review', ...names)
        .in('c')
        .outcome()
      return stdout.match(/^### .*|^What is wrong.*/gm)
    }
    expect(await headings('d/other.yaml')).toEqual(['### Drink for C'])
    expect(await headings('../**')).toEqual([
      'What is wrong with `b/adr-profile.yaml` now:',
      '### Drink for A',
    ])
    expect(await headings('../?/adr-profile.yaml', 'd/*.yaml')).toHaveLength(3)
    expect(await headings('../[!b]/adr-profile.yaml')).toEqual(['### Drink for A'])
    await inProcess(repository, 'review', 'd/nothing.yaml').gives(
      refused('error: neither side of the change has a profile `d/nothing.yaml`'),
    )
  })

  it('may be reached by links that stay in the repository, and by no others', async () => {
    await using outside = await plainFolder({ 'drinks.yaml': drinksPack })
    await using repository = await cloned({
      'adr-profile.yaml': profile('Breakfast', facts.coffee),
      'packs/drinks.yaml': drinksPack,
    })
    const link = async (target: string): Promise<string> => {
      await branchWith(repository, async (folder) => {
        await rm(path.join(folder.path, 'criteria'), { recursive: true, force: true })
        await symlink(target, path.join(folder.path, 'criteria'))
      })
      return (await inProcess(repository, 'review', 'adr-profile.yaml').outcome()).stdout
    }
    await symlink('packs', path.join(repository.path, 'criteria'))
    await commitAll(repository, 'Link')
    await repository.git('push', '--quiet', 'origin', 'main')
    await branchWith(repository, (folder) =>
      folder.write({ 'packs/drinks.yaml': drinksPack.replace('version: 1', 'version: 2') }),
    )
    expect((await inProcess(repository, 'review').outcome()).stdout).toContain('(version 1 to 2)')
    expect(await link(outside.path)).toContain(
      'error: `criteria/drinks.yaml` is outside the repository\n --> criteria/drinks.yaml',
    )
    expect(await link('../here/packs')).toContain('is outside the repository')
    expect(await link('criteria')).toContain('ELOOP')
  })
})
