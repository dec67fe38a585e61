import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tries } from '../../support/arbitraries.ts'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksPack } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const COPY = '.madrigal/base/drinks/breakfast@1.md'

/** Answers that stand so far from each other in the profile that git merges it. */
interface Answers {
  readonly summary?: string
  readonly time?: string
  readonly guests?: number
}

const profile = ({ summary = 'A meal.', time = 'morning', guests = 4 }: Answers = {}): string =>
  [
    `summary: ${summary}`,
    'project: Breakfast',
    'decisions:',
    '  - criteria: criteria/drinks.yaml',
    'facts:',
    `  time: ${time}`,
    '  # We have a kettle.',
    '  hot: true',
    '  # Children are guests.',
    `  guests: ${guests}`,
    '',
  ].join('\n')

/** What somebody does on a branch: answers, runs, and writes into the record. */
interface Work {
  readonly answers: Answers
  readonly write?: (record: string) => string
  readonly day?: string
}

const files = (answers?: Answers) => ({
  'adr-profile.yaml': profile(answers),
  'criteria/drinks.yaml': drinksPack,
})

const read = async (folder: Folder, file = RECORD): Promise<string> => (await folder.files())[file] ?? ''

const generate = (folder: Folder, day: string, ...options: readonly string[]) =>
  inProcess(folder, 'generate', '--date', day, ...options).outcome()

async function commit(folder: Folder): Promise<void> {
  await folder.git('add', '--all')
  await folder.git('commit', '--quiet', '--allow-empty', '--message', 'Work')
}

async function workOn(folder: Folder, work: Work): Promise<void> {
  const { answers, write = (record) => record, day = '2026-02-01' } = work
  await folder.write(files(answers))
  expect((await generate(folder, day)).code).toBe(0)
  await folder.write({ [RECORD]: write(await read(folder)) })
  await commit(folder)
}

/** Two people work on a branch each, and one merges the other's. Answers the files in conflict. */
async function merge(folder: Folder, mine: Work, theirs: Work): Promise<readonly string[]> {
  await folder.write(files())
  await generate(folder, '2026-01-15')
  await commit(folder)
  await folder.git('checkout', '--quiet', '-b', 'theirs')
  await workOn(folder, theirs)
  await folder.git('checkout', '--quiet', 'main')
  await workOn(folder, mine)
  await folder.git('merge', '--quiet', '--no-edit', 'theirs').catch(() => '')
  const torn = await folder.git('diff', '--name-only', '--diff-filter=U', '-z')
  // Evidence is the machine's, and is written anew.
  return torn.split('\0').filter((file) => file !== '' && !file.startsWith('.madrigal/evidence/'))
}

/** What the machine writes for some answers at once. */
async function rendered(answers: Answers): Promise<string> {
  await using folder = await gitFolder(files(answers))
  await generate(folder, '2026-02-01')
  return await read(folder)
}

/** A record has the day of its decision, not of what was written last. */
const undated = (text = ''): string => text.replace(/^date: .*$/m, 'date:')

const above =
  (start: string, note: string) =>
  (record: string): string => {
    const written = record.split('\n')
    const at = written.findIndex((line) => line.startsWith(start))
    expect(at, start).not.toBe(-1)
    return written.toSpliced(at, 0, note, '').join('\n')
  }

const early = above('We have to choose', 'Breakfast is at seven.')
const late = above('## More Information', 'We taste both in May.')

describe.concurrent('a record that was written anew on two branches', () => {
  it.for([
    ['the same change', { guests: 6 }, { guests: 6 }, '2026-02-01', []],
    ['changes that leave each other alone', { guests: 6 }, { summary: 'The first meal.' }, '2026-02-01', []],
    [
      'changes that both show in one sentence',
      { guests: 40 },
      { time: 'evening' },
      '2026-02-01',
      [COPY, RECORD],
    ],
    ['changes on different days', { guests: 6 }, { summary: 'The first meal.' }, '2026-01-31', []],
  ] as const)('follows %s', async ([, mine, theirs, day, torn], { expect: expectHere }) => {
    await using folder = await gitFolder()
    expectHere(await merge(folder, { answers: mine }, { answers: theirs, day })).toEqual(torn)
    const { stdout, code } = await generate(folder, '2026-02-01')
    expectHere([stdout, code]).toEqual([`${torn.length > 0 ? 'updated' : 'current'} ${RECORD}\n`, 0])
    const after = await folder.files()
    expectHere(undated(after[RECORD])).toBe(undated(await rendered({ ...mine, ...theirs })))
    expectHere(after[COPY]).toBe(after[RECORD])
    expectHere((await generate(folder, '2026-02-03')).stdout).toBe(`current ${RECORD}\n`)
    expectHere(await folder.files()).toEqual(after)
  })

  it.for([
    ['one person', { guests: 6 }, { summary: 'The first meal.' }, early, undefined],
    ['two people', { guests: 6 }, { summary: 'The first meal.' }, early, late],
    [
      'one person, where the machine contradicts itself',
      { guests: 40 },
      { time: 'evening' },
      early,
      undefined,
    ],
  ] as const)(
    'keeps what was written by %s',
    async ([, mine, theirs, write, other], { expect: expectHere }) => {
      await using folder = await gitFolder()
      await merge(folder, { answers: mine, write }, { answers: theirs, ...(other && { write: other }) })
      expectHere((await generate(folder, '2026-02-01')).code).toBe(0)
      const text = await rendered({ ...mine, ...theirs })
      expectHere(undated(await read(folder))).toBe(undated(write(other === undefined ? text : other(text))))
      expectHere(undated(await read(folder, COPY))).toBe(undated(text))
    },
  )

  it('waits for a person where git found a conflict about their words', async ({ expect: expectHere }) => {
    await using folder = await gitFolder()
    const later = above('We have to choose', 'Breakfast is at eight.')
    await merge(
      folder,
      { answers: { guests: 40 }, write: early },
      { answers: { time: 'evening' }, write: later },
    )
    const torn = await folder.files()
    const { stdout, stderr, code } = await generate(folder, '2026-02-01')
    expectHere([stdout, code]).toEqual([`stopped ${RECORD}\n`, 3])
    expectHere(stderr).toContain(`\`${RECORD}\` has conflict markers from line `)
    expectHere(await folder.files()).toEqual(torn)
    // They keep both sides of everything; nobody touches the machine's copy.
    await folder.write({ [RECORD]: withoutMarkers(torn[RECORD] ?? '') })
    await generate(folder, '2026-02-01', '--conflict', 'mine')
    expectHere(await read(folder)).toMatch(/Breakfast is at seven\.[^]*Breakfast is at eight\./)
    expectHere(undated(await read(folder, COPY))).toBe(
      undated(await rendered({ guests: 40, time: 'evening' })),
    )
  })
})

const withoutMarkers = (text: string): string => text.replace(/^(?:<{7}|={7}|>{7}).*\n/gm, '')

/** Writes somewhere below the title: a line of its own, or the end of a line that is there. */
const scribble =
  (places: readonly number[], author: string) =>
  (record: string): string => {
    const written = record.split('\n')
    const title = written.findIndex((line) => line.startsWith('# '))
    for (const [index, place] of places.entries()) {
      const at = title + 1 + (place % (written.length - title - 1))
      const word = `${author}${index}.`
      if (written[at] === '') written.splice(at, 0, '', word)
      else written[at] += ` ${word}`
    }
    return written.join('\n')
  }

const workOf = (answers: fc.Arbitrary<Answers>) =>
  fc.record({
    answers,
    day: fc.constantFrom('2026-02-01', '2026-02-02'),
    places: fc.array(fc.nat(9999), { maxLength: 4 }),
  })

describe('two branches', () => {
  it('never lose a word of a person', async () => {
    const property = fc.asyncProperty(
      workOf(fc.constantFrom({}, { guests: 6 }, { guests: 40 })),
      workOf(fc.constantFrom({}, { time: 'evening' }, { time: 'night' }, { summary: 'The first meal.' })),
      async (left, right) => {
        await using folder = await gitFolder()
        const words = [
          ...left.places.map((_, index) => `mine${index}.`),
          ...right.places.map((_, index) => `theirs${index}.`),
        ]
        const expectWords = async (): Promise<void> => {
          const text = await read(folder)
          expect(words.filter((word) => !text.includes(word))).toEqual([])
        }
        const torn = await merge(
          folder,
          { ...left, write: scribble(left.places, 'mine') },
          { ...right, write: scribble(right.places, 'theirs') },
        )
        expect(torn).not.toContain('adr-profile.yaml')
        await expectWords()
        const before = await folder.files()
        if ((await generate(folder, '2026-02-03')).code === 3) {
          expect(await folder.files()).toEqual(before)
          await folder.write({ [RECORD]: withoutMarkers(before[RECORD] ?? '') })
          await generate(folder, '2026-02-03', '--conflict', 'mine')
        }
        await expectWords()
        const after = await folder.files()
        if ((await generate(folder, '2026-02-04')).code === 0) expect(await folder.files()).toEqual(after)
        await expectWords()
      },
    )
    await fc.assert(property, tries(12))
  }, 60_000)
})

describe.concurrent('a record with the words of two people in conflict, also at its head', () => {
  it.for(['diff3', 'merge'] as const)(
    'is named, and never called deleted (%s)',
    async (style, { expect: here }) => {
      await using folder = await gitFolder()
      await folder.git('config', 'merge.conflictStyle', style)
      const torn = await merge(
        folder,
        {
          answers: { time: 'evening' },
          write: (record) =>
            above('We have to choose', 'Ada: at seven.')(record).replace('id:', 'tags: [ada]\nid:'),
        },
        {
          answers: { guests: 600, time: 'evening' },
          day: '2026-02-02',
          write: (record) =>
            above('We have to choose', 'Bo: at eight.')(record).replace('id:', 'tags: [bo]\nid:'),
        },
      )
      here(torn).toContain(RECORD)
      const before = await read(folder)
      here(before).toMatch(/^---\n[^]*?<<<<<<<[^]*?\n---\n/)
      const line = before.split('\n').findIndex((text) => text.startsWith('<<<<<<<')) + 1
      const { stdout, stderr, code } = await generate(folder, '2026-02-03')
      here([stdout, code, await read(folder)]).toEqual([`stopped ${RECORD}\n`, 3, before])
      here(stderr).toContain(`has conflict markers from line ${line}.`)
      const checked = await inProcess(folder, 'check').outcome()
      here([checked.code, checked.stdout]).toEqual([1, here.stringContaining('conflict-markers')])
      here(checked.stdout).not.toContain('record-deleted')
      const taken = await inProcess(folder, 'resolve', RECORD, '--take', 'mine').outcome()
      here(taken.stdout).toBe(`resolved ${RECORD}\n`)
      here((await generate(folder, '2026-02-03')).code).toBe(0)
      const after = await read(folder)
      here(after).toContain('Ada: at seven.')
      here(after).toContain('tags: [ada]')
    },
  )
})
