import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Diagnostic, DiagnosticCode, DiagnosticOf } from '../../src/diagnostics/diagnostic.ts'
import type { ArgumentsByCode } from '../../src/diagnostics/diagnostic-arguments.ts'
import { diagnose, diagnoseFile, diagnosticCodes } from '../../src/diagnostics/diagnostic.ts'
import { decodeText } from '../../src/document/decode-text.ts'
import { editProfile } from '../../src/profile/edit-profile.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { readChanges } from '../../src/profile/read-changes.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { packWith } from '../criteria/small-pack.ts'
import { houseWith } from '../criteria/tea-house.ts'
import { problemsOf, profileSource, readProfile, teaPack, teaProfile } from '../profile/tea-profile.ts'
import { problemsIn } from '../profile/replaced-pack.ts'

/** What makes the diagnostic, and the lines that a person then reads. */
type Case = readonly [() => readonly Diagnostic[], ...string[]]

const cases: Readonly<Record<DiagnosticCode, Case>> = {
  'file-missing': [() => aFile('file-missing', {}), 'error: no such file', ' --> adr-profile.yaml'],
  'is-a-directory': [
    () => aFile('is-a-directory', {}),
    'error: found a directory, expected a file',
    ' --> adr-profile.yaml',
  ],
  'not-writable': [
    () => aFile('not-writable', { reason: 'EACCES' }),
    'error: cannot write the file: EACCES',
    ' --> adr-profile.yaml',
  ],
  'wrong-record': [
    () => aFile('wrong-record', {}),
    'error: this is no record of ours: it shows no id',
    ' --> adr-profile.yaml',
  ],
  'not-readable': [
    () => aFile('not-readable', { what: 'file', reason: 'permission denied' }),
    'error: cannot read the file: permission denied',
    ' --> adr-profile.yaml',
  ],
  'profile-missing': [
    () => aFile('profile-missing', { below: [], misnamed: null }),
    'error: found no `adr-profile.yaml`, here or above, up to the root of the repository',
    ' --> adr-profile.yaml',
    '  = `madrigal init` makes one',
  ],
  'outside-repository': [
    () => aFile('outside-repository', { path: '../elsewhere' }),
    'error: `../elsewhere` is outside the repository',
    ' --> adr-profile.yaml',
    '  = expected a path inside it',
  ],
  'inside-git': [
    () => aFile('inside-git', { path: '.git/config' }),
    'error: `.git/config` leads into `.git`',
    ' --> adr-profile.yaml',
    "  = expected a path that is not git's own",
  ],
  'several-folders': [
    () => aFile('several-folders', { folders: ['docs/ADRs', 'wiki/adr'] }),
    'error: found records in `docs/ADRs` and `wiki/adr`',
    ' --> adr-profile.yaml',
    '  = name one of them as `record.directory` in the profile, or as `--directory`',
  ],
  'special-file': [
    () => aFile('special-file', { kind: 'named pipe' }),
    'error: found a named pipe, expected a file',
    ' --> adr-profile.yaml',
  ],
  'wrong-template': [
    () => aFile('wrong-template', { reason: 'Parse error on line 3:\n{{#each}\n----^' }),
    'error: wrong template: Parse error on line 3: {{#each} ----^',
    ' --> adr-profile.yaml',
  ],
  'wrong-date': [
    () => aFile('wrong-date', { found: '2026-13-01' }),
    'error: wrong date `2026-13-01`, expected a day as `YYYY-MM-DD`',
    ' --> adr-profile.yaml',
  ],
  'wrong-assignment': [
    () => changed('time'),
    'error: found no `=` in `time`',
    ' --> --set:1:1',
    '  |',
    '1 | time',
    '  | ^^^^ expected `fact=value` or `component.fact=value`',
  ],
  'file-too-large': [
    () => decoded(new Uint8Array(1_048_577)),
    'error: the file has 1,048,577 bytes, expected 1,048,576 at most',
    ' --> adr-profile.yaml',
  ],
  'wrong-encoding': [
    () => decoded([0xff, 0xfe, 0x61, 0x00]),
    'error: found UTF-16, expected UTF-8',
    ' --> adr-profile.yaml',
    '  = save the file as UTF-8',
  ],
  'invalid-utf-8': [
    () => decoded([0x61, 0x0a, 0x62, 0x3a, 0x20, 0x63, 0xe9, 0x0a]),
    'error: byte 0xE9 is not valid UTF-8',
    ' --> adr-profile.yaml:2:5',
    '  |',
    '2 | b: c�',
    '  |     ^ save the file as UTF-8',
  ],
  'nul-byte': [
    () => decoded([0x61, 0x3a, 0x00]),
    'error: found a NUL byte, expected text',
    ' --> adr-profile.yaml:1:3',
    '  |',
    '1 | a:␀',
    '  |   ^',
  ],
  'control-character': [
    () => profile('summary: safe \u202e evil'),
    'error: control character U+202E in a text',
    ' --> adr-profile.yaml:4:15',
    '  |',
    '4 | summary: safe � evil',
    '  |               ^ remove it, it changes what people see',
  ],
  'empty-document': [
    () => text('# nothing yet\n'),
    'error: the file has no content',
    ' --> adr-profile.yaml',
  ],
  'second-document': [
    () => profile('---', 'project: Lunch'),
    'error: found a second document, expected one',
    ' --> adr-profile.yaml:4:1',
    '  |',
    '4 | ---',
    '  | ^^^ write one document a file',
  ],
  'yaml-syntax': [
    () => profile('summary: Go: fast'),
    'error: cannot read the YAML: a text that contains `: ` needs quotes, and a map in a map needs its own line',
    ' --> adr-profile.yaml:4:10',
    '  |',
    '4 | summary: Go: fast',
    '  |          ^ write `summary: "Go: fast"`',
  ],
  'tab-indentation': [
    () => profile('facts:', '\ttime: morning'),
    'error: found a tab, expected spaces',
    ' --> adr-profile.yaml:5:1',
    '  |',
    '5 |  time: morning',
    '  | ^ YAML is indented with spaces',
  ],
  'duplicate-key': [
    () => profile('summary: One.', 'summary: Two.'),
    'error: duplicate key `summary`',
    ' --> adr-profile.yaml:5:1',
    '  |',
    '5 | summary: Two.',
    '  | ^^^^^^^ each key stands once in its map',
  ],
  'unknown-tag': [
    () => profile('summary: !lower Quiet.'),
    'error: unknown tag `!lower`',
    ' --> adr-profile.yaml:4:10',
    '  |',
    '4 | summary: !lower Quiet.',
    '  |          ^^^^^^ write the value without a tag',
  ],
  'merge-key': [
    () => profile('facts:', '  <<: { time: morning }'),
    'error: merge keys are not supported',
    ' --> adr-profile.yaml:5:3',
    '  |',
    '5 |   <<: { time: morning }',
    '  |   ^^ write out the keys that `<<` stands for',
  ],
  'unknown-anchor': [
    () => profile('summary: *words'),
    'error: unknown anchor `words`',
    ' --> adr-profile.yaml:4:10',
    '  |',
    '4 | summary: *words',
    '  |          ^^^^^^ an anchor stands before its aliases',
  ],
  'too-deep': [
    () => text(`a: ${'['.repeat(70)}`),
    'error: nested too deeply, expected 64 levels at most',
    ' --> adr-profile.yaml:1:67',
    '  |',
    '1 | a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
    '  |                                                                   ^',
  ],
  'too-many-aliases': [
    () => text(`a: &a [${'x, '.repeat(99)}]\nb: &b [${'*a, '.repeat(9)}]\nc: [*b, *b]\n`),
    'error: aliases stand for too much, expected 1,000 values at most',
    ' --> adr-profile.yaml:3:5',
    '  |',
    '3 | c: [*b, *b]',
    '  |     ^^',
  ],
  'unknown-key': [
    () => profile('sumary: Food.'),
    'error: unknown key `sumary`',
    ' --> adr-profile.yaml:4:1',
    '  |',
    '4 | sumary: Food.',
    '  | ^^^^^^ did you mean `summary`?',
  ],
  'missing-key': [
    () => text('project: Breakfast\n'),
    'error: missing key `decisions`',
    ' --> adr-profile.yaml:1:1',
    '  |',
    '1 | project: Breakfast',
    '  | ^^^^^^^',
  ],
  'wrong-type': [
    () => profile('facts:', '  water: yes'),
    'error: found the text `yes`, expected true or false',
    ' --> adr-profile.yaml:5:10',
    '  |',
    '5 |   water: yes',
    '  |          ^^^ write `true` or `false`',
  ],
  'unknown-value': [
    () => profile('facts:', '  time: mornign'),
    'error: unknown value `mornign`',
    ' --> adr-profile.yaml:5:9',
    '  |',
    '5 |   time: mornign',
    '  |         ^^^^^^^ did you mean `morning`?',
  ],
  'empty-text': [
    () => profile("summary: ' '"),
    'error: found an empty text, expected words',
    ' --> adr-profile.yaml:4:10',
    '  |',
    "4 | summary: ' '",
    '  |          ^^^',
  ],
  'text-too-long': [
    () => profile(`summary: ${'long '.repeat(500)}`),
    'error: the text is too long, expected 2,000 characters at most',
    ' --> adr-profile.yaml:4:10',
    '  |',
    '4 | summary: long long long long long long long long long long long long long l…',
    '  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
  'number-out-of-range': [
    () => profile('facts:', '  cups: 101'),
    'error: `101` is out of range, expected 0 to 100',
    ' --> adr-profile.yaml:5:9',
    '  |',
    '5 |   cups: 101',
    '  |         ^^^',
  ],
  'too-few-items': [
    () => text('project: Breakfast\ndecisions: []\n'),
    'error: too few entries, expected at least 1',
    ' --> adr-profile.yaml:2:12',
    '  |',
    '2 | decisions: []',
    '  |            ^^',
  ],
  'too-many-items': [
    () => profile(`informed: [${'Ada, '.repeat(101)}]`),
    'error: too many entries, expected 100 at most',
    ' --> adr-profile.yaml:4:11',
    '  |',
    '4 | informed: [Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada, Ada,…',
    '  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  ],
  'too-many-options': [
    () =>
      pack(
        '\nsources:',
        `${[3, 4, 5, 6, 7, 8, 9].map((n) => `  juice-${n}: ${juice}\n`).join('')}\nsources:`,
      ),
    'error: too many options, expected 8 at most',
    ' --> pack.yaml:19:3',
    '   |',
    '19 |   juice-9: { name: Juice, summary: Fruit. }',
    '   |   ^^^^^^^ divide the pack in two',
  ],
  'duplicate-item': [
    () => profile('facts:', '  guests: [adults, adults]'),
    'error: `adults` is listed twice',
    ' --> adr-profile.yaml:5:20',
    '  |',
    '5 |   guests: [adults, adults]',
    '  |                    ^^^^^^',
  ],
  'wrong-format': [
    () => profile('components:', '  Query API: {}'),
    'error: `Query API` is not an id',
    ' --> adr-profile.yaml:5:3',
    '  |',
    '5 |   Query API: {}',
    '  |   ^^^^^^^^^ did you mean `query-api`?',
  ],
  'wrong-path': [
    () => profile('record: { directory: ../decisions }'),
    'error: `../decisions` is not a directory inside the repository',
    ' --> adr-profile.yaml:4:22',
    '  |',
    '4 | record: { directory: ../decisions }',
    '  |                      ^^^^^^^^^^^^ a relative path with `/`, without `..`',
  ],
  'unknown-pack': [
    () => text('project: Breakfast\ndecisions:\n  - criteria: tea-or-cofee\n'),
    'error: unknown criteria pack `tea-or-cofee`',
    ' --> adr-profile.yaml:3:15',
    '  |',
    '3 |   - criteria: tea-or-cofee',
    '  |               ^^^^^^^^^^^^ did you mean `tea-or-coffee`?',
  ],
  'wrong-hash': [
    () => pinned(),
    `error: the text of \`./tea.yaml\` is another one, with the SHA-256 \`${'1'.repeat(63)}a\``,
    ' --> adr-profile.yaml:4:13',
    '  |',
    `4 |     sha256: ${'0'.repeat(63)}b`,
    `  |             ${'^'.repeat(64)}`,
    '  = look at what changed in it, and write that hash here',
  ],
  'unknown-fact': [
    () => profile('facts:', '  tme: morning'),
    'error: unknown fact `tme`',
    ' --> adr-profile.yaml:5:3',
    '  |',
    '5 |   tme: morning',
    '  |   ^^^ did you mean `time`?',
  ],
  'replaced-fact': [
    () => problemsIn(teaProfile('facts:', '  hour: seven')),
    'error: `hour` is now `time`',
    ' --> adr-profile.yaml:5:3',
    '  |',
    '5 |   hour: seven',
    '  |   ^^^^ write `time: morning`',
  ],
  'duplicate-decision': [
    () => profile('  - criteria: tea-or-coffee'),
    'error: second decision by `tea-or-coffee` without an id',
    ' --> adr-profile.yaml:4:15',
    '  |',
    '4 |   - criteria: tea-or-coffee',
    '  |               ^^^^^^^^^^^^^ give it an `id` of its own',
  ],
  'not-editable': [
    () =>
      problemsOf(
        editProfile(teaProfile('facts: &all { time: morning }', 'components: { a: { facts: *all } }'), {
          component: 'a',
          fact: 'time',
          answer: 'evening',
        }),
      ),
    'error: cannot write `time` here without changing something else',
    ' --> adr-profile.yaml:4:21',
    '  |',
    '4 | facts: &all { time: morning }',
    '  |                     ^^^^^^^ write it by hand',
  ],
  'conflicting-facts': [
    () => conflicting(),
    'error: `litres.yaml` and `tea-or-coffee` mean different things by the fact `cups`',
    ' --> adr-profile.yaml:4:15',
    '  |',
    '4 |   - criteria: litres.yaml',
    '  |               ^^^^^^^^^^^ write a profile for each',
  ],
  'unknown-reference': [
    () => pack('driver: taste', 'driver: tast'),
    'error: unknown driver `tast`',
    ' --> pack.yaml:69:13',
    '   |',
    '69 |     driver: tast',
    '   |             ^^^^ did you mean `taste`?',
  ],
  'duplicate-id': [
    () => pack('- id: many-cups', '- id: morning-coffee'),
    'error: duplicate id `morning-coffee`',
    ' --> pack.yaml:77:9',
    '   |',
    '77 |   - id: morning-coffee',
    '   |         ^^^^^^^^^^^^^^ each id stands once in its list',
  ],
  'extended-id': [
    () => problemsOf(houseWith('id: only-water', 'id: many-cups')),
    'error: `tea-or-coffee` has `many-cups` already',
    ' --> house.yaml:21:9',
    '   |',
    '21 |   - id: many-cups',
    '   |         ^^^^^^^^^',
    '   = choose another id; `adjust` says how a criterion of the comparison counts here',
  ],
  'pack-missing': [
    () => missingPack(),
    'error: there is no file `./drink.yaml`',
    ' --> house.yaml:1:11',
    '  |',
    '1 | criteria: "./drink.yaml"',
    '  |           ^^^^^^^^^^^^^^',
    '  = expected a path relative to this file, or a file of an installed package',
  ],
  'extended-house': [
    () => overHouse(),
    'error: `tea-or-coffee` extends a comparison itself',
    ' --> house.yaml:3:22',
    '  |',
    '3 | extends: { criteria: tea-or-coffee, version: 1 }',
    '  |                      ^^^^^^^^^^^^^ extend that comparison',
  ],
  'wrong-house': [
    () => [diagnoseFile('wrong-house', '.madrigal/criteria/tea.yaml', { criteria: 'tea' })],
    'error: does not extend `tea`',
    ' --> .madrigal/criteria/tea.yaml',
    '  = a file of this name holds the rules of the repository for that comparison',
  ],
  'taken-id': [
    () => problemsOf(parsePack(packWith('version: 1', 'version: 1'), ['tea-or-coffee'])),
    'error: `tea-or-coffee` is the id of a pack that comes with Madrigal',
    ' --> pack.yaml:1:5',
    '  |',
    '1 | id: tea-or-coffee',
    '  |     ^^^^^^^^^^^^^',
    '  = choose another, or extend that pack: its records must not change hands',
  ],
  'former-id': [
    () => byRenamed(),
    'error: `juice.yaml` says that it was called `tea-or-coffee`, as `tea-or-coffee` is or was',
    ' --> adr-profile.yaml:4:15',
    '  |',
    '4 |   - criteria: juice.yaml',
    '  |               ^^^^^^^^^^',
    '  = its records belong to one of them: leave it out of the `renames` of the other',
  ],
  'reserved-id': [
    () => pack('children: { label', 'unknown: { label'),
    'error: `unknown` cannot be the id of a value',
    ' --> pack.yaml:56:7',
    '   |',
    '56 |       unknown: { label: children }',
    '   |       ^^^^^^^ in a profile it says that nobody knows',
  ],
  'wrong-operator': [
    () => pack('fact: time, is: morning', 'fact: time, at-least: 3'),
    'error: `at-least` does not fit `time`, a fact of type `one-of`',
    ' --> pack.yaml:71:25',
    '   |',
    '71 |     when: { fact: time, at-least: 3 }',
    '   |                         ^^^^^^^^ expected `is` or `in`',
  ],
  'missing-operator': [
    () => pack('fact: time, is: morning', 'fact: time'),
    'error: found a fact without a comparison',
    ' --> pack.yaml:71:11',
    '   |',
    '71 |     when: { fact: time }',
    '   |           ^^^^^^^^^^^^^^',
    '   = such as `is: true`, `includes-any: [go]` or `at-least: 100`',
  ],
  'conflicting-keys': [
    () => pack('fact: time, is: morning', 'not: { fact: water, is: true }, fact: time'),
    'error: `fact` cannot stand beside `not`',
    ' --> pack.yaml:71:45',
    '   |',
    '71 |     when: { not: { fact: water, is: true }, fact: time }',
    '   |                                             ^^^^',
    '   = join two conditions with `all` or `any`',
  ],
  'missing-placeholder': [
    () => pack('it were served {value}', 'it were served'),
    'error: found no `{value}` in the text',
    ' --> pack.yaml:43:9',
    '   |',
    '43 |     if: it were served',
    '   |         ^^^^^^^^^^^^^^',
  ],
  'missing-source': [
    () => pack('basis: documented\n    sources: [leaf-book]', 'basis: documented\n    sources: []'),
    'error: `documented` without a source',
    ' --> pack.yaml:75:12',
    '   |',
    '75 |     basis: documented',
    '   |            ^^^^^^^^^^ cite one, or write `judgement`',
  ],
  'missing-side': [
    () =>
      pack('      tea: { text: tea is green, bearing: good, basis: partial, sources: [leaf-book] }\n', ''),
    'error: missing option `tea`',
    '  --> pack.yaml:102:7',
    '    |',
    '102 |       coffee: { text: coffee is brown, basis: judgement, sources: [] }',
    '    |       ^^^^^^ a difference speaks of every option',
  ],
  'against-all': [
    () => pack('    favours: coffee\n', '    against: [tea, coffee]\n'),
    'error: this speaks against every option',
    ' --> pack.yaml:68:14',
    '   |',
    '68 |     against: [tea, coffee]',
    '   |              ^^^^^^^^^^^^^ name those only that others are better than',
  ],
  'unused-source': [
    () =>
      pack(
        '  leaf-book:\n',
        '  bean-book: { title: Beans, publisher: Bean Press, url: https://example.org, verified: 2026-11-23 }\n  leaf-book:\n',
      ),
    'error: nothing cites the source `bean-book`',
    ' --> pack.yaml:15:3',
    '   |',
    '15 |   bean-book: { title: Beans, publisher: Bean Press, url: https://example.o…',
    '   |   ^^^^^^^^^ remove it, or say why it is here in a `note`',
  ],
  'still-there': [
    () => pack('shared:', 'replaced: { cups: { says: Count the guests. } }\n\nshared:'),
    'error: the pack still asks the fact `cups`',
    ' --> pack.yaml:94:13',
    '   |',
    '94 | replaced: { cups: { says: Count the guests. } }',
    '   |             ^^^^ for old answers, write it as `by`, and them in `values`',
  ],
}

describe('diagnostic messages', () => {
  test.each(diagnosticCodes)('%s says what is wrong, where, and what to do', (code) => {
    const [produce, ...lines] = cases[code]
    const shown = produce()
      .filter((diagnostic) => diagnostic.code === code)
      .map((diagnostic) => formatDiagnostic(diagnostic, { colour: false }))
    expect(shown[0]?.split('\n')).toEqual(lines)
  })

  it('has a row in docs/diagnostics.md for every code, in the same order', () => {
    const rows = readFileSync('docs/diagnostics.md', 'utf8').matchAll(/^\| `([a-z0-9-]+)` \|/gm)
    expect(Array.from(rows, ([, code]) => code)).toEqual(diagnosticCodes)
  })
})

function aFile<Code extends DiagnosticCode>(
  code: Code,
  details: ArgumentsByCode[Code],
): readonly DiagnosticOf<Code>[] {
  return [diagnoseFile(code, 'adr-profile.yaml', details)]
}

function decoded(bytes: Iterable<number>): readonly Diagnostic[] {
  return problemsOf(decodeText(Uint8Array.from(bytes), 'adr-profile.yaml'))
}

function text(profileText: string): readonly Diagnostic[] {
  return problemsOf(readProfile(profileSource(profileText)))
}

function profile(...lines: readonly string[]): readonly Diagnostic[] {
  return problemsOf(readProfile(teaProfile(...lines)))
}

function changed(assignment: string): readonly Diagnostic[] {
  const read = readProfile(teaProfile())
  const facts = new Map(teaPack().facts.map((fact) => [fact.id, fact]))
  return read.ok
    ? problemsOf(readChanges([{ name: '--set', text: assignment }], [], { profile: read.value, facts }))
    : []
}

const juice = '{ name: Juice, summary: Fruit. }'

function pack(part: string, replacement: string): readonly Diagnostic[] {
  return problemsOf(parsePack(packWith(part, replacement)))
}

function overHouse(): readonly Diagnostic[] {
  const house = houseWith('id: canteen', 'id: kitchen')
  return house.ok ? problemsOf(houseWith('id: canteen', 'id: office', house.value)) : []
}

function conflicting(): readonly Diagnostic[] {
  const tea = teaPack()
  const facts = tea.facts.map((fact) => (fact.type === 'number' ? { ...fact, unit: 'litres' } : fact))
  const packs = new Map([
    ['tea-or-coffee', tea],
    ['litres.yaml', { ...tea, facts }],
  ])
  return problemsOf(parseProfile(teaProfile('  - criteria: litres.yaml'), packs))
}

function byRenamed(): readonly Diagnostic[] {
  const packs = new Map([
    ['tea-or-coffee', teaPack()],
    ['juice.yaml', { ...teaPack(), id: 'juice', renames: ['tea-or-coffee'] }],
  ])
  return problemsOf(parseProfile(teaProfile('  - criteria: juice.yaml'), packs))
}

function missingPack(): readonly Diagnostic[] {
  const source = { name: 'house.yaml', text: 'criteria: "./drink.yaml"\n' }
  return [diagnose('pack-missing', { source, start: 10, end: 24 }, { criteria: './drink.yaml' })]
}

function pinned(): readonly Diagnostic[] {
  const tea = { ...teaPack(), file: { sha256: `${'1'.repeat(63)}a` } }
  const written = teaProfile(`    sha256: ${'0'.repeat(63)}b`).text
  const source = profileSource(written.replace('tea-or-coffee', './tea.yaml'))
  return problemsOf(parseProfile(source, new Map([['./tea.yaml', tea]])))
}
