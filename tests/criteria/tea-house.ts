import type { Result, SourceText } from '../../src/diagnostics/diagnostic.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { parseHouse } from '../../src/criteria/parse-house.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { smallPack } from './small-pack.ts'

/** A house over the small pack: a rule, a veto, an option, an answer, and each kind of adjustment. */
export const teaHouse = `id: canteen
title: Canteen
extends: { criteria: tea-or-coffee, version: 1 }
options:
  water: { name: Water, summary: Water as it is. }
sources:
  rule-3:
    title: Rule 3
    publisher: Canteen
    url: https://canteen.example/rules/3
    verified: 2026-11-20
facts:
  fasting:
    question: Is it a day of fasting?
    type: boolean
    yes: { says: It is a day of fasting., if: it were a day of fasting }
    no: { says: It is no day of fasting., if: it were no day of fasting }
answers:
  guests: { answer: [adults], because: Children eat elsewhere., by: Rule 1 }
criteria:
  - id: only-water
    favours: water
    driver: taste
    strength: strong
    when: { fact: fasting, is: true }
    claim: Water breaks no fast.
    gain: nobody has to ask
    loss: the fast is broken
    basis: documented
    sources: [rule-3]
vetoes:
  - id: no-coffee-when-fasting
    against: coffee
    when: { fact: fasting, is: true }
    claim: Coffee is not served on a day of fasting.
    basis: judgement
    sources: []
adjust:
  - { criterion: morning-coffee, strength: weak, because: Mornings start late here., by: The cook }
`

export const teaBase = (): Pack => {
  const pack = parsePack({ name: 'pack.yaml', text: smallPack })
  if (!pack.ok) throw new Error('the small pack is wrong')
  return pack.value
}

/** The house with one part of its text replaced. */
export function houseWith(part: string, replacement: string, base = teaBase()): Result<Pack> {
  if (!teaHouse.includes(part)) throw new Error(`the house has no ${part}`)
  const source: SourceText = { name: 'house.yaml', text: teaHouse.replace(part, replacement) }
  return parseHouse(source, base)
}
