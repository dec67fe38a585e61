import { describe, expect, it } from 'vitest'
import { planChanges } from '../../src/plan/plan-changes.ts'
import type { ExistingFiles, WantedRecord } from '../../src/plan/wanted-record.ts'
import { evidenceJson } from '../../src/record/evidence/evidence-data.ts'
import { textOfEvidence } from '../../src/record/evidence/evidence-text.ts'
import { bareSupport, noEvidence } from '../support/evidence.ts'

const id = 'pack/agent@1'
const path = 'docs/decisions/0001-language-for-agent.md'
const evidence = '.madrigal/evidence/pack/agent@1.md'
const data = '.madrigal/evidence/pack/agent@1.json'
const { lines, data: content } = bareSupport()
const text = textOfEvidence(lines)
const json = evidenceJson(content)

const record = (status: string): string =>
  `---\nstatus: ${status}\ndate: 2026-01-01\nid: ${id}\n---\n\n# Use A\n\nChosen option: "A", because it fits.\n`

const wanted: WantedRecord = {
  id,
  topic: 'language',
  subject: 'agent',
  directory: 'docs/decisions',
  worthCreating: true,
  evidence: [],
  options: ['A', 'B'],
  chosen: ['A'],
  render: () => record('proposed'),
  support: bareSupport,
}

const files = (status: string, more: Partial<ExistingFiles> = {}): ExistingFiles => ({
  records: new Map([[path, record(status)]]),
  bases: new Map([[id, record('proposed')]]),
  accepted: new Map(status === 'proposed' ? [] : [[id, record(status)]]),
  pending: new Map(),
  isFirstRun: false,
  ...noEvidence,
  ...more,
})

const writesFor = (existing: ExistingFiles) =>
  planChanges([wanted], existing, '2026-02-02').writes.map(({ path: at, text: after, expected }) => ({
    at,
    after,
    expected,
  }))

const both = (markdown: string, structured: string): Partial<ExistingFiles> => ({
  evidence: new Map([[id, markdown]]),
  evidenceData: new Map([[id, structured]]),
})

describe('the evidence of a proposed record', () => {
  it('is written with it', () => {
    const existing = { ...files('proposed'), records: new Map(), bases: new Map() }
    expect(writesFor(existing).map(({ at }) => at)).toEqual([
      path,
      '.madrigal/base/pack/agent@1.md',
      evidence,
      data,
    ])
  })

  it('is written where it is missing, edited or torn by git, and left alone where it is as it should be', () => {
    expect(writesFor(files('proposed'))).toHaveLength(2)
    const torn = `<<<<<<< ours\n${text}=======\nother\n>>>>>>> theirs\n`
    expect(writesFor(files('proposed', both(torn, json)))).toEqual([
      { at: evidence, after: text, expected: torn },
    ])
    expect(writesFor(files('proposed', both(text, json)))).toEqual([])
    expect(writesFor(files('proposed', both(text.replaceAll('\n', '\r\n'), json)))).toEqual([])
  })
})

describe('the evidence of an accepted record', () => {
  it('stays as it was then', () => {
    expect(writesFor(files('accepted', both('# As it was\n', json)))).toEqual([])
  })

  it('is that of today where none was kept', () => {
    expect(writesFor(files('accepted')).map(({ at }) => at)).toEqual([evidence, data])
  })
})

it.each(['rejected', 'deprecated', 'superseded'])('nothing is written for a %s record', (status) => {
  expect(writesFor(files(status))).toEqual([])
})
