import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintPack } from '../../src/author/lint-pack.ts'
import { lintRules } from '../../src/criteria/lint-rules.ts'
import { parseHouse } from '../../src/criteria/parse-house.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { compileTemplate } from '../../src/record/compile-template.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import { plainFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { partials } from '../support/templates.ts'
import { plainDecision } from '../../src/report/plain-verdict.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The fenced blocks of a Markdown file in one language. */
const blocksOf = (path: string, language: string): readonly string[] =>
  [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  )

function packFrom(text: string): Pack {
  const pack = parsePack({ name: 'pack.yaml', text })
  if (!pack.ok)
    throw new Error(JSON.stringify(pack.diagnostics.map(({ code, arguments: given }) => [code, given])))
  return pack.value
}

const shippedPack = packFrom(read('criteria/python-vs-go.yaml'))

function evaluationOf(text: string, pack: Pack = shippedPack): Evaluation {
  const profile = parseProfile({ name: 'adr-profile.yaml', text }, new Map([[pack.id, pack]]), [pack.id])
  if (!profile.ok) throw new Error(JSON.stringify(profile.diagnostics.map(({ code }) => code)))
  return evaluate(pack, profile.value, profile.value.decisions[0]?.dominantConstraint)
}

const head = { id: 'python-vs-go/sample@1', number: 1, date: '2026-11-23', profilePath: 'adr-profile.yaml' }

describe('README.md', () => {
  const record = read('examples/network-service/docs/decisions/0001-language-for-edge-proxy.md')

  it('shows the words of a real record', () => {
    const shown = blocksOf('README.md', 'markdown')
    expect(shown).toHaveLength(2)
    for (const block of shown) expect(record).toContain(block.trimEnd())
  })

  it('shows a profile that can be decided on', () => {
    const [profile = ''] = blocksOf('README.md', 'yaml')
    expect(['chosen', 'split']).toContain(evaluationOf(profile).verdict.decision.kind)
  })

  it('names the two commands, and the manifest has them', () => {
    const [commands] = blocksOf('README.md', 'sh')
    expect(commands).toBe('npm ci && npm start\nnpm ci && npm test\n')
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'check']))
  })
})

describe('docs/packs.md', () => {
  it('shows a pack that is right and can decide', () => {
    const [text = ''] = blocksOf('docs/packs.md', 'yaml')
    const pack = packFrom(text)
    const profile =
      'project: Sample\ndecisions: [{ criteria: tabs-vs-spaces }]\nfacts: { formatter: gofmt, width-preferences: true }\n'
    expect(plainDecision(evaluationOf(profile, pack))).toBe('Indent Sample with tabs (clear, settled)')
  })

  it('shows what a pack may have and seldom has', () => {
    const { burden, askFirst, replaced, watch } = packFrom(blocksOf('docs/packs.md', 'yaml')[0] ?? '')
    expect(burden).toBeDefined()
    expect(watch.map((point) => point.if)).toEqual(['its readers want to choose the width themselves'])
    expect([askFirst, replaced.map(({ id }) => id)]).toEqual([['formatter'], ['language', 'tab-width']])
  })
})

describe('docs/packs.md, checking a pack', () => {
  it('shows cases that are as expected', async () => {
    const [pack = '', cases = ''] = blocksOf('docs/packs.md', 'yaml')
    const [stdout = ''] = blocksOf('docs/packs.md', 'text')
    await using folder = await plainFolder({ 'adr/pack.yaml': pack, 'adr/pack.test.yaml': cases })
    await inProcess(folder, 'criteria', 'test', 'adr/pack.yaml').gives({ stdout })
  })
})

describe('docs/packs.md, house rules', () => {
  it('shows a house over the shipped pack that is right', () => {
    const text = blocksOf('docs/packs.md', 'yaml').find((block) => /^extends:/m.test(block)) ?? ''
    const house = parseHouse({ name: 'house.yaml', text }, shippedPack)
    expect(house.ok ? house.value.house?.title : house.diagnostics).toBe('Acme')
  })
})

describe('docs/packs.md, the lint', () => {
  it('explains every rule', () => {
    const named = [...read('docs/packs.md').matchAll(/^\| `([a-z-]+)` \| [A-Z].* \| .* \|$/gm)]
    expect(named.map(([, rule]) => rule)).toEqual(lintRules)
  })

  it('silences what it says it does', () => {
    const [pack = '', , silence = ''] = blocksOf('docs/packs.md', 'yaml')
    const findings = (text: string) => lintPack(packFrom(text)).map(({ rule, at }) => `${rule} ${at}`)
    expect(findings(pack)).toContain('one-sided-driver readers')
    expect(findings(pack + silence)).toEqual(
      findings(pack).filter((found) => found !== 'one-sided-driver readers'),
    )
  })
})

describe('docs/records.md', () => {
  const evaluation = evaluationOf(read('examples/split-system/adr-profile.yaml'))
  const view = buildRecord(evaluation, head)

  it('shows a template that renders', () => {
    const [text = ''] = blocksOf('docs/records.md', 'handlebars')
    const rendered = renderRecord(view, compileTemplate({ text, partials }))
    expect(rendered).toContain('# Write Failure model in Python and Vehicle gateway in Go')
    expect(rendered).toContain('id: python-vs-go/sample@1')
  })

  it('names every field that a template may show', () => {
    const fields = [...read('docs/records.md').matchAll(/`([a-zA-Z.]+)`/g)].map(
      ([, field = '']) => field.split('.')[0],
    )
    // What is cited becomes the lines of the sources.
    const { cited: _, ...given } = view
    for (const field of Object.keys(given)) expect(fields).toContain(field)
  })
})
