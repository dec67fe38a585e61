import { describe, expect, it } from 'vitest'
import { findFindings } from '../../src/check/find-findings.ts'
import { type Finding, describeFinding, found } from '../../src/check/finding.ts'
import { textNotation } from '../../src/check/finding-kind.ts'
import { plannedFindings } from '../../src/check/decision-findings.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { historyOf } from '../../src/plan/decision-history.ts'
import { planChanges, plannerFor } from '../../src/plan/plan-changes.ts'
import { recordsAmong } from '../../src/plan/select-record.ts'
import { wantedDecisions } from '../../src/plan/wanted-decisions.ts'
import { type ExistingFiles, type WantedDecision, noFiles } from '../../src/plan/wanted-record.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { drinksPack, facts } from '../cli/drinks.ts'
import { templateOf } from '../support/templates.ts'

const DAY = '2026-02-01'

const profileOf = (answers: string, ...more: readonly string[]): string =>
  ['project: Breakfast', 'decisions: [{ criteria: drinks }]', `facts: ${answers}`, ...more].join('\n')

function decisionsOf(text: string, packText: string = drinksPack): readonly WantedDecision[] {
  const pack = parsePack({ name: 'drinks.yaml', text: packText })
  const packs = new Map(pack.ok ? [['drinks', pack.value]] : [])
  const profile = parseProfile({ name: 'adr-profile.yaml', text }, packs, ['drinks'])
  if (!profile.ok) throw new Error(JSON.stringify(profile.diagnostics.map(({ code }) => code)))
  return wantedDecisions(profile.value, packs, {
    directory: 'docs/decisions',
    profilePath: 'adr-profile.yaml',
    template: templateOf('madr'),
  })
}

/** The files of a repository in which the records of a profile were written. */
function written(text: string): ExistingFiles {
  const { writes } = planChanges(
    decisionsOf(text).map(({ record }) => record),
    noFiles,
    '2026-01-15',
  )
  const below = (folder: string, ending: string): ReadonlyMap<string, string> =>
    new Map(
      writes
        .filter(({ path }) => path.startsWith(folder) && path.endsWith(ending))
        .map(({ path, text: after }) => [path.slice(folder.length, -ending.length), after ?? '']),
    )
  const records = writes.filter(({ path }) => path.startsWith('docs/'))
  return {
    ...noFiles,
    records: new Map(records.map(({ path, text: after }) => [path, after ?? ''])),
    bases: below('.madrigal/base/', '.md'),
    evidence: below('.madrigal/evidence/', '.md'),
    evidenceData: below('.madrigal/evidence/', '.json'),
    isFirstRun: false,
  }
}

const accepted = (files: ExistingFiles): ExistingFiles => ({
  ...files,
  records: new Map(
    [...files.records].map(([path, text]) => [path, text.replace('status: proposed', 'status: accepted')]),
  ),
  accepted: new Map(
    [...files.records].map(([, text]) => [
      'drinks/breakfast@1',
      text.replace('status: proposed', 'status: accepted'),
    ]),
  ),
})

/** What a check of some files finds, with what the profile says now. */
function findingsIn(existing: ExistingFiles, text: string, packText = drinksPack): readonly Finding[] {
  const plan = plannerFor(existing, DAY)
  const ours = recordsAmong(existing.records)
  const planned = decisionsOf(text, packText).flatMap(({ record, evaluation, profile }) =>
    plannedFindings(
      {
        change: plan(record),
        history: historyOf(record, ours, existing, DAY),
        evaluation,
        profile,
        revisitLine: null,
        sourcesOlderThan: null,
      },
      DAY,
    ),
  )
  return findFindings({
    planned,
    existing,
    directories: ['docs/decisions'],
    ours,
    orphans: [],
    isInterrupted: false,
    branch: null,
  })
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ kind, severity }) => `${severity}: ${kind}`)

const coffee = profileOf(facts.coffee)
const divided = (terrace: number): string =>
  profileOf(
    '{ hot: true, time: morning }',
    'components:',
    '  lobby: { name: Lobby, facts: { guests: 4 } }',
    `  terrace: { name: Terrace, facts: { guests: ${terrace} } }`,
  )

describe('findings about a decision', () => {
  it('are none where the record follows, and where nothing was to be recorded', () => {
    expect(findingsIn(written(coffee), coffee)).toEqual([])
    expect(findingsIn(accepted(written(coffee)), coffee)).toEqual([])
    expect(findingsIn(noFiles, profileOf(facts.outside))).toEqual([])
  })

  it.each<[string, ExistingFiles, string, readonly string[]]>([
    ['a record that is missing', noFiles, coffee, ['error: record-missing']],
    ['another decision', written(coffee), profileOf(facts.tea), ['error: verdict-flipped']],
    [
      'another decision than the accepted one',
      accepted(written(coffee)),
      profileOf(facts.tea),
      ['error: verdict-flipped'],
    ],
    [
      'other facts',
      written(coffee),
      profileOf('{ hot: true, time: morning, guests: 5 }'),
      ['error: inputs-changed'],
    ],
    [
      'one answer of one component of an accepted decision',
      accepted(written(divided(4))),
      divided(5),
      ['note: inputs-changed'],
    ],
    ['a copy that is gone', { ...written(coffee), bases: new Map() }, coffee, ['error: base-missing']],
    [
      'evidence that is gone',
      { ...written(coffee), evidenceData: new Map() },
      coffee,
      ['error: evidence-behind'],
    ],
    [
      'an acceptance that nobody remembers',
      { ...accepted(written(coffee)), accepted: new Map() },
      coffee,
      ['warning: acceptance-unrecorded'],
    ],
  ])('tell %s', (_, existing, profile, expected) => {
    expect(told(findingsIn(existing, profile))).toEqual(expected)
  })

  it('name the component and the answer', () => {
    const [finding] = findingsIn(accepted(written(divided(4))), divided(5))
    expect(finding).toMatchObject({
      about: { cause: { facts: [{ fact: 'guests', component: 'Terrace', answer: '5' }] } },
    })
  })

  it.each([
    ['a sentence', 'There are {value} guests.', 'So many guests come, namely {value}.'],
    ['a claim', 'Coffee wakes people up.', 'Whoever drinks coffee is awake.'],
    ['the name of a driver', 'How it tastes', 'Taste'],
  ])('are none about an accepted decision where the pack words %s otherwise', (_, from, to) => {
    const reworded = drinksPack.replace(from, to)
    expect(reworded).not.toBe(drinksPack)
    expect(findingsIn(accepted(written(coffee)), coffee, reworded)).toEqual([])
  })

  it('tell another strength in the same version, and a newer version', () => {
    const weaker = drinksPack.replace(
      'driver: taste\n    strength: strong',
      'driver: taste\n    strength: moderate',
    )
    expect(told(findingsIn(accepted(written(coffee)), coffee, weaker))).toEqual(['note: inputs-changed'])
    const newer = drinksPack.replace('version: 1', 'version: 2')
    expect(told(findingsIn(accepted(written(coffee)), coffee, newer))).toEqual(['note: pack-newer'])
  })
})

describe('findings about files', () => {
  const [path = '', text = ''] = [...written(coffee).records][0] ?? []
  const withFile = (name: string, content: string): ExistingFiles => ({
    ...written(coffee),
    records: new Map([
      [path, text],
      [`docs/decisions/${name}`, content],
    ]),
  })

  it.each<[string, ExistingFiles, readonly string[]]>([
    [
      'two records with one number',
      withFile('0001-other.md', '# 1. Other\n\n## Status\n\nAccepted\n'),
      ['error: duplicate-number'],
    ],
    [
      'two files with one number, one of which is no text',
      {
        ...written(coffee),
        records: new Map([
          ...written(coffee).records,
          ['docs/decisions/0007-a.md', '# A\n\n## Status\n\nAccepted\n'],
          ['docs/decisions/0007-b.md', '# \uFFFD\n\n## Status\n\nAccepted\n'],
        ]),
      },
      ['warning: duplicate-number'],
    ],
    [
      'two records with one id',
      withFile('0002-a, b.md', text),
      ['error: duplicate-id', 'error: number-mismatch'],
    ],
    [
      'markers that git left',
      withFile('0002-other.md', '# Other\n\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'),
      ['warning: conflict-markers', 'warning: unreadable-record'],
    ],
    [
      'a status that is none',
      {
        ...written(coffee),
        records: new Map([[path, text.replace('status: proposed', 'status: perhaps')]]),
      },
      ['error: unknown-status'],
    ],
  ])('tell %s', (_, existing, expected) => {
    expect(told(findingsIn(existing, coffee))).toEqual(expected)
  })
})

describe('the advice on a number that two files have', () => {
  it.each([
    [true, 'run `madrigal renumber a/0001-b.md`'],
    [false, 'it is no UTF-8: rename it, and change its number by hand'],
  ])('is one that works, where it is UTF-8: %s', (isUtf8, advice) => {
    const about = { number: 1, other: 'a/0001-a.md', isUtf8, against: null }
    const finding = found('duplicate-number', { path: 'a/0001-b.md' }, about)
    expect(describeFinding(finding, textNotation).advice).toBe(advice)
  })
})
