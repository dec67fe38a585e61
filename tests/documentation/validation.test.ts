import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Decision } from '../../src/evaluation/decision.ts'
import type { Evaluation } from '../../src/evaluation/evaluate.ts'
import { surenessOf } from '../../src/report/verdict-words.ts'
import { evaluationOf, profileFrom } from '../support/shipped.ts'

const root = new URL('../../', import.meta.url)
const guide = readFileSync(new URL('docs/validation.md', root), 'utf8')
const typical = parse(/```yaml\n([^]*?)```/.exec(guide)?.[1] ?? '') as object

interface WrittenProfile {
  readonly project: string
  readonly facts: Readonly<Record<string, unknown>>
}

const withoutChoice: Readonly<Record<Exclude<Decision['kind'], 'chosen'>, string>> = {
  tie: 'a tie',
  'insufficient-evidence': 'too little known',
  'out-of-scope': 'not covered',
  'scope-unknown': 'not known to be covered',
  'no-option': 'ruled out',
  split: 'divided',
}

/** "Go (clear, settled)", or why there is no choice. */
function verdictOf(profile: WrittenProfile): string {
  const { verdict, pack }: Evaluation = evaluationOf(profileFrom(stringify(profile)))
  const { decision } = verdict
  if (decision.kind !== 'chosen') return withoutChoice[decision.kind]
  return `${pack.options.find(({ id }) => id === decision.option)?.name} (${surenessOf(verdict)})`
}

/** The profile with typical answers where it is silent. */
const completed = ({ project, facts, ...others }: WrittenProfile, instead: object = {}): WrittenProfile => {
  const known = Object.entries(facts).filter(([, answer]) => answer !== 'unknown')
  return { project, ...others, facts: { ...typical, ...Object.fromEntries(known), ...instead } }
}

const programs = readdirSync(new URL('examples/real/', root)).map((name) => {
  const file = new URL(`examples/real/${name}/adr-profile.yaml`, root)
  return parse(readFileSync(file, 'utf8')) as WrittenProfile
})

it.each(programs)('the table says of $project what Madrigal says', (program) => {
  expect(guide).toContain(
    `| ${program.project} | ${verdictOf(program)} | ${verdictOf(completed(program))} | `,
  )
})

it('the table says who agrees, and the text counts them', () => {
  const table = [
    ...guide.matchAll(/^\| [^|]+ \| [^|]+ \| ([^|]+) \| (Python|Go) \| (yes|no|no answer) \|$/gm),
  ].map(([, verdict = '', language = '', agreement]) => ({ verdict, language, agreement }))
  for (const { verdict, language, agreement } of table) {
    const isChoice = /^(?:Python|Go) /.test(verdict)
    expect(agreement).toBe(isChoice ? (verdict.startsWith(language) ? 'yes' : 'no') : 'no answer')
  }
  const counted = (agreement: string, degree = ''): number =>
    table.filter((row) => row.agreement === agreement && row.verdict.includes(degree)).length
  const agreeing = (degree: string): number => counted('yes', degree)
  const given = (degree: string): number => agreeing(degree) + counted('no', degree)
  expect(table).toHaveLength(programs.length)
  expect(guide).toContain(
    `${counted('yes')} of ${table.length} verdicts agree with the language, ${counted('no')} do not, and ${counted('no answer')} give no answer. ` +
      `Of ${given('clear')} clear verdicts, ${agreeing('clear')} agree; of ${given('leaning')} leaning ones, ${agreeing('leaning')}.`,
  )
})

const others = [...guide.matchAll(/^\| ([^|]+) \| (`[^|]+`) \| ([^|]+) \|$/gm)].flatMap(
  ([, names = '', instead = '', verdict = '']) =>
    names.split(', ').map((name) => ({ name, instead: instead.replaceAll('`', ''), verdict })),
)

it.each(others)('$name is $verdict with $instead', ({ name, instead, verdict }) => {
  const program = programs.find(({ project }) => project === name)
  const answers = parse(instead.replaceAll(/, (?=[a-z-]+:)/g, '\n')) as object
  expect(program && verdictOf(completed(program, answers))).toBe(verdict)
})
