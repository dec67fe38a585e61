import { describe, it } from 'vitest'
import { type Files, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { breakfast } from './drinks.ts'

const DAY = '2026-01-15'
const madr =
  '## Context and Problem Statement\n\nWhy?\n\n## Considered Options\n\n## Decision Outcome\n\nSo.\n'

/** Two records that have the number 2, and what follows the second one, before and after it got the number 3. */
interface Pair {
  readonly directory: string
  readonly before: Files
  readonly after: Files
  readonly more?: Files
}

const nygard = (number: string, title: string, status = 'Accepted'): string =>
  lines(
    `# ${number}. ${title}`,
    '',
    'Date: 2024-01-01',
    '',
    '## Status',
    '',
    status,
    '',
    '## Context',
    '',
    'x',
  )

const tools: Readonly<Record<string, Pair>> = {
  'adr-tools': {
    directory: 'doc/adr',
    more: {
      '.adr-dir': 'doc/adr\n',
      'doc/adr/0002-use-cups.md': nygard('2', 'Use cups'),
    },
    before: {
      'doc/adr/0001-use-bowls.md': nygard('1', 'Use bowls', 'Superceded by [2. Use mugs](0002-use-mugs.md)'),
      'doc/adr/0002-use-mugs.md': nygard(
        '2',
        'Use mugs',
        'Accepted\n\nSupercedes [1. Use bowls](0001-use-bowls.md)',
      ),
      'README.md': '* [2. Use cups](doc/adr/0002-use-cups.md)\n* [2. Use mugs](doc/adr/0002-use-mugs.md)\n',
    },
    after: {
      'doc/adr/0001-use-bowls.md': nygard('1', 'Use bowls', 'Superceded by [3. Use mugs](0003-use-mugs.md)'),
      'doc/adr/0003-use-mugs.md': nygard(
        '3',
        'Use mugs',
        'Accepted\n\nSupercedes [1. Use bowls](0001-use-bowls.md)',
      ),
      'README.md': '* [2. Use cups](doc/adr/0002-use-cups.md)\n* [3. Use mugs](doc/adr/0003-use-mugs.md)\n',
    },
  },
  'MADR 2, with the ends of lines of Windows': {
    directory: 'docs/adr',
    more: { 'docs/adr/0002-use-cups.md': `# Use cups\n\n* Status: accepted\n\n${madr}` },
    before: {
      'docs/adr/0001-use-bowls.md': `# Use bowls\r\n\r\n* Status: superseded by [ADR-0002](0002-use-mugs.md)\r\n\r\n${madr}`,
      'docs/adr/0002-use-mugs.md': `\uFEFF# Use mugs\r\n\r\n* Status: accepted\r\n\r\n${madr}`,
    },
    after: {
      'docs/adr/0001-use-bowls.md': `# Use bowls\r\n\r\n* Status: superseded by [ADR-0003](0003-use-mugs.md)\r\n\r\n${madr}`,
      'docs/adr/0003-use-mugs.md': `\uFEFF# Use mugs\r\n\r\n* Status: accepted\r\n\r\n${madr}`,
    },
  },
  'MADR 4, with numbers in front matter': {
    directory: 'docs/decisions',
    more: { 'docs/decisions/0002-use-cups.md': `---\nstatus: accepted\n---\n# Use cups\n\n${madr}` },
    before: {
      'docs/decisions/0002-use-mugs.md': `---\nid: ADR-0002\nstatus: accepted\ntitle: "ADR-0002: Use mugs"\n---\n# ADR-0002: Use mugs\n\n${madr}`,
    },
    after: {
      'docs/decisions/0003-use-mugs.md': `---\nid: ADR-0003\nstatus: accepted\ntitle: "ADR-0003: Use mugs"\n---\n# ADR-0003: Use mugs\n\n${madr}`,
    },
  },
  'names that begin with ADR': {
    directory: 'docs/adr',
    more: { 'docs/adr/ADR-002-use-cups.md': '# ADR-002: Use cups\n\n## Status\n\nAccepted\n' },
    before: {
      'docs/adr/ADR-002-ü ber.md': '# ADR-002: Über\n\n## Status\n\nAccepted\n',
      'docs/index.md': '[ADR-002](adr/ADR-002-%C3%BC%20ber.md) [[ADR-002-ü ber]]\n',
    },
    after: {
      'docs/adr/ADR-003-ü ber.md': '# ADR-003: Über\n\n## Status\n\nAccepted\n',
      'docs/index.md': '[ADR-003](adr/ADR-003-%C3%BC%20ber.md) [[ADR-003-ü ber]]\n',
    },
  },
}

describe.concurrent('two records of other tools that have one number', () => {
  it.for(Object.entries(tools))(
    'are told apart by what `check` says to run: %s',
    async ([, pair], { expect }) => {
      const { directory, before, after, more = {} } = pair
      await using repository = await gitFolder({ ...breakfast(), ...more, ...before })
      const check = async (): Promise<string> =>
        (await inProcess(repository, 'check', '--date', DAY).outcome()).stdout
      const file =
        Object.keys(before).find((name) => name.startsWith(directory) && name.includes('002')) ?? ''
      expect((await check()).replace(/['"]/g, '')).toMatch(
        new RegExp(`duplicate-number[^]*run \`madrigal renumber ${file}\``),
      )
      await inProcess(repository, 'renumber', file).outcome()
      const found = await repository.files()
      expect(found).toMatchObject({ ...more, ...after })
      expect(found).not.toHaveProperty([file])
      expect(await check()).not.toContain('duplicate-number')
    },
  )
})
