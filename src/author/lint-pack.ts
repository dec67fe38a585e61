import { type LintRule, type Silence, lintRules } from '../criteria/lint-rules.ts'
import type { Pack } from '../criteria/pack.ts'
import { monthsBefore } from '../record-file/months-before.ts'
import { findEmptyConditions } from './lint-conditions.ts'
import type { LintFinding } from './lint-finding.ts'
import { findOldSources, findWholeSites } from './lint-sources.ts'
import { findBareWatchPoints, findLong, findNamedOptions, findStops } from './lint-texts.ts'
import * as weights from './lint-weights.ts'

/** How old a pack and its sources may be. */
export interface LintAge {
  /** The day to count from, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly months: number
}

const checks: readonly ((pack: Pack) => readonly LintFinding[])[] = [
  findEmptyConditions,
  weights.findSilentOptions,
  weights.findOneSidedDrivers,
  weights.findUnevenOptions,
  weights.findRepeatedCauses,
  weights.findCountedOnce,
  weights.findStrongJudgements,
  weights.findUnusedFacts,
  weights.findUnusedDrivers,
  findNamedOptions,
  findBareWatchPoints,
  findLong,
  findStops,
  weights.findSharedSources,
  findWholeSites,
]

/**
 * Point out what the author of a pack should look at again: rules that can never count or always do, causes that count twice,
 * loud judgement, options that are not asked about evenly, texts too long for a page. None of it is an error.
 *
 * @param pack a pack that `parsePack` has accepted
 * @param age how old sources may be; any age where it is left out
 * @returns what its own `lint` does not silence, and what of that silences nothing
 */
export function lintPack(pack: Pack, age?: LintAge): readonly LintFinding[] {
  const all = findAll(pack, age)
  const silences = pack.lint ?? []
  const idle = silences.filter(
    (silence) =>
      (silence.rule !== 'old-source' || age !== undefined) &&
      !all.some((finding) => isSilenced(finding, silence)),
  )
  return [
    ...all.filter((finding) => !silences.some((silence) => isSilenced(finding, silence))),
    ...idle.map((silence) => idleFinding(silence, silences.indexOf(silence))),
  ]
}

/** What is found; in a house, what it brings about. */
function findAll(pack: Pack, age: LintAge | undefined): readonly LintFinding[] {
  const found = checks.flatMap((check) => check(pack))
  const old = age === undefined ? [] : findOldSources(pack, monthsBefore(age.asOf, age.months), age.months)
  const all = [...found, ...old].toSorted((a, b) => placeOf(a.rule) - placeOf(b.rule))
  if (pack.house === undefined) return all
  const { base } = pack.house
  const before = findAll(base, age)
  // What only a disabled criterion made use of stays in the comparison: a house cannot leave it out.
  const kept = new Set([...base.drivers, ...base.facts].map(({ id }) => id))
  return all.filter(
    ({ rule, at }) =>
      !before.some((one) => one.rule === rule && one.at === at) &&
      !(['unused-driver', 'unused-fact'].includes(rule) && kept.has(at)),
  )
}

const placeOf = (rule: LintRule): number => lintRules.indexOf(rule)

const isSilenced = ({ rule, at }: LintFinding, silence: Silence): boolean =>
  silence.rule === rule && (silence.at === undefined || silence.at === at)

const idleFinding = ({ rule, at }: Silence, index: number): LintFinding => ({
  rule: 'unused-silence',
  at: at ?? rule,
  path: ['lint', String(index)],
  message: `\`${rule}\`${at === undefined ? '' : ` at \`${at}\``} is silenced, and finds nothing`,
  help: 'leave the silence out',
})
