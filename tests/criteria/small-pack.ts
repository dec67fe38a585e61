import type { SourceText } from '../../src/diagnostics/diagnostic.ts'

/** The smallest pack that has one of everything. */
export const smallPack = `id: tea-or-coffee
version: 1
title: Tea or coffee
topic: drink
question: the drink it is served with
imperative: { verb: Serve, preposition: with }
summary: Compares two drinks.
verified: 2026-11-23

options:
  tea: { name: Tea, summary: Leaves in hot water. }
  coffee: { name: Coffee, summary: Beans in hot water. }

sources:
  leaf-book:
    title: The book of leaves
    publisher: Leaf Press
    url: https://example.org/leaves
    verified: 2026-11-23

scope:
  when: { fact: water, is: true }
  inside: It covers hot drinks.
  outside: Without water there is nothing to compare.
  basis: judgement
  sources: []

drivers:
  taste: { name: How it tastes }
  effort: { name: How much work it is }

facts:
  water:
    question: Is there hot water?
    type: boolean
    yes: { says: There is hot water., if: there were hot water }
    no: { says: There is no hot water., if: there were no hot water }
    assume: true
  time:
    question: When is it served?
    type: one-of
    says: It is served {value}.
    if: it were served {value}
    values:
      morning: { label: in the morning }
      evening: { label: in the evening, means: After dinner. }
  guests:
    question: Who drinks it?
    type: set-of
    says: It is for {values}.
    empty: It is for nobody.
    if-added: it were also for {value}
    if-removed: it were not for {value}
    values:
      adults: { label: adults, also: [grown-ups, elders] }
      children: { label: children }
  cups:
    question: How many cups?
    type: number
    unit: cups
    minimum: 0
    maximum: 100
    says: It takes {value} cups.
    if: it took {value} cups

criteria:
  - id: morning-coffee
    favours: coffee
    driver: taste
    strength: strong
    when: { fact: time, is: morning }
    claim: Coffee wakes people up.
    gain: people wake up
    loss: people stay asleep
    basis: documented
    sources: [leaf-book]
  - id: many-cups
    favours: [tea]
    driver: effort
    strength: moderate
    when:
      all:
        - { fact: cups, at-least: 10 }
        - not: { fact: guests, includes-any: [adults] }
    claim: A pot of tea is made at once.
    gain: one pot is enough
    loss: every cup is made by hand
    basis: judgement
    sources: []

vetoes:
  - { id: late, against: coffee, when: { fact: time, in: [evening] }, claim: Nobody sleeps., basis: judgement, sources: [] }

shared:
  - { id: warm, text: Both are warm., basis: judgement, sources: [] }

differences:
  - id: colour
    dimension: Colour
    drivers: [taste]
    options:
      tea: { text: tea is green, bearing: good, basis: partial, sources: [leaf-book] }
      coffee: { text: coffee is brown, basis: judgement, sources: [] }

watch:
  - { id: hot, options: [tea], title: It is hot., text: It burns., mitigation: Wait., basis: judgement, sources: [] }

boundary:
  advice:
    - { id: tray, title: one tray, text: Use one tray., basis: judgement, sources: [] }
`

/** The small pack with one of its parts replaced, which has to be there. */
export function packWith(part: string, replacement: string): SourceText {
  if (!smallPack.includes(part)) throw new Error(`the small pack has no ${part}`)
  return { name: 'pack.yaml', text: smallPack.replace(part, () => replacement) }
}
