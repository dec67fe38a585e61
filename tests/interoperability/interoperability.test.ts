import { madrFilePathFilter, parseMadrWithFrontmatter } from '@backstage/plugin-adr-common'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { type Tokens, lexer } from 'marked'
import { lint } from 'markdownlint/promise'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plainFolder } from '../support/git-folder.ts'
import { type RenderedRecord, recordAbout, recordsOf, verdictKinds } from './records.ts'

const require = createRequire(import.meta.url)
const madr = recordsOf('madr')
const nygard = recordsOf('nygard')
/** As they are written where log4brains or adr-log is used. */
const compact = recordsOf('madr', true)
const forms = [
  ['madr', madr],
  ['nygard', nygard],
] as const

/** The heading as it is written, without the number that records of adr-tools have. */
const titleOf = (text: string): string => /^# (?:\d+\. )?(.+)$/m.exec(text)?.[1] ?? ''

const tokensOf = (markdown: string) => lexer(markdown)
const firstList = (markdown: string): readonly string[] => {
  const list = tokensOf(markdown).find((token): token is Tokens.List => token.type === 'list')
  return list?.items.map(({ text }) => text) ?? []
}

it('tries every kind of verdict', () => {
  expect([...verdictKinds].toSorted()).toEqual([
    'chosen',
    'insufficient-evidence',
    'no-option',
    'out-of-scope',
    'scope-unknown',
    'split',
    'tie',
  ])
})

describe.each([
  ['madr', compact],
  ['nygard', nygard],
] as const)('adr-log, given %s records', (_, records) => {
  it('lists every title', async () => {
    await using folder = await plainFolder(
      Object.fromEntries(records.map(({ fileName, text }) => [fileName, text])),
    )
    const program = require.resolve('adr-log/cli.js')
    const { stdout } = await promisify(execFile)(process.execPath, [program, '-d', '.'], { cwd: folder.path })
    expect(stdout.split('\n').filter((line) => line.startsWith('* '))).toEqual(
      records
        .map(({ fileName, number, text }) => {
          expect(titleOf(text)).not.toBe('')
          return `* [ADR-${String(number).padStart(4, '0')}](${fileName}) - ${titleOf(text)}`
        })
        .toSorted(),
    )
  })
})

describe('Backstage', () => {
  it('takes every file for a record', () => {
    expect(madr.filter(({ fileName }) => !madrFilePathFilter(`docs/decisions/${fileName}`))).toEqual([])
  })

  it('reads title, status and date of MADR records', () => {
    for (const { text, date } of madr) {
      const { status, attributes, content } = parseMadrWithFrontmatter(text)
      const heading = tokensOf(content).find(({ type }) => type === 'heading')
      expect({ status, heading }).toMatchObject({
        status: 'proposed',
        heading: { depth: 1, text: titleOf(text) },
      })
      // What Backstage makes of the date depends on its time zone; what it starts from does not.
      expect((attributes as { readonly date: Date }).date.toISOString().slice(0, 10)).toBe(date)
    }
  })

  it('finds status and date in the first list, too, where log4brains or adr-log is used', () => {
    for (const { text, date } of compact)
      expect(firstList(parseMadrWithFrontmatter(text).content).slice(0, 2)).toEqual([
        'Status: proposed',
        `Date: ${date}`,
      ])
  })
})

/** What markdownlint finds with MADR's own configuration. */
async function findingsIn(records: readonly RenderedRecord[]): Promise<readonly string[]> {
  const config = parse(readFileSync(require.resolve('madr/template/.markdownlint.yml'), 'utf8'))
  const strings = Object.fromEntries(records.map(({ fileName, text }) => [fileName, text]))
  return Object.entries(await lint({ strings, config })).flatMap(([file, errors]) =>
    errors.map(
      ({ lineNumber, ruleNames, errorContext }) =>
        `${file}:${lineNumber} ${ruleNames[0]} ${errorContext ?? strings[file]?.split('\n')[lineNumber - 1]}`,
    ),
  )
}

describe('markdownlint', () => {
  it.each(forms)('finds nothing in %s records', async (_, records) => {
    expect(await findingsIn(records)).toEqual([])
  })

  it('finds nothing where a profile names an address without a scheme', async () => {
    expect(await findingsIn([recordAbout('Ask me@example.org, or see www.example.org/a_b.')])).toEqual([])
  })
})

describe('Prettier', () => {
  it.each(forms)('leaves %s records as they are', async (_, records) => {
    for (const { text } of records) expect(await format(text, { parser: 'markdown' })).toBe(text)
  })
})

describe('adr-tools', () => {
  it('lists the files and counts on from their numbers', () => {
    for (const { fileName, number } of nygard) {
      expect(fileName).toMatch(/^[0-9]+-[^/]*\.md$/)
      expect(Number(/^[0-9]+/.exec(fileName)?.[0].replace(/^0*/, ''))).toBe(number)
    }
  })

  it('reads title, date and status of Nygard records', () => {
    for (const { text, number, date } of nygard) {
      const lines = text.split('\n')
      expect(lines[0]).toBe(`# ${number}. ${titleOf(text)}`)
      expect(lines[2]).toBe(`Date: ${date}`)
      // awk '/^## Status/,/^#/ && !/^## Status/ { if (!/^(#|\s*$)/) print }'
      const after = lines.slice(lines.indexOf('## Status') + 1)
      const status = after.slice(
        0,
        after.findIndex((line) => line.startsWith('#')),
      )
      expect(status.filter((line) => line.trim() !== '')).toEqual(['Proposed'])
    }
  })

  it('finds no character in a title that breaks its links', () => {
    expect(nygard.filter(({ text }) => /[[\]|]/.test(titleOf(text)))).toEqual([])
  })
})

describe('readers of front matter line by line', () => {
  it('find number, date and status unquoted, and one end of the front matter', () => {
    for (const { text, number, date } of compact) {
      // The way of Rust adrs: the text is split at most twice at a line that ends in three dashes.
      const [before, frontMatter = '', ...body] = text.split('---\n')
      expect(before).toBe('')
      expect(frontMatter.split('\n').slice(0, 3)).toEqual([
        `number: ${number}`,
        'status: proposed',
        `date: ${date}`,
      ])
      expect(body.join('---\n')).toMatch(/^# /)
      // A comment would be the title for log4brains, and without the blank line the front matter a heading.
      expect(frontMatter).not.toMatch(/^\s*#/m)
      expect(frontMatter).toMatch(/\n\n$/)
      expect(tokensOf(text).find(({ type }) => type === 'heading')).toMatchObject({ text: titleOf(text) })
    }
  })
})
