import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Pack, Source } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { explain } from '../../src/explain/explain.ts'
import { explanationText } from '../../src/explain/explanation-text.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { evidenceText } from '../../src/record/evidence/evidence-text.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { packText } from '../../src/report/pack-text.ts'
import { packWith } from '../criteria/small-pack.ts'
import {
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  head,
  is,
} from '../support/build.ts'
import { templateOf } from '../support/templates.ts'
import { htmlOf } from './rendered.ts'

const day = '2026-01-01'
const rules: Source = {
  id: 'rules',
  title: 'Our rules',
  publisher: 'We',
  path: 'docs/our (rules).md#a-1',
  verified: day,
}
const wiki: Source = {
  id: 'wiki',
  title: 'The wiki',
  publisher: 'We',
  where: 'http://wiki.internal/queues, javascript:alert(1)',
  verified: day,
}
const pack: Pack = {
  ...buildPack({
    options: ['tea', 'coffee'],
    facts: [booleanFact('hot')],
    criteria: [rules, wiki].map(({ id }) => ({
      ...criterion(id, 'tea', id, 'strong', is('hot')),
      basis: 'documented',
      sources: [id],
    })),
  }),
  sources: [rules, wiki],
}
const evaluation = evaluate(pack, buildProfile(buildComponent('only', { hot: true })))
const evidence = '../../.madrigal/evidence/test-pack/x@1.md'
const record = (place: string) =>
  renderRecord(buildRecord(evaluation, { ...head, evidence: place }), templateOf('madr'))

describe('a source that is not on the web', () => {
  it('leads from a record to the file of the repository, or to the evidence that says where it is', () => {
    expect(record(evidence)).toContain('[rules]: <../../docs/our (rules).md#a-1>\n')
    expect(record(evidence)).toContain(`[wiki]: ${evidence}\n`)
    expect(record('.madrigal/evidence/x@1.md')).toContain('[rules]: <docs/our (rules).md#a-1>\n')
    expect(record('')).toContain('[rules]: #\n[wiki]: #\n')
  })

  it('is listed with its place', () => {
    expect(record(evidence)).toContain(
      '- We: [Our rules][rules] (`docs/our (rules).md#a-1`), [The wiki][wiki] (http://wiki.internal/queues, javascript:alert(1))\n',
    )
    expect(htmlOf(record(evidence))).not.toContain('href="javascript')
  })

  it('stands with its place in the evidence, in explanations and in the pack', () => {
    const text = evidenceText(evaluation, 'adr-profile.yaml')
    expect(text).toContain('Documented: Our rules (`docs/our (rules).md#a-1`).')
    expect(text).toContain('- The wiki (http://wiki.internal/queues, javascript:alert(1)), We, verified')
    const layout = { width: 200, colour: false }
    expect(explanationText(evaluation, explain(evaluation), 'p.yaml', layout)).toContain(
      '[1] Our rules, We, verified 2026-01-01.\n    docs/our (rules).md#a-1\n',
    )
    expect(packText(pack, layout)).toContain('The wiki, We, verified 2026-01-01\n    http://wiki.internal')
  })
})

describe('a pack', () => {
  const problemsWith = (place: string) => {
    const result = parsePack(packWith('    url: https://example.org/leaves\n', place))
    return result.ok ? [] : result.diagnostics.map((problem) => formatDiagnostic(problem, { colour: false }))
  }

  it.each([
    ['    path: docs/rules.md\n'],
    ['    path: Grüße/a b@1.md#part-2\n'],
    ['    where: "http://wiki.internal/queues"\n'],
    ['    where: The contract with the supplier, section 4\n'],
  ])('may place a source by %j', (place) => {
    expect(problemsWith(place)).toEqual([])
  })

  it.each([
    ['', 'missing key `url`, `path` or `where`'],
    ['    url: https://example.org/a\n    where: here\n', '`where` cannot stand beside `url`'],
    ['    url: http://wiki.internal/\n', 'is not an address'],
    ['    path: ../secret.md\n', '`../secret.md` is not a file inside the repository'],
    ['    path: /etc/passwd\n', 'is not a file inside the repository'],
    ['    path: .git/config\n', 'is not a file inside the repository'],
    ['    path: "javascript:alert(1)"\n', 'is not a file inside the repository'],
    ['    path: "a>b"\n', 'is not a file inside the repository'],
    ['    path: "a\\nb"\n', 'is not a file inside the repository'],
    ['    where: "[here](javascript:alert(1))"\n', 'found markup'],
    ['    where: "<b>here</b>"\n', 'found markup'],
  ])('may not place one by %j', (place, message) => {
    expect(problemsWith(place)).toEqual([expect.stringContaining(message)])
  })
})
