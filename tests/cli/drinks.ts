import type { Files } from '../support/git-folder.ts'

/** A small pack, quick to read, that can reach every kind of verdict. */
export const drinksPack = `id: drinks
version: 1
title: Tea or coffee
topic: drink
question: the drink that it is served with
imperative: { verb: Serve, preposition: with }
summary: Compares two drinks.
verified: 2026-01-31

options:
  tea: { name: Tea, summary: Leaves in hot water. }
  coffee: { name: Coffee, summary: Beans in hot water. }

sources:
  leaf-book:
    title: The book of leaves
    publisher: Leaf Press
    url: https://example.org/leaves
    verified: 2026-01-31

scope:
  when: { fact: hot, is: true }
  inside: It covers hot drinks.
  outside: Cold drinks are not compared here.
  basis: judgement
  sources: []

drivers:
  taste: { name: How it tastes }
  effort: { name: How much work it is }

facts:
  hot:
    question: Is there hot water?
    type: boolean
    yes: { says: There is hot water., if: there were hot water }
    no: { says: There is no hot water., if: there were no hot water }
  time:
    question: When is it served?
    type: one-of
    says: It is served {value}.
    if: it were served {value}
    values:
      morning: { label: in the morning }
      evening: { label: in the evening }
      night: { label: at night }
  guests:
    question: How many guests are there?
    type: number
    unit: guests
    minimum: 0
    maximum: 1000
    says: There are {value} guests.
    if: there were {value} guests

criteria:
  - id: waking-up
    favours: [coffee]
    driver: taste
    strength: strong
    when: { fact: time, is: morning }
    claim: Coffee wakes people up.
    gain: people wake up
    loss: people stay asleep
    basis: documented
    sources: [leaf-book]
  - id: calming-down
    favours: [tea]
    driver: taste
    strength: strong
    when: { fact: time, is: evening }
    claim: Tea keeps nobody awake.
    gain: people sleep well
    loss: people lie awake
    basis: judgement
    sources: []
  - id: one-machine
    favours: [coffee]
    driver: effort
    strength: moderate
    when: { fact: guests, less-than: 10 }
    claim: The machine makes a few cups.
    gain: nobody has to wait for water
    loss: somebody has to boil water
    basis: judgement
    sources: []
  - id: one-pot
    favours: [tea]
    driver: effort
    strength: moderate
    when: { fact: guests, at-least: 10 }
    claim: A pot is made at once.
    gain: one pot is enough for all
    loss: every cup is made by itself
    basis: judgement
    sources: []

vetoes:
  - id: no-sleep
    against: [coffee]
    when: { fact: time, is: night }
    claim: Coffee is not served at night.
    basis: judgement
    sources: []
  - id: no-noise
    against: [tea]
    when: { all: [{ fact: time, is: night }, { fact: guests, at-least: 500 }] }
    claim: Nobody boils that much water at night.
    basis: judgement
    sources: []

shared:
  - { id: warm, text: Both are warm., basis: judgement, sources: [] }

differences:
  - id: colour
    dimension: Colour
    drivers: [taste]
    options:
      tea: { text: tea is green, basis: partial, sources: [leaf-book] }
      coffee: { text: coffee is brown, basis: judgement, sources: [] }

watch:
  - id: burns
    options: [tea, coffee]
    title: It is hot.
    text: It burns.
    mitigation: Wait a minute.
    basis: judgement
    sources: []

boundary:
  advice:
    - { id: trays, title: two trays, text: Use two trays., basis: judgement, sources: [] }
`

/** Facts, as a profile writes them, for each kind of verdict. */
export const facts = {
  coffee: '{ hot: true, time: morning, guests: 4 }',
  tea: '{ hot: true, time: evening, guests: 40 }',
  leaning: '{ hot: true, time: morning, guests: 40 }',
  eliminated: '{ hot: true, time: night, guests: 4 }',
  nothingLeft: '{ hot: true, time: night, guests: 600 }',
  tooLittle: '{ hot: true }',
  morning: '{ hot: true, time: morning }',
  outside: '{ hot: false }',
  scopeUnknown: '{ time: morning }',
} as const

/** A profile that asks for a decision by the small pack. */
export const profile = (
  project: string,
  answers: string = facts.coffee,
  ...more: readonly string[]
): string =>
  [
    `project: ${project}`,
    ...(more.some((line) => line.startsWith('decisions:'))
      ? []
      : ['decisions:', '  - criteria: criteria/drinks.yaml']),
    `facts: ${answers}`,
    ...more,
    '',
  ].join('\n')

/** A repository's files: the small pack, a profile, and more. */
export const breakfast = (
  answers: string = facts.coffee,
  more: readonly string[] = [],
  files: Files = {},
): Files => ({
  'adr-profile.yaml': profile('Breakfast', answers, ...more),
  'criteria/drinks.yaml': drinksPack,
  ...files,
})

/** The small pack where the guests can turn what the time decides. */
export const evenly = {
  'criteria/drinks.yaml': drinksPack.replace(
    'strength: moderate\n    when: { fact: guests, at-least: 10 }',
    'strength: strong\n    when: { fact: guests, at-least: 10 }',
  ),
}

/** The small pack in a version that asks something else than the one before, and a profile with old answers. */
export const renewed: Files = breakfast('{ kettle: true, sugar: 2 }', [], {
  'criteria/drinks.yaml': `${drinksPack}
replaced:
  kettle: { by: hot }
  sugar: { says: 'Sugar is no longer asked for, because nobody takes any.' }
`,
})

/** A repository in which `init` finds two answers, and the words that call it there. */
export const kitchen: Files = {
  'kettle.txt': '',
  'toast.txt': '',
  'criteria/drinks.yaml': evenly['criteria/drinks.yaml']
    .replace('  time:\n', '    detect: [{ answer: true, files: [kettle.txt] }]\n  time:\n')
    .replace('  guests:\n', '    detect: [{ answer: morning, files: [toast.txt] }]\n  guests:\n'),
}

export const beginning = ['init', '--criteria', 'criteria/drinks.yaml'] as const

/** A house over the drinks: a rule that decides, an option of its own, and what it counts otherwise. */
export const drinksHouse = `id: canteen
title: Canteen
extends: { criteria: ./drinks.yaml, version: 1 }

options:
  water: { name: Water, summary: Water as it is. }

sources:
  rule-3:
    title: Rule 3
    publisher: Canteen
    url: https://canteen.example/rules/3
    verified: 2026-01-31

drivers:
  rules: { name: Rules }

criteria:
  - id: small-tables
    favours: tea
    driver: rules
    strength: strong
    when: { fact: guests, less-than: 10 }
    claim: The canteen serves tea to small tables.
    gain: nobody has to order
    loss: somebody has to order
    basis: documented
    sources: [rule-3]
  - id: late-water
    favours: water
    driver: rules
    strength: moderate
    when: { fact: time, is: night }
    claim: The kitchen is closed at night.
    gain: nobody has to work at night
    loss: somebody has to work at night
    basis: judgement
    sources: []

adjust:
  - { criterion: waking-up, strength: weak, because: Mornings start late here., by: The cook }
  - { criterion: one-machine, disable: true, because: The machine is broken., by: The cook }
`
