import type { Pack } from '../criteria/pack.ts'
import { favoursAll } from '../evaluation/evidence.ts'
import { countOf, upperFirst, wordFor } from '../record/words.ts'
import { harmless, wrap } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import type { Coverage, Reach } from './coverage.ts'
import type { JudgedCase } from './judge-case.ts'
import { writtenId } from './own-entries.ts'
import { namesIn } from './verdict-words.ts'

/** The cases of a pack, judged. */
export interface JudgedPack {
  readonly pack: Pack
  /** The file of the cases, as people see it. */
  readonly file: string
  readonly cases: readonly JudgedCase[]
  readonly coverage: Coverage
}

export const failedOf = ({ cases }: JudgedPack): readonly JudgedCase[] =>
  cases.filter(({ differences }) => differences.length > 0)

/** What each case that fails expected and what was found, and what no case reaches. */
export function casesText(judged: readonly JudgedPack[], width: number): string {
  return harmless(judged.map((one) => packText(one, width)).join('\n'))
}

function packText(judged: JudgedPack, width: number): string {
  const { pack, file, cases, coverage } = judged
  const failed = failedOf(judged)
  const result =
    cases.length === 0
      ? `no case in ${makeVisible(file)}`
      : failed.length === 0
        ? `${countOf(cases.length, 'case')}, all as expected`
        : `${countOf(cases.length, 'case')}, ${wordFor(failed.length)} not as expected`
  return [
    ...failed.map((one) => `${failureText(pack, file, one, width)}\n`),
    `${writtenId(pack)}: ${result}\n`,
    ...missingLines(coverage).map((line) => `  ${wrap(line, width - 2, '    ')}\n`),
  ].join('')
}

const reachLines = (nouns: string, { of, missing }: Reach): readonly string[] =>
  missing.length === 0 ? [] : [`${missing.length} of ${of} ${nouns} reached by no case: ${namesIn(missing)}`]

function missingLines({ criteria, vetoes, watch, answers }: Coverage): readonly string[] {
  const listed = answers.map(({ fact, missing }) => `${fact} ${missing.join(', ')}`)
  return [
    ...reachLines('criteria', criteria),
    ...reachLines('vetoes', vetoes),
    ...reachLines('watch points', watch),
    ...(listed.length === 0 ? [] : [`answers that no case gives: ${listed.join('; ')}`]),
  ]
}

const introductions = {
  verdict: '',
  settled: '',
  drivers: '',
  holds: '',
  record: '',
  cut: 'cut into two components that add nothing: ',
  order: 'with options and criteria in another order: ',
} as const

function failureText(pack: Pack, file: string, judged: JudgedCase, width: number): string {
  const { packCase, differences } = judged
  const { name, line, column } = packCase
  const told = differences.map(
    ({ about, expected, found }) => `${introductions[about]}expected ${expected}; found ${found}`,
  )
  return makeLines([
    upperFirst(makeVisible(name)),
    ` --> ${makeVisible(file)}:${line}:${column}`,
    ...told.map((text) => `  ${wrap(makeVisible(text), width - 2, '    ')}`),
    ...heldLines(pack, judged).map((text) => `  ${wrap(makeVisible(text), width - 2, '    ')}`),
  ])
}

const makeLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** What speaks for each option and against it, by the criteria that hold. */
function heldLines(pack: Pack, { evaluation: { profile, covered } }: JudgedCase): readonly string[] {
  return covered.flatMap(({ component, criteria, vetoes }) => {
    const whom = profile.divided ? `\`${component.id}\`, ` : ''
    const holding = criteria.filter(({ rule, truth }) => truth === 'true' && !favoursAll(pack, rule))
    const ruled = vetoes.filter(({ truth }) => truth === 'true')
    return [
      ...pack.options.flatMap(({ id }) => {
        const [mine, others] = [
          holding.filter(({ rule }) => rule.against === undefined && rule.favours.includes(id)),
          holding.filter(({ rule }) => rule.against?.includes(id) === true),
        ].map((voices) =>
          voices.map(({ rule }) => `${rule.driver} ${rule.strength} (\`${rule.id}\`)`).join(', '),
        )
        return [
          ...(mine ? [`${whom}for \`${id}\`: ${mine}`] : []),
          ...(others ? [`${whom}against \`${id}\`: ${others}`] : []),
        ]
      }),
      ...ruled.map(({ rule }) => `${whom}against ${namesIn(rule.against)}: veto \`${rule.id}\``),
    ]
  })
}
