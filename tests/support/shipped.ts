import { readFileSync } from 'node:fs'
import { comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { parseHouse } from '../../src/criteria/parse-house.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Diagnostic, Result } from '../../src/diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import type { Profile } from '../../src/profile/profile.ts'

const root = new URL('../../', import.meta.url)

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.diagnostics.map(({ code }: Diagnostic) => code)))
}

/** A pack that comes with Madrigal, by the name of its file. */
const packFrom = (name: string): Pack =>
  must(parsePack({ name, text: readFileSync(new URL(`criteria/${name}`, root), 'utf8') }))

/** The pack that most tests judge by. */
export const shippedPack: Pack = packFrom('python-vs-go.yaml')

/** As the profile of an example names it. */
export const HOUSE = './adr/house.yaml'

/** The house of the example that has one. */
export const exampleHouse: Pack = must(
  parseHouse(
    { name: HOUSE, text: readFileSync(new URL(`examples/house-criteria/${HOUSE}`, root), 'utf8') },
    shippedPack,
  ),
)

/** A profile that asks for a decision by a shipped pack, or by a house over one. */
export const profileFrom = (text: string, pack: Pack = shippedPack): Profile =>
  must(
    parseProfile(
      { name: 'adr-profile.yaml', text },
      new Map([[pack.house === undefined ? pack.id : HOUSE, pack]]),
    ),
  )

/** The pack that the profile of an example names. */
export function packNamedIn(text: string): Pack {
  const [, name = ''] = /criteria: (\S+)$/m.exec(text) ?? []
  return name === HOUSE ? exampleHouse : packFrom(`${name}.yaml`)
}

/** The text of the profile of an example. */
export const exampleText = (name: string): string =>
  readFileSync(new URL(`examples/${name}/adr-profile.yaml`, root), 'utf8')

/** The evaluation of a profile by a shipped pack. */
export function evaluationOf(profile: Profile, pack: Pack = shippedPack): Evaluation {
  const [decision] = profile.decisions
  return evaluate(pack, profile, decision?.dominantConstraint)
}

/** The profile without its first answers, in the order of the pack; those that the scope asks for go last. */
export function leaveOpen(profile: Profile, count: number): Profile {
  const scope = new Set(comparisonsOf(shippedPack.scope.when).map(({ fact }) => fact))
  const facts = shippedPack.facts.toSorted((a, b) => Number(scope.has(a.id)) - Number(scope.has(b.id)))
  const open = facts.slice(0, count).map(({ id }) => [id, { state: 'unanswered' }] as const)
  return {
    ...profile,
    components: profile.components.map((component) => ({
      ...component,
      facts: new Map([...component.facts, ...open]),
      inherited: new Set([...component.inherited, ...open.map(([id]) => id)]),
    })),
  }
}
