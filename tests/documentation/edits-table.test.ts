import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planChanges } from '../../src/plan/plan-changes.ts'
import { type ExistingFiles, type WantedRecord, noFiles } from '../../src/plan/wanted-record.ts'
import { wantedDecisions } from '../../src/plan/wanted-decisions.ts'
import { exampleText, profileFrom, shippedPack } from '../support/shipped.ts'
import { templateOf } from '../support/templates.ts'
import { naturalEdits } from './natural-edits.ts'

const guide = new URL('../../docs/regenerating.md', import.meta.url)
const profile = exampleText('network-service')

const replaced = (text: string, pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs).reduce((now, [from, to]) => {
    expect(now).toContain(from)
    return now.replace(from, to)
  }, text)

/** Six changes of facts, and a flip: what the profile says on the next day. */
const changes = {
  'the summary': { 'sheds load when': 'drops load when' },
  'a decider more': { 'Alan Turing]': 'Alan Turing, Grace Hopper]' },
  'a reason less': { 'estate: [go-services]': 'estate: []' },
  'another reason': { '[types-checked]': '[fast-builds]' },
  'a number': { '20000': '40000' },
  'an answer less': { '  deadlines: true\n': '' },
  'the decision': {
    '[network-component]': '[analysis]',
    'may-assume: nothing': 'may-assume: managed-packages',
    'builds-on: []': 'builds-on: [data-frames]',
    'way-of-working: nothing-special': 'way-of-working: exploration',
  },
} as const

const wantedBy = (text: string): readonly WantedRecord[] =>
  wantedDecisions(profileFrom(text), new Map([[shippedPack.id, shippedPack]]), {
    directory: 'docs/decisions',
    profilePath: 'adr-profile.yaml',
    template: templateOf('madr'),
  }).map(({ record }) => record)

const first = planChanges(wantedBy(profile), noFiles, '2026-11-01').writes
const path = first[0]?.path ?? ''
const written = first[0]?.text ?? ''
const support = new Map(first.map((write) => [write.path, write.text ?? '']))
const [id = ''] = wantedBy(profile).map((record) => record.id)
const wanted = Object.values(changes).map((pairs) => wantedBy(replaced(profile, pairs)))

const filesWith = (record: string): ExistingFiles => ({
  ...noFiles,
  records: new Map([[path, record]]),
  bases: new Map([[id, written]]),
  evidence: new Map([[id, support.get(`.madrigal/evidence/${id}.md`) ?? '']]),
  evidenceData: new Map([[id, support.get(`.madrigal/evidence/${id}.json`) ?? '']]),
  isFirstRun: false,
})

const words: Readonly<Record<string, string>> = {
  supersede: 'another record',
  'still-follows': 'kept',
  unchanged: 'kept',
}

/** What becomes of an edited record on the next day, for each of the changes. */
const outcomesOf = (edited: string): readonly string[] =>
  wanted.map((records) => {
    const { changes: planned, writes, needsPerson } = planChanges(records, filesWith(edited), '2026-11-02')
    const after = writes.find((write) => write.path === path)?.text ?? edited
    if (edited.includes('HANDS')) expect(after).toContain('HANDS')
    if (needsPerson) return 'stops'
    return words[planned[0]?.kind ?? ''] ?? 'merged'
  })

const rows = Object.entries(naturalEdits).map(([name, edit]) => {
  const edited = edit(written)
  return { name, edited, outcomes: outcomesOf(edited) }
})

const tableOf = (): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const head = ['a person wrote', ...Object.keys(changes)]
  return [head, head.map(() => '---'), ...rows.map(({ name, outcomes }) => [name, ...outcomes])]
    .map(line)
    .join('')
}

describe('thirty natural edits, six changes of facts and a flip', () => {
  it.each(rows)('$name is an edit', ({ edited }) => expect(edited).not.toBe(written))

  it('stop only where both change one statement, or words stand below a decision that flips', () => {
    const stops = rows.flatMap(({ name, outcomes }) =>
      outcomes.flatMap((outcome, index) =>
        outcome === 'stops' ? [`${name}: ${Object.keys(changes)[index]}`] : [],
      ),
    )
    expect(stops).toEqual([
      'a paragraph below Decision Outcome: the decision',
      'a paragraph below the decision: the decision',
      'a paragraph below Why: the decision',
      'a reason of their own: the decision',
      'a bullet among the consequences: the decision',
      'a bullet after the consequences: the decision',
      'a reworded consequence: the decision',
      'a link in a sentence of the machine: a reason less',
      'a link in a sentence of the machine: the decision',
      'a typo in the summary: the summary',
      'a reworded title: the decision',
    ])
  })

  it('are a table in docs/regenerating.md', () => {
    const text = readFileSync(guide, 'utf8')
    const now = text.replace(/\| a person wrote \|[^]*?\n(?=\n)/, () => tableOf())
    if (process.env['UPDATE_DOCUMENTATION']) writeFileSync(guide, now)
    else expect(text).toBe(now)
    expect(text).toContain('| a person wrote |')
  })
})
