import { describe, expect, it } from 'vitest'
import { giveNumbers, takenNumbers } from '../../src/plan/record-numbers.ts'
import { numberOfFile } from '../../src/record-file/record-file-name.ts'
import { recordFileName } from '../../src/record-file/record-name.ts'

const directory = 'docs/decisions'
const place = (here: readonly string[], elsewhere: readonly string[] = []) => ({
  directory,
  texts: new Map(here.map((name) => [`${directory}/${name}`, ''])),
  elsewhere: elsewhere.map((name) => ({ name, number: numberOfFile(name) })),
})

describe('the numbers that are taken', () => {
  it.each([
    ['no file', [], []],
    ['records of any tool', ['0001-a.md', '12-b.md', 'adr-0013-c.md', '0200-d.md'], [1, 12, 13, 200]],
    ['dated records', ['20240115-a.md', '2024-01-15-b.md', '2024-01-use-b.md'], []],
    ['dated records with a number', ['2024-01-15_003-b.md', '20240115-004-c.md'], [3, 4]],
    ['files beside them', ['README.md', 'template.md', '0007-picture.png', 'notes.md'], []],
    ['several with one number', ['0007-a.md', '0007-b.md'], [7]],
  ])('are those of %s', (_, names, numbers) => {
    expect([...takenNumbers(place(names)).keys()]).toEqual(numbers)
    expect([...takenNumbers(place([], names)).keys()]).toEqual(numbers)
  })

  it('are not those of other directories', () => {
    const texts = new Map(
      [`${directory}/old/0007-a.md`, 'docs/0008-b.md', '0009-c.md'].map((path) => [path, '']),
    )
    expect(takenNumbers({ ...place([]), texts })).toEqual(new Map())
  })

  it('come with a file that has them, one that is here before one elsewhere', () => {
    expect(takenNumbers(place(['0001-a.md'], ['0001-b.md', '0002-c.md']))).toEqual(
      new Map([
        [1, `${directory}/0001-a.md`],
        [2, `${directory}/0002-c.md`],
      ]),
    )
  })

  it('are those of our records whose names have none', () => {
    const path = `${directory}/agent.md`
    const texts = new Map([[path, '---\nnumber: 7\nid: pack/agent@1\n---\n# Use it\n']])
    expect(takenNumbers({ ...place([]), texts })).toEqual(new Map([[7, path]]))
  })
})

describe('a number that stands in a text alone', () => {
  const path = `${directory}/cache.md`
  const taken = (text: string, name = path) => takenNumbers({ ...place([]), texts: new Map([[name, text]]) })

  it.each([
    ['a heading', '# 7. Use a cache\n\n## Status\n\nAccepted\n'],
    ['front matter', '---\nnumber: 7\nstatus: accepted\n---\n# Use a cache\n'],
    ['a heading with the name of its kind', '# ADR-0007: Use a cache\n\nStatus: accepted\n'],
    ['the heading of a text that is no record', '# 7. Use a cache\n'],
  ])('is taken: %s', (_, text) => {
    expect(taken(text)).toEqual(new Map([[7, path]]))
  })

  it('is not taken by a file that tools keep beside records', () => {
    expect(taken('# 7. Use a cache\n', `${directory}/index.md`)).toEqual(new Map())
  })

  it('counts on other branches', () => {
    const elsewhere = [{ name: 'cache.md', number: 7 }]
    expect(takenNumbers({ ...place([]), elsewhere })).toEqual(new Map([[7, path]]))
  })
})

describe('the number of a new record', () => {
  const numberOf = (here: readonly string[], elsewhere: readonly string[], above = 0): number =>
    giveNumbers(place(here, elsewhere))((number) => recordFileName(number, 'language', 'agent'), above)

  it.each([
    ['the first', [], [], 1],
    ['the next one here', ['0001-a.md', '0003-b.md'], [], 4],
    ['the next one on any branch', ['0001-a.md'], ['0001-a.md', '0004-b.md', '0002-c.md'], 5],
  ])('is %s', (_, here, elsewhere, number) => {
    expect(numberOf(here, elsewhere)).toBe(number)
  })

  it('is the one that another branch has given to the same record', () => {
    expect(numberOf(['0001-a.md'], ['0001-a.md', '0003-language-for-agent.md', '0007-b.md'])).toBe(3)
    // Somebody else has that number by now.
    expect(numberOf(['0003-a.md'], ['0003-language-for-agent.md'])).toBe(4)
    expect(numberOf([], ['0003-a.md', '0003-language-for-agent.md'])).toBe(4)
  })

  it('is not that of another new one', () => {
    const give = giveNumbers(place(['0001-a.md'], ['0004-language-for-ship.md', '0005-b.md']))
    const numberFor = (subject: string): number =>
      give((number) => recordFileName(number, 'language', subject), 0)
    expect(['agent', 'ship', 'kite'].map(numberFor)).toEqual([6, 4, 7])
  })

  it('is not that of an earlier record of the decision', () => {
    const first = '0001-language-for-agent.md'
    expect(numberOf([first], [first])).toBe(2)
    expect(numberOf([first], [first, '0002-language-for-agent.md', '0005-b.md'])).toBe(2)
    expect(numberOf([], [first], 1)).toBe(2)
    expect(numberOf(['0001-a.md'], [], 7)).toBe(8)
  })
})
