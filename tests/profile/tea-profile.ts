import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Diagnostic, Result, SourceText } from '../../src/diagnostics/diagnostic.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import type { Profile } from '../../src/profile/profile.ts'
import type { PackOutline } from '../../src/profile/read-decisions.ts'
import { smallPack } from '../criteria/small-pack.ts'

export function teaPack(): PackOutline {
  const pack = parsePack({ name: 'tea-or-coffee.yaml', text: smallPack })
  if (!pack.ok) throw new Error('the small pack is wrong')
  return pack.value
}

const packs = new Map([['tea-or-coffee', teaPack()]])

export function profileSource(text: string): SourceText {
  return { name: 'adr-profile.yaml', text }
}

/** A profile that decides between tea and coffee, with more lines after it. */
export function teaProfile(...lines: readonly string[]): SourceText {
  return profileSource(
    ['project: Breakfast', 'decisions:', '  - criteria: tea-or-coffee', ...lines, ''].join('\n'),
  )
}

export function readProfile(source: SourceText): Result<Profile> {
  return parseProfile(source, packs, ['tea-or-coffee', 'python-vs-go'])
}

export function problemsOf(result: Result<unknown>): readonly Diagnostic[] {
  return result.ok ? [] : result.diagnostics
}
