import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editStatus, type Status, readStatus } from '../../src/record-file/record-status.ts'
import { recordsOf } from '../interoperability/records.ts'
import { tries } from '../support/arbitraries.ts'

const madr =
  '---\nnumber: 1\nstatus: proposed\nid: a/b@1\n\n---\n# Use it\n\n* Status: proposed\n\n## Context\n'
const nygard =
  '# 1. Use it\n\n* Status: proposed\n\n## Status\n\nProposed\n\n## Context\n\n<!-- id: a/b@1 -->\n'
const successor = { number: 2, title: 'Use that', fileName: '0002-use-for-b.md' }

describe('a new status', () => {
  it('stands in front matter and in the bullet', () => {
    expect(editStatus(madr, 'accepted')).toBe(
      '---\nnumber: 1\nstatus: accepted\nid: a/b@1\n\n---\n# Use it\n\n* Status: accepted\n\n## Context\n',
    )
  })

  it('stands in the Status section and in the bullet', () => {
    expect(editStatus(nygard, 'rejected')).toBe(
      '# 1. Use it\n\n* Status: rejected\n\n## Status\n\nRejected\n\n## Context\n\n<!-- id: a/b@1 -->\n',
    )
  })

  it('of a superseded record links to the new one, in the forms that other tools read', () => {
    expect(editStatus(madr, 'superseded', successor)).toBe(
      '---\nnumber: 1\nstatus: superseded by ADR-0002\nid: a/b@1\n\n---\n# Use it\n\n' +
        '* Status: superseded by [0002-use-for-b](0002-use-for-b.md)\n\n## Context\n',
    )
    expect(editStatus(nygard, 'superseded', successor)).toBe(
      '# 1. Use it\n\n* Status: superseded by [0002-use-for-b](0002-use-for-b.md)\n\n' +
        '## Status\n\nSuperseded by [2. Use that](0002-use-for-b.md)\n\n## Context\n\n<!-- id: a/b@1 -->\n',
    )
  })

  it('links to a file with a name that is hard to write', () => {
    const odd = { number: null, title: 'Use \\[that] &amp; more', fileName: 'my [new] (record).md' }
    const link = 'my%20[new]%20%28record%29.md'
    expect(editStatus(nygard, 'superseded', odd)).toContain(`Superseded by [Use (that) &amp; more](${link})`)
    expect(editStatus(nygard, 'superseded', odd)).toContain(`superseded by [my (new) (record)](${link})`)
    expect(editStatus(madr, 'superseded', odd)).toContain('status: superseded by my [new] (record)\n')
  })

  it.each([
    ['status: proposed', 'status: accepted'],
    ['status:   proposed  ', 'status:   accepted  '],
    ['status: "proposed"', 'status: accepted'],
    ["'status': 'proposed' # so far", "'status': accepted # so far"],
    ['status:', 'status: accepted'],
    ['status: # none yet', 'status: accepted # none yet'],
  ])('takes the place of the old one alone: %j', (before, after) => {
    expect(editStatus(madr.replace('status: proposed', before), 'accepted')).toContain(`\n${after}\n`)
  })

  it.each([
    ['**Status: Proposed**', '**Status: accepted**'],
    ['**Status:** Proposed  ', '**Status:** accepted  '],
    ['**Status:** **Proposed**', '**Status:** **accepted**'],
    ['- **Status**: _Proposed_', '- **Status**: _accepted_'],
    ['__Status__ Proposed', '__Status__ accepted'],
    ['Status: `proposed`<br>', 'Status: `accepted`<br>'],
    ['> Status: Proposed', '> Status: accepted'],
    ['**Status:** Proposed | **Date:** 2021-03-04', '**Status:** accepted | **Date:** 2021-03-04'],
    ['| Status | Proposed |\n| --- | --- |', '| Status | accepted |\n| --- | --- |'],
    [
      '| Status | Date |\n|---|---|\n| **Proposed** | x |',
      '| Status | Date |\n|---|---|\n| **accepted** | x |',
    ],
    ['**Status**\n\nProposed', '**Status**\n\naccepted'],
    ['## Status: Proposed', '## Status: accepted'],
    ['## Status\n\n**Proposed**.', '## Status\n\n**Accepted**.'],
    ['## Status\n\n- Proposed', '## Status\n\n- Accepted'],
    ['### Status ###\n\n`Proposed`', '### Status ###\n\n`Accepted`'],
    ['Status\n------\n\nProposed', 'Status\n------\n\nAccepted'],
    ['**Statut :** Proposed', '**Statut :** accepted'],
  ])('keeps the markup around the old one: %j', (before, after) => {
    const whole = (status: string): string =>
      `# 1. Use it\n\n${status}\n\n## Context\n\n### Status\n\nproposed\n\n<!-- id: a/b@1 -->\n`
    expect(readStatus(whole(before))?.status).toBe('proposed')
    expect(editStatus(whole(before), 'accepted')).toBe(whole(after))
  })

  it('leaves the prose of a person alone', () => {
    const prose = madr.replace(
      '## Context\n',
      '## Status\n\nHalf of it is built.\n\nproposed\n\n## Context\n',
    )
    expect(editStatus(prose, 'accepted')).toBe(
      editStatus(madr, 'accepted').replace(
        '## Context\n',
        '## Status\n\nHalf of it is built.\n\nproposed\n\n## Context\n',
      ),
    )
    const sentence = madr.replace('* Status: proposed', 'Status: we talk about it on Monday.')
    expect(editStatus(sentence, 'accepted')).toContain('Status: we talk about it on Monday.')
    const note = nygard.replace('Proposed\n', 'Proposed\nby Ada\n\nSupersedes [0. No](0000-no.md)\n')
    expect(editStatus(note, 'accepted')).toContain('Accepted\nby Ada\n\nSupersedes [0. No](0000-no.md)\n')
  })

  it('changes nothing where there is no status', () => {
    expect(editStatus('', 'accepted')).toBe('')
    expect(editStatus('# 1. Use it\n\nproposed\n', 'accepted')).toBe('# 1. Use it\n\nproposed\n')
  })
})

/** Line ends and other bytes that the program never writes itself. */
const styles: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'a byte order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  'mixed line ends': (text) => text.replace(/\n\n/g, '\r\n\n'),
  'trailing spaces': (text) => text.replace(/(?<!---|-->)\n/g, ' \t\n'),
  'no line end at the end': (text) => text.trimEnd(),
}

const statusLines = {
  'front matter': /^status: .*$/,
  bullet: /^\* Status: .*$/,
  section: /^(?:Accepted|Rejected|Deprecated|Superseded by .*)[ \t]*$/,
} as const

describe.each([
  ['madr', false, ['front matter']],
  ['madr', true, ['front matter', 'bullet']],
  ['nygard', false, ['section']],
  ['nygard', true, ['section']],
] as const)('any record in the %s form (for tools that read lines: %s)', (template, lineReaders, places) => {
  const texts = recordsOf(template, lineReaders).map(({ text }) => text)
  const targets: fc.Arbitrary<Exclude<Status, 'proposed'>> = fc.constantFrom(
    'accepted',
    'rejected',
    'deprecated',
    'superseded',
  )

  it.each(Object.keys(styles))('with %s changes where it says its status and nowhere else', (style) => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), targets, (plain, status) => {
        const before = styles[style]?.(plain) ?? ''
        const after = editStatus(before, status, status === 'superseded' ? successor : undefined)
        const [old, now] = [before, after].map((text) => text.split(/(\r\n|\r|\n)/))
        const changed = now?.filter((piece, index) => piece !== old?.[index]) ?? []
        expect(now?.length).toBe(old?.length)
        expect(changed).toEqual(places.map((place) => expect.stringMatching(statusLines[place])))
        expect(readStatus(after)?.status).toBe(status)
        expect(editStatus(after, 'proposed')).toBe(before)
      }),
      tries(40),
    )
  })
})
