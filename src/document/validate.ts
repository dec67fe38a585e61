import type * as z from 'zod/mini'
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts'
import type { ValueKind } from '../diagnostics/diagnostic-arguments.ts'
import { diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { textFormats } from '../diagnostics/diagnostic-arguments.ts'
import { MOST_DIAGNOSTICS, sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { missingKey, unknownKey, unknownValue, writtenOf, wrongType } from './describe-value.ts'
import type { DocumentNode, Path } from './node.ts'
import { entriesOf, findNode, toValue } from './node.ts'
import type { YamlDocument } from './read-yaml.ts'
import { splitKeys } from './schema.ts'

type Issue = z.core.$ZodIssue

/** Hold a document against a schema; whatever does not fit is told at its place, all of it at once. */
export function validate<T>(document: YamlDocument, schema: z.ZodMiniType<T>): Result<T> {
  const parsed = schema.safeParse(toValue(document.root))
  if (parsed.success && document.problems.length === 0) return succeed(parsed.data)
  const issues = parsed.success ? [] : parsed.error.issues.slice(0, MOST_DIAGNOSTICS)
  const told = new Set(document.problems.map(describePlace))
  const found = issues
    .flatMap((issue) => explainIssue(document.root, issue))
    .filter((diagnostic) => !told.has(describePlace(diagnostic)))
  return fail(...sortDiagnostics([...document.problems, ...found]))
}

function describePlace({ place }: Diagnostic): string {
  return `${place?.start}-${place?.end}`
}

function explainIssue(root: DocumentNode, issue: Issue): readonly Diagnostic[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const node = findNode(root, path)
  if (node === undefined) return explainAbsence(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return explainUnknownKeys(node, issue.keys, splitKeys(issue.message))
    case 'invalid_type':
      return [wrongType(node, expectedKinds[issue.expected] ?? 'map')]
    case 'invalid_union':
      return explainUnion(root, node, issue)
    case 'invalid_value':
      return [unknownValue(node, issue.values.map(String))]
    case 'invalid_format':
      return [explainFormat(node, issue.message)]
    case 'too_small':
      return [explainTooSmall(node, issue.origin, Number(issue.minimum))]
    case 'too_big':
      return [explainTooBig(node, issue.origin, Number(issue.maximum))]
    default:
      return [wrongType(node, 'map')]
  }
}

/** A key that is missing far inside is told at the nearest map that exists. */
function explainAbsence(root: DocumentNode, path: Path): readonly Diagnostic[] {
  const parent = findNode(root, path.slice(0, -1)) ?? root
  return [missingKey(parent, String(path.at(-1)))]
}

const expectedKinds: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'true-or-false',
  array: 'list',
  object: 'map',
  record: 'map',
}

/** Either the key that tells the kinds of a map apart is wrong, or the value fits none, or almost fits one. */
function explainUnion(
  root: DocumentNode,
  node: DocumentNode,
  issue: z.core.$ZodIssueInvalidUnion,
): readonly Diagnostic[] {
  if (issue.inclusive !== false && issue.options !== undefined) {
    return [unknownValue(node, issue.options.map(String))]
  }
  const [nearest, ...others] = issue.errors.filter((branch) => !branch.some(isOtherType))
  if (nearest === undefined || others.length > 0)
    return [wrongType(node, issue.errors.flat().some(isNoMap) ? 'text-or-map' : 'text-or-list')]
  return nearest.flatMap((inner) =>
    explainIssue(root, Object.assign(inner, { path: [...issue.path, ...inner.path] })),
  )
}

function isOtherType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function isNoMap(issue: Issue): boolean {
  return isOtherType(issue) && issue.code === 'invalid_type' && issue.expected === 'object'
}

function explainUnknownKeys(
  node: DocumentNode,
  keys: readonly string[],
  allowed: readonly string[],
): readonly Diagnostic[] {
  const unknown = new Set(keys)
  return entriesOf(node)
    .filter((entry) => unknown.has(entry.key))
    .slice(0, MOST_DIAGNOSTICS)
    .map((entry) => unknownKey(entry, allowed))
}

/** The schemas name the format in the message of the check. */
function explainFormat(node: DocumentNode, format: string): Diagnostic {
  const { place } = node
  if (format === 'blank') return diagnose('empty-text', place, {})
  if (format === 'directory' || format === 'template' || format === 'file') {
    return diagnose('wrong-path', place, { path: writtenOf(node), use: format })
  }
  if (format.startsWith('{')) return diagnose('missing-placeholder', place, { placeholder: format })
  const expected = textFormats.find((name) => name === format) ?? 'plain-text'
  return diagnose('wrong-format', place, { expected, found: writtenOf(node) })
}

function explainTooSmall(node: DocumentNode, origin: string, minimum: number): Diagnostic {
  const { place } = node
  if (origin === 'string') return diagnose('empty-text', place, {})
  if (origin === 'number' || origin === 'int') return explainRange(node, minimum, null)
  return diagnose('too-few-items', place, { minimum })
}

function explainTooBig(node: DocumentNode, origin: string, maximum: number): Diagnostic {
  const { place } = node
  if (origin === 'string') return diagnose('text-too-long', place, { limit: maximum })
  if (origin === 'number' || origin === 'int') return explainRange(node, null, maximum)
  return diagnose('too-many-items', place, { maximum })
}

function explainRange(node: DocumentNode, minimum: number | null, maximum: number | null): Diagnostic {
  const found = node.kind === 'scalar' ? Number(node.value) : 0
  return diagnose('number-out-of-range', node.place, { found, minimum, maximum })
}
