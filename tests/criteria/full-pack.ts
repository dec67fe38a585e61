import { smallPack } from './small-pack.ts'

const additions: readonly (readonly [string, string])[] = [
  ['gain: people wake up', 'gain: { text: people wake up, basis: documented, sources: [leaf-book] }'],
  [
    'options: [tea]',
    'options: [tea], when: { fact: guests, includes-any: [children] }, if: children drink it',
  ],
  [
    'boundary:\n',
    `boundary:
  burden:
    when: { fact: cups, at-most: 2 }
    claim: Nobody makes two drinks for two.
    basis: partial
    sources: [leaf-book]
`,
  ],
]

/** The small pack with everything that a pack may have and seldom has. */
export const fullPack = `${additions.reduce((text, [part, longer]) => text.replace(part, longer), smallPack)}
ask-first: [guests, time]

replaced:
  is-early: { by: time, values: { true: morning, false: evening } }
  drinkers: { by: guests, values: { family: [adults, children], parents: adults, nobody: [] } }
  people: { by: guests }
  mood: { by: time, says: Say when it is best. }
  weather: { says: It is no longer asked. }
  time: { by: time, values: { noon: morning } }
`
