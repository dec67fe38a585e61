import { describe, expect, it } from 'vitest'
import { foldersFor, likelyFolders, tellsOfRecords } from '../../src/plan/record-folders.ts'

const nygard = '# 1. Use plates\n\n## Status\n\nAccepted\n\n## Context\n\n…\n\n## Decision\n\n…\n'

describe('folders that may have records', () => {
  it('are those whose path speaks of decisions, and those with numbers or dates in names', () => {
    const files = [
      'README.md',
      'docs/ADRs/README.md',
      'docs/ADRs/use-it.md',
      'docs/ADRs/0001-a.md',
      'rfcs/0001-a.md',
      'notes/2024-01-15-a.md',
      'notes/others.md',
      'padres/others.md',
    ]
    expect(likelyFolders(files)).toEqual([
      { folder: 'docs/ADRs', isNamed: true, files: ['docs/ADRs/0001-a.md', 'docs/ADRs/use-it.md'] },
      { folder: 'rfcs', isNamed: false, files: ['rfcs/0001-a.md'] },
      { folder: 'notes', isNamed: false, files: ['notes/2024-01-15-a.md'] },
    ])
  })

  it('show few of their files', () => {
    const files = Array.from({ length: 1000 }, (_, index) => `adr/${index}-a.md`)
    expect(likelyFolders(files)[0]?.files).toHaveLength(10)
  })
})

describe('a file', () => {
  const tells = (isNamed: boolean, text: string): boolean =>
    tellsOfRecords({ folder: 'x', isNamed, files: [] }, 'x/0001-a.md', text)

  it('tells of records when it is one', () => {
    expect(tells(true, nygard)).toBe(true)
    expect(tells(true, '# Notes\n')).toBe(false)
  })

  it('has to speak of a decision itself where the path does not, and not be one of ours that was moved', () => {
    expect(tells(false, nygard)).toBe(true)
    expect(tells(false, nygard.replace('## Decision', '## Summary'))).toBe(false)
    expect(tells(false, `---\nid: a/b@1\nstatus: accepted\n---\n\n# A\n\n## Decision Outcome\n\nB\n`)).toBe(
      false,
    )
  })
})

describe('the folders for the records of a profile', () => {
  it.each([
    ['', ['docs/ADRs'], ['docs/ADRs']],
    ['', ['wiki/adr'], ['wiki/adr']],
    ['', ['log'], ['log']],
    // What lies within another one is part of it.
    ['', ['docs/ADRs', 'docs/ADRs/old', 'docs/ADRs2'], ['docs/ADRs', 'docs/ADRs2']],
    // Those of the whole go before those of a part.
    ['', ['docs/ADRs', 'services/a/docs/adr'], ['docs/ADRs']],
    ['', ['services/a/docs/adr', 'services/b/docs/adr'], ['services/a/docs/adr', 'services/b/docs/adr']],
    ['services/a', ['services/a/docs/adr', 'services/b/docs/adr', 'adr'], ['services/a/docs/adr']],
    ['services/a/x', ['services/a/docs/adr', 'adr'], ['services/a/docs/adr']],
    ['services/c', ['services/a/docs/adr', 'adr'], ['adr']],
    ['services/c', ['services/a/docs/adr'], []],
    // Records of others.
    ['', ['node_modules/x/docs/adr', 'vendor/y/adr', 'tests/fixtures/adr', '.github/adr'], []],
    ['examples/x', ['examples/x/adr', 'examples/y/adr'], ['examples/x/adr']],
  ])('for one in %j, of %j, are %j', (folder, found, wanted) => {
    expect(foldersFor(folder, found)).toEqual(wanted)
  })
})
