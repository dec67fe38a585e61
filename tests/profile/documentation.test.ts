import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { problemsOf } from './tea-profile.ts'

it('accepts the example of docs/profile.md', () => {
  const name = 'criteria/python-vs-go.yaml'
  const pack = parsePack({ name, text: readFileSync(name, 'utf8') })
  if (!pack.ok) throw new Error('the shipped pack is wrong')
  const [, text = ''] = /^```yaml\n(.*?)^```$/ms.exec(readFileSync('docs/profile.md', 'utf8')) ?? []
  const profile = parseProfile({ name: 'docs/profile.md', text }, new Map([['python-vs-go', pack.value]]))
  expect(problemsOf(profile).map((problem) => formatDiagnostic(problem, { colour: false }))).toEqual([])
  expect(profile).toMatchObject({
    ok: true,
    value: { divided: true, components: [{ id: 'reconciliation' }, { id: 'query-api' }] },
  })
})
