import type { Burden, Clause, Grounds, Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import { answerLabel } from '../record/fact-sentence.ts'
import { listOf } from '../record/words.ts'
import { conditionText } from './condition-text.ts'
import type { TextLayout } from './evaluation-text.ts'
import { harmless, wrap } from './plain-text.ts'

interface Entry {
  readonly heading: string
  readonly lines: readonly string[]
}

interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** What `criteria list` says of a pack. */
export const packSummary = ({ id, version, title, verified, summary }: Pack) => ({
  id,
  version,
  title,
  verified,
  summary,
})

export const packLine = ({ id, title, version, verified }: Pack): string =>
  `${id}  ${title}, version ${version}, verified ${verified}\n`

/** What a pack asks, weighs and cites, for a terminal. */
export function packText(pack: Pack, { width, colour }: TextLayout): string {
  const bold = (text: string): string => (colour ? `\u001B[1m${text}\u001B[22m` : text)
  const indented = (text: string, indent: string): string =>
    indent + wrap(text, width - indent.length, indent)
  const sections = [...askedIn(pack), ...weighedIn(pack), ...describedIn(pack), ...citedIn(pack)].filter(
    ({ entries }) => entries.length > 0,
  )
  const lines = [
    bold(`${pack.title} (${pack.id}, version ${pack.version}, verified ${pack.verified})`),
    wrap(pack.summary, width),
    ...sections.flatMap(({ title, entries }) => [
      '',
      bold(title),
      ...entries.flatMap(({ heading, lines: texts }) => [
        bold(indented(heading, '  ')),
        ...texts.map((text) => indented(text, '    ')),
      ]),
    ]),
    '',
  ]
  return harmless(lines.join('\n'))
}

const askedIn = ({ scope, facts, drivers }: Pack): readonly Section[] => [
  {
    title: 'Scope',
    entries: [
      { heading: conditionText(scope.when), lines: [scope.inside, scope.outside, groundsText(scope)] },
    ],
  },
  {
    title: 'Facts it asks for',
    entries: facts.map((fact) => ({ heading: fact.id, lines: factLines(fact) })),
  },
  { title: 'Drivers', entries: drivers.map(({ id, name }) => ({ heading: id, lines: [name] })) },
]

const namesIn = ({ options }: Pack, ids: readonly string[]): string =>
  listOf(ids.map((id) => options.find((option) => option.id === id)?.name ?? id))

function weighedIn(pack: Pack): readonly Section[] {
  return [
    {
      title: 'Criteria',
      entries: pack.criteria.map((rule) => ({
        heading: rule.id,
        lines: [
          `favours ${namesIn(pack, rule.favours)}, ${rule.strength}, for the driver ${rule.driver}`,
          `when ${conditionText(rule.when)}`,
          rule.claim,
          groundsText(rule),
          `good: ${clauseText(rule.gain)}`,
          `bad: ${clauseText(rule.loss)}`,
        ],
      })),
    },
    {
      title: 'Vetoes',
      entries: pack.vetoes.map((rule) => ({
        heading: rule.id,
        lines: [
          `rules out ${namesIn(pack, rule.against)}`,
          `when ${conditionText(rule.when)}`,
          rule.claim,
          groundsText(rule),
        ],
      })),
    },
  ]
}

function describedIn(pack: Pack): readonly Section[] {
  return [
    {
      title: 'How the options differ',
      entries: pack.differences.map(({ dimension, sides }) => ({
        heading: dimension,
        lines: sides.flatMap((side) => [`${namesIn(pack, [side.option])}: ${side.text}`, groundsText(side)]),
      })),
    },
    {
      title: 'What to watch',
      entries: pack.watch.map(({ id, options, when, if: clause, title, text, mitigation, ...grounds }) => ({
        heading: id,
        lines: [
          `for ${namesIn(pack, options)}${when === undefined ? '' : `, when ${conditionText(when)}`}`,
          ...(clause === undefined ? [] : [`in words: if ${clause}`]),
          title,
          text,
          mitigation,
          groundsText(grounds),
        ],
      })),
    },
  ]
}

const citedIn = ({ shared, boundary, burden, sources }: Pack): readonly Section[] => [
  {
    title: 'What the options share',
    entries: shared.map(({ id, text, ...grounds }) => ({ heading: id, lines: [text, groundsText(grounds)] })),
  },
  {
    title: 'Where components get different options',
    entries: [
      ...boundary.map(({ title, text, ...grounds }) => ({
        heading: title,
        lines: [text, groundsText(grounds)],
      })),
      ...(burden === undefined ? [] : [burdenEntry(burden)]),
    ],
  },
  {
    title: 'Sources',
    entries: sources.map(({ id, title, publisher, url, verified, note }) => ({
      heading: id,
      lines: [`${title}, ${publisher}, verified ${verified}`, url, ...(note === undefined ? [] : [note])],
    })),
  },
]

const burdenEntry = ({ when, claim, ...grounds }: Burden): Entry => ({
  heading: 'a second option is a burden',
  lines: [`when ${conditionText(when)}`, claim, groundsText(grounds)],
})

const clauseText = ({ text, ...grounds }: Clause): string => `${text} (${groundsText(grounds)})`

const groundsText = ({ basis, sources }: Grounds): string =>
  sources.length === 0 ? basis : `${basis}: ${sources.join(', ')}`

function factLines(fact: Fact): readonly string[] {
  const values = 'values' in fact ? fact.values.map(({ id, label, means }) => `${id}: ${means ?? label}`) : []
  const kind = fact.type === 'number' ? `a number of ${fact.unit}` : fact.type
  const assumed =
    fact.assume === undefined ? '' : `; assumed when unanswered: ${answerLabel(fact, fact.assume)}`
  return [fact.question, ...(fact.help === undefined ? [] : [fact.help]), `${kind}${assumed}`, ...values]
}
