import { baseName } from './own-files.ts'
import { type PlacedValue, readStructure, valuesAt } from './structure.ts'

/** Something that a project depends on directly, as `go:…`, `python:…` or `npm:…`. */
export interface Dependency {
  readonly id: string
  /** As the file names it. */
  readonly name: string
  readonly file: string
  readonly line: number
}

type NamedLine = Pick<Dependency, 'name' | 'line'>

interface ManifestKind {
  readonly isOne: (name: string) => boolean
  readonly ecosystem: string
  readonly read: (text: string, file: string) => readonly NamedLine[]
}

/** Requirements of the work on a project are not requirements of the project. */
const isForWork = /dev|test|doc|lint|ci|build|example|constraint|type/i

const kinds: readonly ManifestKind[] = [
  { isOne: (name) => name === 'go.mod', ecosystem: 'go', read: readGoModule },
  {
    isOne: (name) => /^requirements[\w.-]*\.(?:txt|in)$/.test(name) && !isForWork.test(name),
    ecosystem: 'python',
    read: (text) => numbered(text).flatMap(({ name, line }) => requirement(name, line)),
  },
  { isOne: (name) => name === 'pyproject.toml', ecosystem: 'python', read: readPyproject },
  { isOne: (name) => name === 'Pipfile', ecosystem: 'python', read: keysBelow('packages') },
  { isOne: (name) => name === 'setup.cfg', ecosystem: 'python', read: readSetupConfig },
  { isOne: (name) => /^environment\.ya?ml$/.test(name), ecosystem: 'python', read: readEnvironment },
  { isOne: (name) => name === 'package.json', ecosystem: 'npm', read: keysBelow('dependencies') },
]

/** Whether a file says what a project depends on. */
export const isManifest = (path: string): boolean => kinds.some(({ isOne }) => isOne(baseName(path)))

/** What a file says that the project depends on. A broken file says nothing. */
export function dependenciesIn(file: string, text: string): readonly Dependency[] {
  const kind = kinds.find(({ isOne }) => isOne(baseName(file)))
  if (kind === undefined) return []
  return kind
    .read(text, file)
    .map(({ name, line }) => ({ id: `${kind.ecosystem}:${normal(kind.ecosystem, name)}`, name, file, line }))
}

/** One name for all ways to write it: Python's packages are one whatever case and dashes, Go's modules whatever their major version. */
function normal(ecosystem: string, name: string): string {
  if (ecosystem === 'python') return name.toLowerCase().replace(/[-_.]+/g, '-')
  return ecosystem === 'go' ? name.replace(/\/v\d+$/, '') : name
}

const numbered = (text: string): readonly NamedLine[] =>
  text.split(/\r?\n/).map((name, index) => ({ name, line: index + 1 }))

/** What is required only by others says nothing of this project. */
function readGoModule(text: string): readonly NamedLine[] {
  let isBlock = false
  return numbered(text).flatMap(({ name: written, line }) => {
    if (/^require\s*\($/.test(written.trim())) isBlock = true
    else if (written.trim() === ')') isBlock = false
    const required = isBlock ? /^\s+(\S+) v\S+/.exec(written) : /^require (\S+) v\S+/.exec(written)
    return required?.[1] === undefined || /\/\/ indirect\b/.test(written) ? [] : [{ name: required[1], line }]
  })
}

/** A requirement of PEP 508, or of pip. */
function requirement(written: string, line: number): readonly NamedLine[] {
  const name = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:[[<>=!~;@,#(]|$)/.exec(written)?.[1]
  return name === undefined ? [] : [{ name, line }]
}

const requirementsOf = (values: readonly PlacedValue[]): readonly NamedLine[] =>
  values.flatMap(({ value, line }) => (typeof value === 'string' ? requirement(value, line) : []))

function readPyproject(text: string, file: string): readonly NamedLine[] {
  const structure = readStructure(file, text)
  return [
    ...requirementsOf(valuesAt(structure, 'project.dependencies.*')),
    ...valuesAt(structure, 'tool.poetry.dependencies.*')
      .filter(({ key }) => key !== 'python')
      .map(({ key, line }) => ({ name: key, line })),
  ]
}

function keysBelow(key: string) {
  return (text: string, file: string): readonly NamedLine[] =>
    valuesAt(readStructure(file, text), `${key}.*`).map((found) => ({ name: found.key, line: found.line }))
}

function readEnvironment(text: string, file: string): readonly NamedLine[] {
  const structure = readStructure(file, text)
  return requirementsOf([
    ...valuesAt(structure, 'dependencies.*'),
    ...valuesAt(structure, 'dependencies.*.pip.*'),
  ])
}

/** The indented lines below `install_requires =`. */
function readSetupConfig(text: string): readonly NamedLine[] {
  let isInside = false
  return numbered(text).flatMap(({ name, line }) => {
    if (/^\S/.test(name)) isInside = /^install_requires\s*=/.test(name)
    return isInside ? requirement(name.replace(/^install_requires\s*=/, ''), line) : []
  })
}
