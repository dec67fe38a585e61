import { describe, expect, it } from 'vitest'
import { plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { drinksPack } from './drinks.ts'

describe.concurrent('`criteria`', () => {
  it('lists the packs that come with the program', async () => {
    await using folder = await plainFolder()
    const { stdout, stderr, code } = await madrigal(folder, 'criteria', 'list').outcome()
    expect([stderr, code]).toEqual(['', 0])
    expect(stdout).toMatch(/^([a-z-]+ {2,}.+, version \d+, verified \d{4}-\d\d-\d\d\n)+$/)
    expect(stdout).toMatch(/^python-vs-go {2,}Python or Go, /m)
  })

  it('lists them as JSON', async () => {
    await using folder = await plainFolder()
    const { stdout, stderr, code } = await inProcess(folder, 'criteria', 'list', '--json').outcome()
    expect([stderr, code]).toEqual(['', 0])
    expect(JSON.parse(stdout).result).toContainEqual(
      expect.objectContaining({ id: 'python-vs-go', title: 'Python or Go' }),
    )
  })

  it('shows what a pack of the user asks, weighs and cites', async ({ expect: expectHere }) => {
    await using folder = await plainFolder({ 'drinks.yaml': drinksPack })
    const { stdout, stderr, code } = await madrigal(
      folder,
      'criteria',
      'show',
      'drinks.yaml',
      '--all',
    ).outcome()
    expect([stderr, code]).toEqual(['', 0])
    await expectHere(stdout).toMatchFileSnapshot('golden/criteria-show.txt')
  })

  it('shows a pack that comes with the program, in lines of a fixed width', async () => {
    await using folder = await plainFolder()
    const { stdout, stderr, code } = await inProcess(
      folder,
      'criteria',
      'show',
      'python-vs-go',
      '--all',
    ).outcome()
    expect([stderr, code]).toEqual(['', 0])
    expect(stdout).toMatch(/^Python or Go \(python-vs-go, version \d+, verified [\d-]+\)\n/)
    const tooLong = stdout.split('\n').filter((line) => line.length > 100 && line.trim().includes(' '))
    expect(tooLong).toEqual([])
  })

  it('shows a pack on a page, and one entry of it', async ({ expect: expectHere }) => {
    await using folder = await plainFolder({ 'drinks.yaml': drinksPack })
    const page = await inProcess(folder, 'criteria', 'show', 'drinks.yaml').outcome()
    const entry = await inProcess(folder, 'criteria', 'show', 'drinks.yaml', 'guests').outcome()
    await expectHere(`${page.stdout}\n---\n\n${entry.stdout}`).toMatchFileSnapshot('golden/criteria-page.txt')
    const shipped = await inProcess(folder, 'criteria', 'show', 'python-vs-go').outcome()
    expectHere(shipped.stdout.split('\n').length).toBeLessThan(50)
    await inProcess(folder, 'criteria', 'show', 'drinks.yaml', 'guest').gives({
      code: 2,
      stderr: lines('error: `drinks` has no entry `guest`', '  = did you mean `guests`?'),
    })
  })

  it('says what an answer is before it says what that means', async () => {
    await using folder = await plainFolder()
    const { stdout } = await inProcess(
      folder,
      'criteria',
      'show',
      'rest-graphql-grpc',
      'caller-tools',
    ).outcome()
    expect(stdout).toContain('http-only: nothing but a way to send HTTP requests. Scripts, low-code tools')
  })

  it('shows a pack as JSON', async () => {
    await using folder = await plainFolder({ 'drinks.yaml': drinksPack })
    const { stdout } = await inProcess(folder, 'criteria', 'show', './drinks.yaml', '--json').outcome()
    expect(JSON.parse(stdout).result).toMatchObject({
      id: 'drinks',
      options: [{ id: 'tea' }, { id: 'coffee' }],
    })
  })

  it('suggests the pack that was meant', async () => {
    await using folder = await plainFolder()
    await inProcess(folder, 'criteria', 'show', 'python-vs-og').gives({
      code: 2,
      stderr: lines(
        'error: unknown criteria pack `python-vs-og`',
        ' --> python-vs-og',
        '  = did you mean `python-vs-go`?',
        '',
        'one problem',
      ),
    })
  })

  it('says everything that is wrong with a pack', async () => {
    await using folder = await plainFolder({
      'drinks.yaml': drinksPack
        .replace('strength: strong', 'strength: huge')
        .replace('favours: [tea]', 'favours: [te]'),
    })
    await inProcess(folder, 'criteria', 'show', 'drinks.yaml').gives({
      code: 2,
      stderr: lines(
        'error: unknown value `huge`',
        ' --> drinks.yaml:60:15',
        '   |',
        '60 |     strength: huge',
        '   |               ^^^^ expected `weak`, `moderate` or `strong`',
        'error: unknown option `te`',
        ' --> drinks.yaml:68:15',
        '   |',
        '68 |     favours: [te]',
        '   |               ^^ did you mean `tea`?',
        '',
        'two problems',
      ),
    })
  })
})
