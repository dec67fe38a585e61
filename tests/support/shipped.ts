import { readFileSync } from 'node:fs'
import { comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
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
export const packFrom = (name: string): Pack =>
  must(parsePack({ name, text: readFileSync(new URL(`criteria/${name}`, root), 'utf8') }))

/** The pack that most tests judge by. */
export const shippedPack: Pack = packFrom('python-vs-go.yaml')

/** A profile that asks for a decision by a shipped pack. */
export const profileFrom = (text: string, pack: Pack = shippedPack): Profile =>
  must(parseProfile({ name: 'adr-profile.yaml', text }, new Map([[pack.id, pack]])))

/** The shipped pack that a profile names. */
export const packNamedIn = (text: string): Pack =>
  packFrom(`${/criteria: ([\w-]+)$/m.exec(text)?.[1] ?? ''}.yaml`)

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
