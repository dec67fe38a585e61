import { readFileSync } from 'node:fs'
import { lines } from '../support/run-cli.ts'

/** As adr-tools writes and links it. */
export const nygard = lines(
  '# 12. Use *one* queue',
  '',
  'Date: 2024-03-01',
  '',
  '## Status',
  '',
  'Superceded by [15. Use `two` queues](0015-use-two-queues.md)',
  '',
  'Amends [3. Use a broker](0003-use-a-broker.md)',
  '',
  '## Context',
  '',
  'The issue motivating this decision.',
  '',
  '## Decision',
  '',
  'The change.',
  '',
  '## Consequences',
  '',
  'What becomes easier.',
)

const madrBody = lines(
  '## Context and Problem Statement',
  '',
  'Which one?',
  '',
  '## Considered Options',
  '',
  '* A',
  '* B',
  '',
  '## Decision Outcome',
  '',
  'Chosen option: "A", because it is there.',
)

export const madr2 = lines(
  '# Use Markdown Architectural Decision Records',
  '',
  '* Status: accepted <!-- optional -->',
  '* Deciders: Ada Lovelace',
  '* Date: 2021-05-06 <!-- optional -->',
  '',
  'Technical Story: #12',
  '',
  madrBody,
)

export const madr3 = lines(
  '---',
  'status: "superseded by [ADR-0005](0005-use-b.md)"',
  'date: 2022-10-09',
  'deciders: Ada, Alan',
  '---',
  '# Use A',
  '',
  madrBody,
)

export const madr4 = lines(
  '---',
  '# These are optional metadata elements.',
  'status: superseded by ADR-0123',
  'date: 2025-01-02',
  'decision-makers: [Ada, Alan]',
  '---',
  '',
  '# Use A',
  '',
  madrBody,
)

export const log4brains = lines(
  '# Use Log4brains',
  '',
  '- Status: superseded by [20240202-use-paper](20240202-use-paper.md)',
  '- Date: 16/01/2024',
  '- Tags: dev-tools, doc',
  '',
  madrBody,
  '## Links',
  '',
  '- Relates to [x](20240101-x.md)',
)

/** The YAML that Rust adrs writes in its mode `ng`. */
export const adrs = lines(
  '---',
  'number: 7',
  'title: Use Rust',
  'date: 2025-11-12',
  'status: superseded',
  'links:',
  '  - target: 3',
  '    kind: supersedes',
  '  - target: 9',
  '    kind: supersededby',
  '---',
  '',
  '## Context',
  '',
  'Text.',
  '',
  '## Decision',
  '',
  'Text.',
  '',
  '## Consequences',
  '',
  'Text.',
)

const read = (file: string): string => readFileSync(file, 'utf8')

export const ownMadr = read('tests/cli/golden/breakfast-madr.md')
export const ownNygard = read('tests/cli/golden/breakfast-nygard.md')
export const madr4Template = read('node_modules/madr/template/adr-template.md')
export const madr4Bare = read('node_modules/madr/template/adr-template-bare.md')
export const madr3Template = lines(
  '---',
  '# These are optional elements. Feel free to remove any of them.',
  'status: {proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)}',
  'date: {YYYY-MM-DD when the decision was last updated}',
  '---',
  '# {short title of solved problem and solution}',
  '',
  madrBody,
)
export const madr2Template = lines(
  '# [short title of solved problem and solution]',
  '',
  '* Status: [proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)] <!-- optional -->',
  '* Date: [YYYY-MM-DD when the decision was last updated] <!-- optional -->',
  '',
  madrBody,
)
export const nygardTemplate = lines(
  '# NUMBER. TITLE',
  '',
  'Date: DATE',
  '',
  '## Status',
  '',
  'STATUS',
  '',
  '## Context',
)
