import { readFileSync } from 'node:fs'
import type { Pack } from '../../src/criteria/pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Diagnostic, Result } from '../../src/diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { changeFacts } from '../../src/profile/change-facts.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import type { Profile } from '../../src/profile/profile.ts'

const root = new URL('../../', import.meta.url)

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.diagnostics.map(({ code }: Diagnostic) => code)))
}

/** The pack that comes with Madrigal. */
export const shippedPack: Pack = must(
  parsePack({
    name: 'python-vs-go.yaml',
    text: readFileSync(new URL('criteria/python-vs-go.yaml', root), 'utf8'),
  }),
)

/** A profile that asks for a decision by the shipped pack. */
export const profileFrom = (text: string): Profile =>
  must(parseProfile({ name: 'adr-profile.yaml', text }, new Map([[shippedPack.id, shippedPack]])))

/** The text of the profile of an example. */
export const exampleText = (name: string): string =>
  readFileSync(new URL(`examples/${name}/adr-profile.yaml`, root), 'utf8')

/** The evaluation of a profile by the shipped pack. */
export function evaluationOf(profile: Profile): Evaluation {
  const [decision] = profile.decisions
  return evaluate(shippedPack, profile, decision?.dominantConstraint)
}

/** The profile without its first answers, in the order of the pack; the one that the scope asks for goes last. */
export function leaveOpen(profile: Profile, count: number): Profile {
  const facts = shippedPack.facts.toSorted((a, b) => Number(a.id === 'runs-on') - Number(b.id === 'runs-on'))
  const holders = profile.divided ? profile.components.map(({ id }) => id) : [null]
  return changeFacts(
    profile,
    facts
      .slice(0, count)
      .flatMap((fact) => holders.map((component) => ({ component, fact, state: { state: 'unanswered' } }))),
  )
}
