import type { Document, ErrorCode, YAMLError } from 'yaml'
import { isCollection, isScalar, visit } from 'yaml'
import type { Diagnostic, Place, SourceText } from '../diagnostics/diagnostic.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'

/** Nobody reads more of them before the first is mended. */
const MOST_ERRORS = 10

/** Say in our own codes what the YAML library found: first what leaves the rest of the text without a clear meaning. */
export function explainYamlProblems(document: Document.Parsed, source: SourceText) {
  const unclosed = findUnclosed(document, source)
  const fatal = unclosed
    ? [explainUnclosed(unclosed)]
    : keepFirstOfLine(document.errors, source).map((error) => explainError(error, source))
  const others = document.warnings.map((warning) => explainWarning(warning, source))
  return { fatal, others }
}

/** A span that lies inside the text, whatever the library says. */
export function clampPlace(source: SourceText, start: number, end: number): Place {
  const inside = Math.max(0, Math.min(start, source.text.length))
  return { source, start: inside, end: Math.max(inside, Math.min(end, source.text.length)) }
}

function explainError(error: YAMLError, source: SourceText): Diagnostic {
  const place = clampPlace(source, error.pos[0], error.pos[1])
  if (error.code === 'TAB_AS_INDENT') return diagnose('tab-indentation', place, {})
  const unquoted = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? unquotedAt(source.text, place.start) : null
  return diagnose('yaml-syntax', place, {
    problem: describeError(error, source),
    ...(unquoted !== null && { unquoted }),
  })
}

/** The key and the text of a line that has a colon in its text, such as `summary: Go: fast`. */
function unquotedAt(text: string, offset: number): { readonly key: string; readonly text: string } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const [line = ''] = text.slice(start).split(/\r?\n/, 1)
  const [, key, value] = /^[\s-]*([^\s:#'"[{]+): +([^\s'"[{&*!|>].*: .*?)\s*$/.exec(line) ?? []
  if (key === undefined || value === undefined || (value.includes('"') && value.includes("'"))) return null
  return { key, text: value }
}

function explainWarning(warning: YAMLError, source: SourceText): Diagnostic {
  const place = clampPlace(source, warning.pos[0], warning.pos[1])
  if (warning.code === 'TAG_RESOLVE_FAILED') {
    return diagnose('unknown-tag', place, { tag: source.text.slice(place.start, place.end) })
  }
  return diagnose('yaml-syntax', place, { problem: lowerMessage(warning.message) })
}

const problemByCode: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'the lines of one list or map do not start in the same column',
  BLOCK_AS_IMPLICIT_KEY: 'a text that contains `: ` needs quotes, and a map in a map needs its own line',
  MULTIPLE_ANCHORS: 'a value has one anchor at most',
  BAD_DQ_ESCAPE: 'unknown escape in double quotes, where `\\` is written as `\\\\`',
}

function describeError(error: YAMLError, source: SourceText): string {
  if (error.code === 'BAD_SCALAR_START') {
    return `a text that starts with ${quote(source.text[error.pos[0]] ?? '')} needs quotes`
  }
  const { message } = error
  if (message.startsWith('Implicit map keys') || message.startsWith('Implicit keys')) {
    return 'a key has to stand on one line and end with `:`'
  }
  if (message.startsWith('Sequence item')) return 'an entry of a list has to start with `- `'
  if (error.code === 'UNEXPECTED_TOKEN') return 'this does not belong to the list, map or text before it'
  return problemByCode[error.code] ?? lowerMessage(error.message)
}

/** The library finds what is not closed at the end of the text; what opens it is where a person looks. */
function findUnclosed(document: Document.Parsed, source: SourceText): Place | null {
  const isUnclosed = document.errors.some(({ message }) => /^Missing closing|^Flow .* end with/.test(message))
  let last: Place | null = null
  if (!isUnclosed) return last
  visit(document, {
    Node(_, node) {
      const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE')
      if (!node.range || !(isQuoted || (isCollection(node) && node.flow))) return
      const [start, end] = node.range
      const isClosed = end - start > 1 && source.text[end - 1] === closing[source.text[start] ?? '']
      if (!isClosed) last = clampPlace(source, start, start + 1)
    },
  })
  return last
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" }

function explainUnclosed(place: Place): Diagnostic {
  const opening = place.source.text.slice(place.start, place.end)
  const problem = `${quote(opening)} opens here and no ${quote(closing[opening] ?? opening)} closes it`
  return diagnose('yaml-syntax', place, { problem })
}

/** One slip makes the library complain several times on its line, and can make it complain of all lines after it. */
function keepFirstOfLine(errors: readonly YAMLError[], source: SourceText): readonly YAMLError[] {
  const kept: YAMLError[] = []
  let lineEnd = -1
  for (const error of errors) {
    if (error.pos[0] <= lineEnd) continue
    kept.push(error)
    const lineBreak = source.text.indexOf('\n', error.pos[0])
    if (lineBreak === -1 || kept.length === MOST_ERRORS) break
    lineEnd = lineBreak
  }
  return kept
}

function quote(character: string): string {
  return character === '`' ? 'a backtick' : `\`${character}\``
}

function lowerMessage(message: string): string {
  const [first = ''] = message.split('\n')
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '')
}
