import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder, tracked } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { edit } from '../check/kitchen.ts'

const FILE = '.madrigal/criteria/python-vs-go.yaml'
const RECORD = 'docs/decisions/0001-language-for-far-below.md'

const house = `id: acme
title: Acme
extends: { criteria: python-vs-go, version: 2 }
drivers:
  house: { name: House rules }
facts:
  shared-library:
    question: Does it need the shared library of Acme?
    type: boolean
    yes: { says: It needs the shared library of Acme., if: it needed the shared library of Acme }
    no: { says: It does not need the shared library of Acme., if: it did not need the shared library of Acme }
answers:
  several-languages: { answer: true, because: Every team has its own pipeline., by: Rule 3 }
criteria:
  - id: library-in-python
    favours: python
    driver: house
    strength: strong
    when: { fact: shared-library, is: true }
    claim: The shared library of Acme is for Python.
    gain: the shared library can be used
    loss: the shared library has to be written again
    basis: judgement
    sources: []
`

const profile = `project: Far below
decisions: [{ criteria: python-vs-go }]
facts:
  work: [http-api]
  runs-on: servers
  shared-library: true
`

const files: Files = { [FILE]: house, 'a/b/adr-profile.yaml': profile }

const textOf = async (folder: Folder, ...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await inProcess(folder, ...args)
    .in('a/b')
    .outcome()
  return stdout + stderr
}

describe('the rules that a repository has for a shipped comparison', () => {
  it.each([
    ['evaluate'],
    ['generate', '--dry-run'],
    ['explain', 'library-in-python'],
    ['explain', 'shared-library'],
    ['what-if', '--set', 'shared-library=false'],
  ])('are known to `madrigal %s %s %s`', async (...args) => {
    await using folder = await gitFolder(files)
    const { stdout, code } = await inProcess(folder, ...args)
      .in('a/b')
      .outcome()
    expect(code).toBe(0)
    expect(stdout).toMatch(/Acme|House rules/)
  })

  it('are offered to what is typed about a profile', async () => {
    await using folder = await gitFolder(files)
    const offered = (...words: readonly string[]) => textOf(folder, 'completion', 'bash', '--', ...words)
    expect(await offered('what-if', '--set', 'shared-l')).toBe('shared-library=\n')
    expect(await offered('explain', 'library-in')).toBe('library-in-python\n')
  })

  it('make a record that names them, and that check finds in order', async () => {
    await using folder = await gitFolder(files)
    await inProcess(folder, 'generate', 'a/b/adr-profile.yaml').outcome()
    const made = await folder.files()
    expect(made[RECORD]).toContain(FILE)
    expect(made['.madrigal/evidence/python-vs-go/far-below@1.md']).toContain(FILE)
    expect((await inProcess(folder, 'check').outcome()).code).toBe(0)
    await folder.write({ [FILE]: house.replace('strength: strong', 'strength: weak') })
    expect((await inProcess(folder, 'check').outcome()).code).toBe(1)
  })

  it('have sources of their own, which no newer Madrigal reads again', async () => {
    const source = `sources:
  rule-3: { title: Rule 3, publisher: Acme, url: https://acme.example/rules/3, verified: 2019-01-31 }
`
    const advice = async (text: string): Promise<string> => {
      await using folder = await gitFolder({ ...files, [FILE]: text })
      await inProcess(folder, 'generate', 'a/b/adr-profile.yaml').outcome()
      const old = ['--sources-older-than', '60', '--date', '2026-11-29']
      return (await inProcess(folder, 'check', ...old).outcome()).stdout
    }
    const cited = house
      .replace('facts:\n', `${source}facts:\n`)
      .replace('sources: []', 'sources: [rule-3]')
      .replace('basis: judgement', 'basis: documented')
    expect(await advice(cited)).toContain('read the sources again')
    expect(await advice(house)).not.toContain('sources-old')
  })

  it('are not those of the comparison, which is shown and tested alone', async () => {
    await using folder = await gitFolder(files)
    const shown = await inProcess(folder, 'criteria', 'show', 'python-vs-go', '--all').outcome()
    expect(shown.stdout).not.toContain('Acme')
    const own = await inProcess(folder, 'criteria', 'show', FILE, 'shared-library').outcome()
    expect(own.stdout).toContain('Does it need the shared library of Acme?')
    const tested = await inProcess(folder, 'criteria', 'test', 'python-vs-go').outcome()
    expect({ code: tested.code, says: tested.stdout }).toMatchObject({
      code: 0,
      says: expect.stringContaining('all as expected'),
    })
  })

  it('are found by criteria lint and test as any pack is', async () => {
    const cases = `cases:
  - name: the shared library decides
    facts: { work: [http-api], runs-on: servers, shared-library: true }
    expect: { kind: chosen, option: python, holds: [library-in-python] }
`
    await using folder = await tracked({ ...files, [FILE.replace('.yaml', '.test.yaml')]: cases })
    const tested = await inProcess(folder, 'criteria', 'test').outcome()
    expect(tested).toMatchObject({ code: 0, stdout: expect.stringContaining('acme: one case') })
    const { stdout } = await inProcess(folder, 'criteria', 'lint').outcome()
    expect(stdout).toContain('acme: ')
  })

  it('may be a link within the repository, and never one that leads out of it', async () => {
    await using folder = await gitFolder({ 'a/b/adr-profile.yaml': profile, 'adr/house.yaml': house })
    await mkdir(path.join(folder.path, '.madrigal/criteria'), { recursive: true })
    await symlink('../../adr/house.yaml', path.join(folder.path, FILE))
    expect(await textOf(folder, 'evaluate')).toContain('Acme')
    await folder.write({ '.madrigal/criteria/keep.txt': '' })
    await using other = await gitFolder({ 'a/b/adr-profile.yaml': profile })
    await mkdir(path.join(other.path, '.madrigal/criteria'), { recursive: true })
    await symlink(path.join(folder.path, 'adr/house.yaml'), path.join(other.path, FILE))
    const { stderr, code } = await inProcess(other, 'evaluate').in('a/b').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('outside the repository')
  })

  it('are no copies: git shows them in reviews, and the first run still says so', async () => {
    await using folder = await gitFolder(files)
    await inProcess(folder, 'generate', 'a/b/adr-profile.yaml').outcome()
    const shown = await folder.git('check-attr', 'linguist-generated', '--', FILE)
    expect(shown.trim()).toMatch(/: unset$/)
    expect((await folder.files())['.madrigal/.gitignore']).toContain('/lock')
  })
})

describe('a profile that is begun where there are such rules', () => {
  it('is drafted, and known to editors, with them', async () => {
    await using folder = await tracked({ [FILE]: house })
    const { stdout, code } = await inProcess(folder, 'init', '--criteria', 'python-vs-go', '--yes').outcome()
    expect(code).toBe(0)
    expect(stdout).not.toBe('')
    const made = await folder.files()
    expect(made['.madrigal/profile.schema.json']).toContain('shared library of Acme')
    expect(Object.keys(made)).toContain('.madrigal/.gitattributes')
    const schema = await inProcess(folder, 'schema', 'profile').outcome()
    expect(schema.stdout).toContain('shared library of Acme')
    await folder.write({ 'adr-profile.yaml': profile.replace('  shared-library: true\n', '') })
    const questions = await inProcess(folder, 'ask').outcome()
    expect(questions.stdout).toContain('Does it need the shared library of Acme? (`shared-library`)')
  })

  it('is not drafted where they are wrong', async () => {
    await using folder = await tracked({ [FILE]: house.replace('favours: python', 'favours: pyton') })
    const { stderr, code } = await inProcess(folder, 'init', '--yes').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain(`--> ${FILE}:`)
    expect(Object.keys(await folder.files())).toEqual([FILE])
  })
})

describe('`doctor`', () => {
  const seen = async (folder: Folder): Promise<readonly string[]> => {
    const { stdout, code } = await inProcess(folder, 'doctor').outcome()
    expect(code).toBe(0)
    const unfolded = stdout.replaceAll(/\n {2,}/g, ' ')
    return unfolded.split('\n').filter((line) => /^(?:profile|rules|problem|next)/.test(line))
  }

  it('names the rules, and the profiles that they hold for', async () => {
    await using folder = await gitFolder(files)
    const lines = await seen(folder)
    expect(lines[0]).toContain('by python-vs-go 2 with the rules of Acme: ')
    expect(lines[1]).toBe(`rules       ${FILE}: Acme, for every profile by python-vs-go`)
  })

  it('tells of a file that holds for nothing', async () => {
    await using folder = await gitFolder({
      '.madrigal/criteria/python-vs-og.yaml': house,
      '.madrigal/criteria/tabs-or-spaces.yaml': house,
    })
    expect((await seen(folder)).filter((line) => line.startsWith('problem'))).toEqual([
      'problem     .madrigal/criteria/python-vs-og.yaml holds for no profile: did you mean `python-vs-go.yaml`?',
      expect.stringContaining('no comparison of that name comes with Madrigal'),
    ])
  })

  it.each([
    ['is wrong', 'favours: python', 'favours: pyton', 'unknown option `pyton`'],
    ['extends another comparison', 'python-vs-go', 'sqlite-vs-postgresql', ''],
  ])('says what to mend where one %s', async (_, from, to, says) => {
    await using folder = await gitFolder({ [FILE]: house.replace(from, to) })
    const lines = await seen(folder)
    expect(lines[0]).toBe(`rules       ${FILE}: cannot be used`)
    expect(lines[1]).toContain(says)
    expect(lines.at(-1)).toBe(`next        mend ${FILE}`)
  })
})

describe('a review', () => {
  it.each([
    ['adds such rules', (folder: Folder) => folder.write(files)],
    [
      'changes them',
      (folder: Folder) => edit(folder, FILE, (text) => text.replace('strength: strong', 'strength: weak')),
    ],
  ])('of a change that %s tells of them', async (name, change) => {
    const without = { 'a/b/adr-profile.yaml': profile.replace('  shared-library: true\n', '') }
    await using repository = await cloned(name.startsWith('adds') ? without : files)
    await branchWith(repository, change)
    const { stdout, code } = await inProcess(repository, 'review').outcome()
    expect(code).toBe(0)
    expect(stdout).toContain('House rules:')
    expect(stdout).toContain('Acme')
  })
})
