import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** From the outside in: a part may import from those after it, and from itself. */
const order = [
  'cli.ts',
  'cli',
  'workspace',
  'check',
  'review',
  'explain',
  'author',
  'report',
  'plan',
  'record-file',
  'record',
  'evaluation',
  'detect',
  'criteria',
  'profile',
  'document',
  'diagnostics',
] as const

/** What does not stand in the order's simple line. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['cli', 'workspace'],
  'index.ts': order.slice(order.indexOf('check')),
}

/** What is done with results; none is built on another. */
const sideBySide: ReadonlySet<string> = new Set(['check', 'review', 'explain', 'author'])

const isCore = (part: string): boolean =>
  part === 'index.ts' || order.findIndex((name) => name === part) >= order.indexOf('check')

/** Packages that touch the machine, and what in the language depends on the machine, the moment or chance. */
const shellPackages = new Set(['simple-git', 'commander'])
const impure =
  /\b(?:process|Date|Math\.random|console|Buffer|setTimeout|setInterval|setImmediate|performance|Intl|fetch|crypto|globalThis|localeCompare|toLocale\w*)\b/

const LONGEST_FILE = 250

/** Sources by their path below `src`, with `/`. */
type Sources = Readonly<Record<string, string>>

const partOf = (file: string): string => file.split('/')[0] ?? file

/** Code without comments; the text of strings and templates is kept only where `keepText` says so. */
function codeOf(source: string, keepText: boolean): string {
  const pieces =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=[=>(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g
  return source.replace(pieces, (piece) =>
    piece.startsWith('/*') || piece.startsWith('//') ? ' ' : keepText ? piece : "''",
  )
}

const importsIn = (source: string): readonly string[] =>
  [...codeOf(source, true).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, specifier]) => specifier ?? '',
  )

const targetOf = (file: string, specifier: string): string =>
  path.posix.join(path.posix.dirname(file), specifier)

/** Everything that is wrong with the way the sources are built. */
function findViolations(sources: Sources): readonly string[] {
  return [
    ...Object.entries(sources).flatMap(([file, source]) => violationsIn(file, source)),
    ...findCycles(sources).map((cycle) => `${cycle.join(' > ')} is a cycle`),
  ]
}

function violationsIn(file: string, source: string): readonly string[] {
  const part = partOf(file)
  const specifiers = importsIn(source)
  const found = [
    ...specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier))
      .filter((target) => !allows(part, partOf(target)))
      .map((target) => `imports ${target}`),
    ...(/^\s*export\s+default\b|\bas\s+default\b/m.test(codeOf(source, false))
      ? ['has a default export']
      : []),
    ...(source.trimEnd().split('\n').length > LONGEST_FILE ? [`has more than ${LONGEST_FILE} lines`] : []),
  ]
  const inCore = isCore(part)
    ? [
        ...specifiers
          .filter((specifier) => specifier.startsWith('node:') || shellPackages.has(specifier))
          .map((specifier) => `imports ${specifier}`),
        ...(impure.exec(codeOf(source, false)) ?? []).map((word) => `uses ${word}`),
      ]
    : []
  return [...found, ...inCore].map((violation) => `${file} ${violation}`)
}

function allows(part: string, other: string): boolean {
  const listed = mayImport[part]
  if (listed !== undefined) return listed.includes(other)
  if (part !== other && sideBySide.has(part) && sideBySide.has(other)) return false
  const [from, to] = [part, other].map((name) => order.findIndex((known) => known === name))
  return from !== undefined && to !== undefined && from >= 0 && from <= to
}

/** Each cycle of files once, as the files in it. */
function findCycles(sources: Sources): readonly (readonly string[])[] {
  const finished = new Set<string>()
  const cycles: string[][] = []
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file])
    if (finished.has(file) || trail.includes(file)) return
    for (const specifier of importsIn(sources[file] ?? ''))
      if (specifier.startsWith('.')) visit(targetOf(file, specifier), [...trail, file])
    finished.add(file)
  }
  for (const file of Object.keys(sources)) visit(file, [])
  return cycles
}

const sources: Sources = Object.fromEntries(
  readdirSync('src', { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join('src', file), 'utf8')]),
)

describe('the sources', () => {
  it('import in one direction, keep the core pure and stay small', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50)
    expect(findViolations(sources)).toEqual([])
  })

  it('consist of the parts that the order names', () => {
    const parts = new Set(Object.keys(sources).map(partOf))
    expect([...parts].filter((part) => part !== 'index.ts').toSorted()).toEqual([...order].toSorted())
  })
})

describe('the check of the sources', () => {
  it.each([
    ['against the direction', 'plan/a.ts', "import { b } from '../report/b.ts'", 'imports report/b.ts'],
    ['from the core into the shell', 'record/a.ts', "import '../workspace/b.ts'", 'imports workspace/b.ts'],
    ['of a type', 'diagnostics/a.ts', "import type { B } from '../record/b.ts'", 'imports record/b.ts'],
    ['passed on', 'profile/a.ts', "export * from '../criteria/b.ts'", 'imports criteria/b.ts'],
    ['from beside', 'check/a.ts', "import '../review/b.ts'", 'imports review/b.ts'],
    ['at run time', 'criteria/a.ts', "await import('../evaluation/b.ts')", 'imports evaluation/b.ts'],
    ['over lines', 'document/a.ts', "import {\n  b,\n} from '../profile/b.ts'", 'imports profile/b.ts'],
    ['by the entry past the commands', 'cli.ts', "import './plan/b.ts'", 'imports plan/b.ts'],
    [
      'by the library of the shell',
      'index.ts',
      "export { b } from './workspace/b.ts'",
      'imports workspace/b.ts',
    ],
    ['of a node module in the core', 'report/a.ts', "import path from 'node:path'", 'imports node:path'],
    ['of git in the core', 'plan/a.ts', "import { simpleGit } from 'simple-git'", 'imports simple-git'],
  ])('finds an import %s', (_, file, source, violation) => {
    expect(findViolations({ [file]: source })).toEqual([`${file} ${violation}`])
  })

  it.each([
    ['process.env', 'process'],
    ['new Date()', 'Date'],
    ['Math.random()', 'Math.random'],
    ['console.log(1)', 'console'],
    ["Buffer.from('')", 'Buffer'],
    ['setTimeout(run)', 'setTimeout'],
    ['performance.now()', 'performance'],
    ['new Intl.Collator()', 'Intl'],
    ['a.localeCompare(b)', 'localeCompare'],
    ['1..toLocaleString()', 'toLocaleString'],
  ])('finds %s in the core, and leaves it to the shell', (code, word) => {
    expect(findViolations({ 'report/a.ts': `export const a = ${code}\n` })).toEqual([
      `report/a.ts uses ${word}`,
    ])
    expect(findViolations({ 'workspace/a.ts': `export const a = ${code}\n` })).toEqual([])
  })

  it('does not take comments and texts for code', () => {
    const source = [
      '// process',
      '/* new Date()',
      " * import '../cli/b.ts' */",
      "export const a = 'the process, from // there'",
      'export const dateOf = (text: string) => /"process/.test(text)',
      'export const updated = "Date"',
    ].join('\n')
    expect(findViolations({ 'report/a.ts': source })).toEqual([])
    expect(findViolations({ 'report/a.ts': `${source}\nconsole.log(a)` })).toEqual([
      'report/a.ts uses console',
    ])
  })

  it.each([
    ['export default function a() {}'],
    ['const a = 1\nexport { a as default }'],
    ["export { a as default } from './b.ts'"],
  ])('finds a default export: %j', (source) => {
    expect(findViolations({ 'cli/a.ts': source })).toEqual(['cli/a.ts has a default export'])
  })

  it('finds a file that is too long', () => {
    expect(findViolations({ 'cli/a.ts': 'a()\n'.repeat(250), 'cli/b.ts': 'a()\n'.repeat(251) })).toEqual([
      'cli/b.ts has more than 250 lines',
    ])
  })

  it('finds a cycle, also one of types, and no cycle where two ways meet', () => {
    const cycle: Sources = {
      'plan/a.ts': "import { b } from './b.ts'",
      'plan/b.ts': "import type { c } from './c.ts'",
      'plan/c.ts': "export { a } from './a.ts'",
    }
    expect(findViolations(cycle)).toEqual(['plan/a.ts > plan/b.ts > plan/c.ts > plan/a.ts is a cycle'])
    expect(
      findViolations({
        ...cycle,
        'plan/b.ts': "import './d.ts'",
        'plan/a.ts': "import './b.ts'\nimport './d.ts'",
      }),
    ).toEqual([])
  })
})
