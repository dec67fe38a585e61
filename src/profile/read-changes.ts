import {
  type Diagnostic,
  type Place,
  type Result,
  type SourceText,
  diagnose,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import type { DocumentNode } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import type { FactChange } from './change-facts.ts'
import type { Fact, FactState } from './fact.ts'
import type { Profile } from './profile.ts'
import { readFactState, UNKNOWN } from './read-answer.ts'

/** What a change may speak of. */
export interface ChangeScope {
  readonly profile: Profile
  readonly facts: ReadonlyMap<string, Fact>
}

/**
 * Read changes as they are written on a command line.
 *
 * @param set texts such as `may-assume=container-runtime` or `gateway.work=http-api,agent`
 * @param unset texts such as `may-assume` or `gateway.work`, for facts to take as unanswered
 * @param scope the profile and the facts that its packs ask for
 * @returns the changes in the order of the texts, or everything that is wrong with any of them, with its place in its text
 */
export function readChanges(
  set: readonly SourceText[],
  unset: readonly SourceText[],
  scope: ChangeScope,
): Result<readonly FactChange[]> {
  const seen = new Set<string>()
  return joinResults([
    ...set.map((source) => readAssignment(source, scope, seen)),
    ...unset.map((source) => {
      const target = readTarget(source, source.text.length, scope, seen)
      const state: FactState = { state: 'unanswered' }
      return target.ok ? succeed({ ...target.value, state }) : target
    }),
  ])
}

type Target = Pick<FactChange, 'component' | 'fact' | 'key'>

function readAssignment(source: SourceText, scope: ChangeScope, seen: Set<string>): Result<FactChange> {
  const end = source.text.indexOf('=')
  if (end === -1) return fail(diagnose('wrong-assignment', spanOf(source, 0), { found: source.text }))
  const target = readTarget(source, end, scope, seen)
  if (!target.ok) return target
  const { fact } = target.value
  const node = readValue(fact, source, end + 1)
  const keyPlace = spanOf(source, 0, end)
  const read = node.ok ? readFactState(fact, { key: fact.id, keyPlace, value: node.value }) : node
  if (!read.ok) return fail(...read.diagnostics.map((problem) => moveInto(source, problem)))
  // No file says it, so there is no place in one.
  const state: FactState =
    'answer' in read.value ? { state: 'answered', answer: read.value.answer } : { state: read.value.state }
  return succeed({ ...target.value, state })
}

/** Reads `fact` or `component.fact`; no id has a full stop in it. */
function readTarget(
  source: SourceText,
  end: number,
  { profile, facts }: ChangeScope,
  seen: Set<string>,
): Result<Target> {
  const left = source.text.slice(0, end)
  const dot = left.indexOf('.')
  const component = dot === -1 ? null : left.slice(0, dot)
  const id = left.slice(dot + 1)
  const known = profile.divided ? profile.components.map((part) => part.id) : []
  const problems: Diagnostic[] = []
  if (component !== null && !known.includes(component)) {
    const nearest = findNearestName(component, known)
    const place = spanOf(source, 0, dot)
    problems.push(diagnose('unknown-reference', place, { kind: 'component', id: component, nearest, known }))
  }
  const fact = facts.get(id)
  if (fact === undefined && profile.apart?.has(id) === true) {
    const keys = [...facts.keys()].filter((key) => key.endsWith(`/${id}`))
    const [other = '', criteria = ''] = keys.map((key) => key.slice(0, -id.length - 1))
    const place = spanOf(source, dot + 1, end)
    problems.push(diagnose('conflicting-facts', place, { fact: id, criteria, other, keys }))
  } else if (fact === undefined) {
    const nearest = findNearestName(id, [...facts.keys()])
    problems.push(diagnose('unknown-fact', spanOf(source, dot + 1, end), { fact: id, nearest }))
  } else if (seen.has(left)) {
    problems.push(diagnose('duplicate-item', spanOf(source, 0, end), { item: left }))
  }
  seen.add(left)
  return fact === undefined || problems.length > 0
    ? fail(...problems)
    : succeed({ component, fact, ...(id !== fact.id && { key: id }) })
}

/** A set may be written without its brackets, and as `none` when it is empty. */
function readValue(fact: Fact, source: SourceText, start: number): Result<DocumentNode> {
  const written = source.text.slice(start)
  const plain = readNode(source, start, written)
  if (fact.type !== 'set-of' || (plain.ok && !isItem(plain.value))) return plain
  const isNone = written.trim() === 'none' && !fact.values.some(({ id }) => id === 'none')
  const set = readNode(source, start - 1, isNone ? '[]' : `[${written}]`)
  return set.ok || plain.ok ? set : plain
}

/** Whether a value can be an item of a set, or several with commas between them. */
const isItem = (node: DocumentNode): boolean =>
  node.kind === 'scalar' && node.value !== null && node.value !== UNKNOWN

/** Reads YAML as if it stood at an offset of the text. */
function readNode(source: SourceText, offset: number, yaml: string): Result<DocumentNode> {
  const document = readYaml({ name: source.name, text: ' '.repeat(offset) + yaml })
  if (document.ok && document.value.problems.length === 0) return succeed(document.value.root)
  const problems = document.ok ? document.value.problems : document.diagnostics
  const isEmpty = problems.every(({ code }) => code === 'empty-document')
  return isEmpty
    ? succeed({ kind: 'scalar', value: null, written: '', place: spanOf(source, source.text.length) })
    : fail(...problems)
}

/** Places in what was read as YAML are places in its text, which may end earlier. */
function moveInto(source: SourceText, problem: Diagnostic): Diagnostic {
  if (problem.place === null) return problem
  const [start, end] = [problem.place.start, problem.place.end].map((at) => Math.min(at, source.text.length))
  return { ...problem, place: spanOf(source, start ?? 0, end) }
}

const spanOf = (source: SourceText, start: number, end = source.text.length): Place => ({
  source,
  start,
  end,
})
