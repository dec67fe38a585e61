import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Pack } from '../../src/criteria/pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Result } from '../../src/diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { recordFileName, recordId, slugOf } from '../../src/record-file/record-name.ts'
import { renderRecord } from '../../src/record/render-record.ts'
import { HOUSE, exampleHouse } from '../support/shipped.ts'
import { templateOf } from '../support/templates.ts'
import { breakfast, drinksPack, facts, profile } from '../cli/drinks.ts'

/** A record with what it should say to anyone who reads it. */
export interface RenderedRecord {
  readonly fileName: string
  readonly number: number
  readonly date: string
  readonly text: string
}

export type Template = 'madr' | 'nygard'

const DATE = '2026-03-29'

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.diagnostics, null, 2))
}

const read = (file: string): string => readFileSync(file, 'utf8')
const packs: ReadonlyMap<string, Pack> = new Map([
  [HOUSE, exampleHouse],
  ['criteria/drinks.yaml', valueOf(parsePack({ name: 'drinks.yaml', text: drinksPack }))],
  ...readdirSync('criteria')
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
    .map((name) => {
      const pack = valueOf(parsePack({ name, text: read(path.join('criteria', name)) }))
      return [pack.id, pack] as const
    }),
])

const templates = { madr: templateOf('madr'), nygard: templateOf('nygard') }

/** Text that would be Markdown, HTML or YAML if anybody let it. */
const hostileText = [
  '# Heading *** __bold__ ~~struck~~ `code` *emphasis* _more_',
  '<b>HTML</b> <https://example.org/a_b*c*> https://example.org/a_(b)?c=1&d=[x]. (http://example.org)',
  '[link](x.md) ![image](y.png) [^1] [ref]: /z $a$ :smile: &copy; | a | b |',
  '1. one 2) two + plus - minus > quote ::error:: {{id}} ---',
  `A very long line: ${'words and more words, '.repeat(30)}end.`,
].join('\n\n')

const hostileProfile = JSON.stringify({
  project: '*Edge* [x](y) | `z` # <b> __init__ https://example.org/a_b',
  summary: hostileText,
  deciders: ['*Ada* [x]', 'status: accepted', '- x', "O'Neil #1"],
  consulted: ['# Alan', '{x: y}'],
  decisions: [{ criteria: 'criteria/drinks.yaml' }],
  facts: { hot: true },
  components: {
    one: { name: '1. [one] *x*', summary: hostileText, facts: { time: 'morning', guests: 4 } },
    two: { name: '__two__ <i>', summary: '- x', facts: { time: 'evening', guests: 40 } },
    three: { name: '| three |', facts: { time: 'night', guests: 600 } },
  },
})

const splitProfile = breakfast('{ hot: true }', [
  'components:',
  '  terrace: { name: The terrace, facts: { time: morning, guests: 4 } }',
  '  salon: { facts: { time: evening, guests: 40 } }',
])['adr-profile.yaml']

/** Every example, every kind of verdict by the small pack, and a hostile profile. */
const profiles: readonly string[] = [
  ...readdirSync('examples', { encoding: 'utf8', recursive: true })
    .filter((file) => path.basename(file) === 'adr-profile.yaml')
    .toSorted()
    .map((file) => read(path.join('examples', file))),
  ...Object.entries(facts).map(([name, answers]) => profile(name, answers)),
  splitProfile ?? '',
  hostileProfile,
]

function evaluationOf(text: string): Evaluation {
  const parsed = valueOf(parseProfile({ name: 'adr-profile.yaml', text }, packs, [...packs.keys()]))
  const [request] = parsed.decisions
  const pack = packs.get(request?.criteria ?? '')
  if (pack === undefined) throw new Error(`no pack for ${parsed.project}`)
  return evaluate(pack, parsed, request?.dominantConstraint)
}

const evaluations = profiles.map(evaluationOf)

const recordFrom = (
  evaluation: Evaluation,
  template: Template,
  number: number,
  lineReaders = false,
): RenderedRecord => {
  const { pack, profile: subject } = evaluation
  const slug = slugOf(subject.project)
  const head = {
    id: recordId(pack.id, slug),
    number,
    date: DATE,
    profilePath: 'a b/adr-profile.yaml',
    lineReaders,
  }
  return {
    fileName: recordFileName(number, pack.topic, slug),
    number,
    date: DATE,
    text: renderRecord(buildRecord(evaluation, head), templates[template]),
  }
}

/** The kinds of verdict among them, so that a test can see that none is missing. */
export const verdictKinds: ReadonlySet<string> = new Set(
  evaluations.map(({ verdict }) => verdict.decision.kind),
)

/** All of them as records of one form, or with the head that log4brains and adr-log read. */
export const recordsOf = (template: Template, lineReaders = false): readonly RenderedRecord[] =>
  evaluations.map((evaluation, index) => recordFrom(evaluation, template, index + 1, lineReaders))

/** The record of a profile. */
export const recordFor = (text: string, template: Template): RenderedRecord =>
  recordFrom(evaluationOf(text), template, 1)

/** A record whose context is a text of the profile. */
export const recordAbout = (summary: string): RenderedRecord =>
  recordFor(profile('Breakfast', facts.coffee, `summary: ${JSON.stringify(summary)}`), 'madr')
