import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type WrittenAnswer, editProfile } from '../../src/profile/edit-profile.ts'
import { tries } from '../support/arbitraries.ts'
import { factIds, profileTexts } from './profile-layouts.ts'
import { problemsOf } from './tea-profile.ts'

const answers = fc.constantFrom<WrittenAnswer['answer']>(
  'unknown',
  'evening',
  'null',
  true,
  false,
  0,
  -2.5,
  [],
  ['adults'],
  ['a', '3-b'],
)

type Said = Readonly<Record<string, unknown>>

const mapAt = (map: Said, key: string): Said => (map[key] ?? {}) as Said

const ownerIn = (profile: Said, component: string | null): Said =>
  component === null ? profile : mapAt(mapAt(profile, 'components'), component)

/** What a profile says once it says an answer. */
function withAnswer(profile: Said, { component, fact, answer }: WrittenAnswer): Said {
  const owner = ownerIn(profile, component)
  const said = { ...owner, facts: { ...mapAt(owner, 'facts'), [fact]: answer } }
  return component === null
    ? said
    : { ...profile, components: { ...mapAt(profile, 'components'), [component]: said } }
}

const remarksIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|\s)#.*$/gm)].map(([remark]) => remark.trimEnd())

const linesIn = (text: string): readonly string[] => text.split(/(?<=\n)/)

/** How many lines of a text another one has, in front of the first and behind the last that it has not. */
function countShared(before: readonly string[], after: readonly string[]): number {
  const start = before.findIndex((line, index) => line !== after[index])
  if (start === -1) return before.length
  const [left, right] = [before.slice(start).toReversed(), after.slice(start).toReversed()]
  const end = left.findIndex((line, index) => line !== right[index])
  return start + (end === -1 ? left.length : end)
}

/** A profile and an answer, for the project or for a component that it has. */
const edits = fc
  .tuple(profileTexts, fc.constantFrom(null, 'a', 'b'), fc.constantFrom(...factIds, 'water'), answers)
  .map(([text, part, fact, answer]) => {
    const before = parse(text) as Said
    const written: WrittenAnswer = { component: before['components'] ? part : null, fact, answer }
    const edited = editProfile({ name: 'adr-profile.yaml', text }, written)
    return { before, text, written, problems: problemsOf(edited), edited: edited.ok ? edited.value : '' }
  })

describe('an answer to any profile', () => {
  it('is what the profile then says; all else is as it was', () => {
    fc.assert(
      fc.property(edits, ({ before, text, written, problems, edited }) => {
        expect(problems).toEqual([])
        expect(parse(edited)).toEqual(withAnswer(before, written))
        expect(remarksIn(edited)).toEqual(remarksIn(text))
        expect(edited.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
        expect(edited.endsWith('\n')).toBe(text.endsWith('\n'))
        expect(/(?<!\r)\n/.test(edited)).toBe(/(?<!\r)\n/.test(text))
      }),
      tries(600),
    )
  })

  it('changes one line at most where there was none, and the line break of the last one', () => {
    fc.assert(
      fc.property(edits, ({ before, text, written, edited }) => {
        const { [written.fact]: answer = null } = mapAt(ownerIn(before, written.component), 'facts')
        const [lines, changed] = [linesIn(text), text.endsWith('\n') ? 1 : 2]
        fc.pre(answer === null)
        expect(countShared(lines, linesIn(edited))).toBeGreaterThanOrEqual(lines.length - changed)
      }),
      tries(300),
    )
  })
})
