import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isClean, mergeTexts, settle } from '../../src/plan/merge-text.ts'
import { tries } from '../support/arbitraries.ts'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const base = text('a', 'b', 'c', 'd', 'e')
const cleanly = (mine: string, theirs: string): string => {
  const segments = mergeTexts(base, mine, theirs)
  expect(isClean(segments)).toBe(true)
  return settle(segments, () => [])
}

describe('a merge', () => {
  it('takes the change of either side', () => {
    expect(cleanly(text('A', 'b', 'c', 'd', 'e'), text('a', 'b', 'c', 'd', 'E'))).toBe(
      text('A', 'b', 'c', 'd', 'E'),
    )
  })

  it('takes an equal change of both sides once', () => {
    expect(cleanly(text('a', 'B', 'c', 'd', 'e'), text('a', 'B', 'c', 'd', 'e'))).toBe(
      text('a', 'B', 'c', 'd', 'e'),
    )
  })

  it('lets blank lines give way to the change that they touch', () => {
    expect(cleanly(text('a', 'b', '', '', 'c', 'd', 'e'), text('a', 'B', 'c', 'd', 'e'))).toBe(
      text('a', 'B', 'c', 'd', 'e'),
    )
  })

  it('is clean with one line between two changes, and a conflict with none', () => {
    expect(cleanly(text('a', 'B', 'c', 'd', 'e'), text('a', 'b', 'c', 'D', 'e'))).toBe(
      text('a', 'B', 'c', 'D', 'e'),
    )
    expect(isClean(mergeTexts(base, text('a', 'B', 'c', 'd', 'e'), text('a', 'b', 'C', 'd', 'e')))).toBe(
      false,
    )
  })

  it('shows both sides of a conflict, what they started from, and the line', () => {
    expect(
      mergeTexts(base, text('x', 'a', 'b', 'mine', 'd', 'e'), text('a', 'b', 'theirs', 'd', 'e')),
    ).toEqual([
      { kind: 'settled', lines: ['x', 'a', 'b'] },
      { kind: 'conflict', base: ['c'], mine: ['mine'], theirs: ['theirs'], line: 4 },
      { kind: 'settled', lines: ['d', 'e', ''] },
    ])
  })

  it('is a conflict where both insert at one place, or one changes what the other removes', () => {
    expect(
      isClean(mergeTexts(base, text('a', 'm', 'b', 'c', 'd', 'e'), text('a', 't', 'b', 'c', 'd', 'e'))),
    ).toBe(false)
    expect(isClean(mergeTexts(base, text('a', 'b', 'd', 'e'), text('a', 'b', 'C', 'd', 'e')))).toBe(false)
  })

  it('of 8,000 lines with many equal ones takes well under a second', () => {
    const long = Array.from({ length: 8000 }, (_, index) => (index % 2 === 0 ? '' : `line ${index}`))
    const start = performance.now()
    mergeTexts(text(...long), text(...long.with(101, 'mine')), text(...long.with(7001, 'theirs')))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd', 'constructor'), { maxLength: 12 })
const edited = (original: readonly string[], marks: string): fc.Arbitrary<readonly string[]> =>
  fc
    .array(
      fc.record({
        at: fc.nat(12),
        drop: fc.nat(2),
        insert: fc.array(fc.constantFrom(`${marks}1`, `${marks}2`, 'a', ''), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    )
    .map((edits) =>
      edits.reduce<readonly string[]>(
        (all, { at, drop, insert }) => all.toSpliced(Math.min(at, all.length), drop, ...insert),
        original,
      ),
    )
const triples = lines.chain((original) =>
  fc.tuple(fc.constant(original), edited(original, 'mine'), edited(original, 'theirs')),
)

describe('any merge', () => {
  it('keeps every word of the person, in the text or in a conflict', () => {
    fc.assert(
      fc.property(triples, ([original, mine, theirs]) => {
        const segments = mergeTexts(text(...original), text(...mine), text(...theirs))
        const kept = segments.flatMap((segment) =>
          segment.kind === 'settled' ? segment.lines : segment.mine,
        )
        for (const word of ['mine1', 'mine2'])
          expect(kept.filter((line) => line === word)).toHaveLength(
            mine.filter((line) => line === word).length,
          )
      }),
      tries(2000),
    )
  })

  it('gives the person’s text when all conflicts go their way and the machine changed nothing else', () => {
    fc.assert(
      fc.property(triples, ([original, mine]) => {
        const segments = mergeTexts(text(...original), text(...mine), text(...original))
        expect(settle(segments, () => ['lost'])).toBe(text(...mine))
      }),
      tries(500),
    )
  })

  it('is what git makes of it wherever both are clean', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'madrigal-merge-'))
    const runs = fc.sample(triples, { numRuns: 60, seed: 11 })
    let compared = 0
    for (const [original, mine, theirs] of runs) {
      for (const [name, content] of Object.entries({ original, mine, theirs }))
        writeFileSync(path.join(folder, name), text(...content))
      const git = spawnSync('git', ['merge-file', '-p', 'mine', 'original', 'theirs'], {
        cwd: folder,
        encoding: 'utf8',
      })
      const segments = mergeTexts(text(...original), text(...mine), text(...theirs))
      if (git.status !== 0 || !isClean(segments)) continue
      compared += 1
      expect(settle(segments, () => [])).toBe(git.stdout)
    }
    rmSync(folder, { recursive: true })
    expect(compared).toBeGreaterThan(20)
  })
})
