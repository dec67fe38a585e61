import { describe, expect, it } from 'vitest'
import { endOwnConflicts } from '../../src/plan/merged-branches.ts'
import type { Change } from '../../src/plan/change.ts'
import type { ExistingFiles } from '../../src/plan/wanted-record.ts'
import { noEvidence } from '../support/evidence.ts'

const path = 'docs/decisions/0001-language-for-agent.md'
const id = 'pack/agent@1'

const conflict = (mine: string, theirs: string, base = ''): string =>
  `<<<<<<< HEAD\n${mine}${base}=======\n${theirs}>>>>>>> topic\n`

const record = (middle: string, status = 'proposed'): string =>
  `---\nnumber: 1\nstatus: ${status}\nid: ${id}\n---\n# Use Go\n\n* Status: ${status}\n\n${middle}\nThe end.\n`

const files = (text: string, base: string): ExistingFiles => ({
  records: new Map([[path, text]]),
  bases: new Map([[id, base]]),
  accepted: new Map(),
  pending: new Map(),
  ...noEvidence,
  isFirstRun: false,
})

/** The record and the base as a plan sees them. */
const ended = (text: string, base: string): readonly (string | undefined)[] => {
  const { files: now } = endOwnConflicts(files(text, base))
  return [now.records.get(path), now.bases.get(id)]
}

describe('a conflict that git found', () => {
  const torn = conflict('One driver.\n', 'Two drivers.\n')

  it('between two texts of the machine ends', () => {
    expect(ended(record(torn), record(torn))).toEqual([record('One driver.\n'), record('One driver.\n')])
  })

  it.each([
    ['in its other style', conflict('a\n', 'b\n', '||||||| 1234567\nc\n')],
    ['with nothing on one side', conflict('', 'b\n')],
    ['with nothing on the other', conflict('a\n', '')],
    ['twice', `${conflict('a\n', 'b\n')}\nBetween.\n${conflict('c\n', 'd\n')}`],
    ['in the front matter', ''],
  ])('ends %s', (_, middle) => {
    const whole = (text: string): string =>
      middle === '' ? text.replace('number: 1\n', `number: 1\n${conflict('date: 1\n', 'date: 2\n')}`) : text
    const [text, base] = ended(whole(record(middle)), whole(record(middle)))
    expect(text).toBe(base)
    expect(text).not.toMatch(/^[<|=>]{7}/m)
    expect(text).toContain('The end.')
  })

  it('about the words of a person stays, and with it all others of the record', () => {
    const mixed = `${torn}\nBetween.\n${conflict('a\n', 'b\n')}`
    const written = `${torn}\nBetween.\n${conflict('a\nBy Ada.\n', 'b\n')}`
    expect(ended(record(written), record(mixed))[0]).toBe(record(written))
  })

  it('in an accepted record stays: only people can tell which side they accepted', () => {
    expect(ended(record(torn, 'accepted'), record(torn))[0]).toBe(record(torn, 'accepted'))
  })

  it('in a record whose copy has none stays', () => {
    const existing = files(record(torn), record('One driver.\n'))
    expect(endOwnConflicts(existing).files).toEqual(existing)
  })

  it('ends in the copy as a person ended it in the record', () => {
    expect(ended(record('Two drivers.\n'), record(torn))[1]).toBe(record('Two drivers.\n'))
    expect(ended(record('Some drivers.\n'), record(torn))[1]).toBe(record('One driver.\n'))
    expect(ended(record('One driver.\nTwo drivers.\n'), record(torn))[1]).toBe(record('One driver.\n'))
  })

  it('ends with no other byte changed', () => {
    const styled = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    expect(ended(styled(record(torn)), record(torn))[0]).toBe(styled(record('One driver.\n')))
  })

  it('is none where the marks do not belong together', () => {
    const quoted = `Git writes:\n\n<<<<<<< HEAD\n\nand so on.\n\n=======\n`
    const existing = files(record(quoted), record(quoted))
    expect(endOwnConflicts(existing).files).toEqual(existing)
  })
})

describe('a change of a record that git merged', () => {
  const torn = record(conflict('a\n', 'b\n'))
  const change = (kind: Change['kind'], after: string, rendered?: string): Change => ({
    kind,
    id,
    path,
    before: record('a\n'),
    after,
    ...(rendered !== undefined && { rendered }),
  })

  it('is one of its file as it is, and brings the copy along', () => {
    const { finish } = endOwnConflicts(files(torn, torn))
    expect(finish(change('update', record('c\n'), record('c\n')))).toEqual({
      ...change('update', record('c\n'), record('c\n')),
      before: torn,
    })
    expect(finish(change('unchanged', record('a\n')))).toEqual({
      ...change('update', record('a\n'), record('a\n')),
      before: torn,
    })
  })

  it('is only one of the copy where a person has ended the conflict', () => {
    const { finish } = endOwnConflicts(files(record('a\n'), torn))
    expect(finish(change('unchanged', record('a\n')))).toEqual(change('adopt', record('a\n'), record('a\n')))
  })

  it('that waits for a person stays as it is', () => {
    const { finish } = endOwnConflicts(files(torn, torn))
    expect(finish(change('conflict', record('a\n')))).toEqual(change('conflict', record('a\n')))
    expect(finish({ ...change('update', 'x'), path: 'elsewhere.md' }).before).toBe(record('a\n'))
  })
})
