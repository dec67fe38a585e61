import { type Burden, type Clause, type Grounds, type Pack, addedIn } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import { answerLabel } from '../record/fact-sentence.ts'
import { placeOfSource } from '../record/source-place.ts'
import { listOf, upperFirst } from '../record/words.ts'
import { conditionText } from '../record/condition-text.ts'
import type { TextLayout } from './evaluation-text.ts'
import { headLines } from './pack-page.ts'
import { boldIf, harmless, wrap } from './plain-text.ts'

type PackEntry = readonly [heading: string, ...lines: string[]]
type PackSection = readonly [title: string, entries: readonly PackEntry[]]

const sectionsOf = (pack: Pack): readonly PackSection[] => [
  ...askedIn(pack),
  ...weighedIn(pack),
  ...countedOtherwise(pack),
  ...citedIn(pack),
]

/** What a house adds; its own entries stand among the others. */
const countedOtherwise = ({ house }: Pack): readonly PackSection[] =>
  house === undefined
    ? []
    : [
        [
          `What ${house.title} changes`,
          [
            ...house.adjustments.map(({ criterion, strength, onlyWhen, because, by }): PackEntry => [
              criterion.id,
              strength !== undefined
                ? `counted ${strength} instead of ${criterion.strength}`
                : onlyWhen === undefined
                  ? 'not counted'
                  : 'counted in some cases only',
              ...(onlyWhen === undefined ? [] : [`only when ${conditionText(onlyWhen)}`]),
              `${because} (${by})`,
            ]),
            ...house.answers.map(({ fact, answer, because, by }): PackEntry => [
              fact,
              `answered for every project: ${typeof answer === 'object' ? answer.join(', ') : String(answer)}`,
              `${because} (${by})`,
            ]),
          ],
        ],
      ]

/** What a pack asks, weighs and cites, for a terminal. */
export const packText = (pack: Pack, layout: TextLayout): string =>
  harmless(
    [
      ...headLines(pack, layout),
      ...sectionsOf(pack).flatMap((section) => sectionLines(section, layout)),
      '',
    ].join('\n'),
  )

/** Everything in a pack that has an id; empty where nothing has it. */
export function packEntryText(pack: Pack, id: string, layout: TextLayout): string {
  const sections = sectionsOf(pack).map(([title, entries]): PackSection => [
    title,
    entries.filter(([heading]) => heading === id),
  ])
  const lines = sections.flatMap((section) => sectionLines(section, layout))
  return lines.length === 0 ? '' : harmless([...lines.slice(1), ''].join('\n'))
}

/** The ids that `packEntryText` knows. */
export const entryIds = (pack: Pack): readonly string[] =>
  sectionsOf(pack).flatMap(([title, entries]) =>
    title === 'Scope' ? [] : entries.map(([heading]) => heading),
  )

function sectionLines([title, entries]: PackSection, { width, colour }: TextLayout): readonly string[] {
  const bold = boldIf(colour)
  const indented = (text: string, indent: string): string =>
    indent + wrap(text, width - indent.length, indent)
  return [
    ...(entries.length === 0 ? [] : ['', bold(title)]),
    ...entries.flatMap(([heading, ...texts]) => [
      bold(indented(heading, '  ')),
      ...texts.map((text) => indented(text, '    ')),
    ]),
  ]
}

const askedIn = (pack: Pack): readonly PackSection[] => {
  const { scope, facts, drivers } = pack
  return [
    ['Scope', [[conditionText(scope.when), scope.inside, scope.outside, groundsText(scope)]]],
    [
      'Options',
      pack.options.map((option) => [
        option.id,
        `${option.name}${addedIn(pack, 'options').includes(option) ? ' (option of the house)' : ''}`,
        option.summary,
      ]),
    ],
    ['Facts it asks for', facts.map((fact) => [fact.id, ...factLines(fact)])],
    ['Drivers', drivers.map(({ id, name }) => [id, name])],
  ]
}

const namesIn = ({ options }: Pack, ids: readonly string[]): string =>
  listOf(ids.map((id) => options.find((option) => option.id === id)?.name ?? id))

const weighedIn = (pack: Pack): readonly PackSection[] => [
  [
    'Criteria',
    pack.criteria.map((rule) => [
      rule.id,
      `${rule.against === undefined ? `favours ${namesIn(pack, rule.favours)}` : `against ${namesIn(pack, rule.against)}`}, ${rule.strength}, for the driver ${rule.driver}`,
      `when ${conditionText(rule.when)}`,
      rule.claim,
      groundsText(rule),
      `good: ${clauseText(rule.gain)}`,
      `bad: ${clauseText(rule.loss)}`,
    ]),
  ],
  [
    'Vetoes',
    pack.vetoes.map((rule) => [
      rule.id,
      `rules out ${namesIn(pack, rule.against)}`,
      `when ${conditionText(rule.when)}`,
      rule.claim,
      groundsText(rule),
    ]),
  ],
  [
    'How the options differ',
    pack.differences.map(({ dimension, sides }) => [
      dimension,
      ...sides.flatMap((side) => [`${namesIn(pack, [side.option])}: ${side.text}`, groundsText(side)]),
    ]),
  ],
  [
    'What to watch',
    pack.watch.map((point) => [
      point.id,
      `for ${namesIn(pack, point.options)}${point.when === undefined ? '' : `, when ${conditionText(point.when)}`}`,
      ...(point.if === undefined ? [] : [`in words: if ${point.if}`]),
      point.title,
      point.text,
      point.mitigation,
      groundsText(point),
    ]),
  ],
]

const citedIn = (pack: Pack): readonly PackSection[] => {
  const { shared, boundary, burden, tieBreak, sources } = pack
  return [
    ['What the options share', shared.map((entry) => [entry.id, entry.text, groundsText(entry)])],
    [
      'Where components get different options',
      [
        ...boundary.map((entry): PackEntry => [entry.title, entry.text, groundsText(entry)]),
        ...(burden === undefined ? [] : [burdenEntry(burden)]),
      ],
    ],
    [
      'Where nothing decides',
      tieBreak === undefined
        ? []
        : [
            [
              'tie-break',
              `the stated default is ${namesIn(pack, [tieBreak.option])}`,
              tieBreak.claim,
              groundsText(tieBreak),
            ],
          ],
    ],
    [
      'Sources',
      sources.map((source) => [
        source.id,
        `${source.title}, ${source.publisher}, verified ${source.verified}`,
        placeOfSource(source),
        ...(source.note === undefined ? [] : [source.note]),
      ]),
    ],
  ]
}

const burdenEntry = (burden: Burden): PackEntry => [
  'a second option is a burden',
  `when ${conditionText(burden.when)}`,
  burden.claim,
  groundsText(burden),
]

const clauseText = (clause: Clause): string => `${clause.text} (${groundsText(clause)})`

const groundsText = ({ basis, sources, house }: Grounds): string =>
  `${house === true ? 'rule of the house, ' : ''}${sources.length === 0 ? basis : `${basis}: ${sources.join(', ')}`}`

function factLines(fact: Fact): readonly string[] {
  const values =
    'values' in fact
      ? fact.values.map(
          ({ id, label, means }) => `${id}: ${label}${means === undefined ? '' : `. ${upperFirst(means)}`}`,
        )
      : []
  const kind = fact.type === 'number' ? `a number of ${fact.unit}` : fact.type
  const assumed =
    fact.assume === undefined ? '' : `; assumed when unanswered: ${answerLabel(fact, fact.assume)}`
  return [fact.question, ...(fact.help === undefined ? [] : [fact.help]), `${kind}${assumed}`, ...values]
}
