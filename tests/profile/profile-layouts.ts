import fc from 'fast-check'

/** The facts that such a profile may speak of. */
export const factIds = ['time', 'cups', 'guests'] as const

/** A comment, or none, with what may stand in one. */
const remark = fc.constantFrom('', '', '', ' # why', '   # a\tb: "c', " # 'd # e")
const ownLine = fc.constantFrom<readonly string[]>([], [], [], [''], ['# on its own'], ['', '#\tapart', ''])

/** A value as the lines after its key; `{}` stands for the indentation. */
const valueLines = fc.oneof(
  remark.map((end) => [end]),
  fc
    .tuple(
      fc.constantFrom(
        'morning',
        "'morning'",
        '"evening"',
        'unknown',
        '12',
        '~',
        '[]',
        '[adults, "children"]',
        '&t x',
      ),
      remark,
    )
    .map(([value, end]) => [` ${value}${end}`]),
  fc
    .tuple(fc.constantFrom('- adults', '  - adults'), remark, remark)
    .map(([item, first, second]) => [first, `{}${item}${second}`, `{}${item.replace('adults', 'children')}`]),
  remark.map((end) => [` >-${end}`, '{}  much', '{}  text', '']),
  fc.tuple(remark, remark).map(([first, second]) => [` [${first}`, `{}  adults,${second}`, '{}  children ]']),
)

const blockFacts = (indent: string, step: string) =>
  fc
    .tuple(
      fc.subarray([...factIds], { minLength: 1 }),
      fc.array(fc.tuple(valueLines, ownLine), { minLength: 3, maxLength: 3 }),
      remark,
    )
    .map(([ids, values, end]) => [
      `${indent}facts:${end}`,
      ...ids.flatMap((id, index) => {
        const [lines, after] = values[index] ?? [[''], []]
        return [
          ...lines.map((line, at) =>
            at === 0 ? `${indent}${step}${id}:${line}` : line.replace('{}', indent + step),
          ),
          ...after.map((line) => (line === '' ? '' : indent + step + line)),
        ]
      }),
    ])

const flowFacts = (indent: string, step: string) =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          '',
          ' ~',
          ' {}',
          ' { }',
          ' {time: morning}',
          ' { "cups": 1, guests: [a, b ], }',
          ' { time: , cups: }',
        ),
        remark,
      )
      .map(([facts, end]) => [`${indent}facts:${facts}${end}`]),
    fc
      .tuple(remark, remark)
      .map(([first, second]) => [
        `${indent}facts: {${first}`,
        `${indent}${step}time: morning,`,
        `${indent}${step}cups: 3${second}`,
        `${indent}${step}}`,
      ]),
  )

const facts = (indent: string, step: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(fc.constant([]), blockFacts(indent, step), blockFacts(indent, step), flowFacts(indent, step))

const components = (step: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.constant([]),
    fc
      .tuple(
        remark,
        ownLine,
        facts(step + step, step),
        fc.constantFrom('  a:', '  a: {}', '  a: { name: A }', '  a:\n    name: A'),
      )
      .map(([end, before, inner, a]) => [
        ...before,
        `components:${end}`,
        ...a.replaceAll('  ', step).split('\n'),
        `${step}b:`,
        `${step}${step}name: B`,
        ...inner,
      ]),
  )

/** The text of a profile, laid out in one of the many ways in which people lay out YAML. */
export const profileTexts: fc.Arbitrary<string> = fc
  .constantFrom('  ', '   ', '    ')
  .chain((step) =>
    fc.tuple(
      fc.constantFrom('', '---\n', '# first\n'),
      ownLine,
      facts('', step),
      components(step),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
    ),
  )
  .map(([start, between, own, parts, hasMark, isWindows, isEnded]) => {
    const text = `${start}${[
      'project: Breakfast',
      'decisions:',
      '  - criteria: tea-or-coffee',
      ...between,
      ...own,
      ...parts,
    ].join('\n')}${isEnded ? '\n' : ''}`
    return (hasMark ? '\uFEFF' : '') + (isWindows ? text.replaceAll('\n', '\r\n') : text)
  })
