import { type Alias, type Pair, type ParsedNode, isAlias, isMap, isScalar, isSeq } from 'yaml'
import { type Diagnostic, type Place, type SourceText, diagnose } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, MapEntry, ScalarNode } from './node.ts'
import { clampPlace } from './yaml-problem.ts'

/** How many values aliases may add to a text. */
const MOST_ALIASED_VALUES = 1000

/** Keys that mean something to JavaScript; none of our formats has one. */
const treacherousKeys = new Set(['__proto__', 'constructor', 'prototype'])

interface TreeBuilder {
  readonly source: SourceText
  readonly problems: Diagnostic[]
  readonly anchors: Map<string, { readonly node: DocumentNode; readonly size: number }>
  /** Values made so far, with those that aliases add. */
  size: number
  aliased: number
}

/** Turn the library's nodes into ours: places on everything, aliases followed, treacherous keys left out. */
export function buildTree(content: ParsedNode, source: SourceText) {
  const builder: TreeBuilder = { source, problems: [], anchors: new Map(), size: 0, aliased: 0 }
  const root = buildNode(builder, content, clampPlace(source, content.range[0], content.range[1]))
  return { root, problems: builder.problems }
}

function buildNode(builder: TreeBuilder, node: ParsedNode | null, placeWhenEmpty: Place): DocumentNode {
  if (node === null) return emptyScalar(placeWhenEmpty)
  const before = builder.size
  if (isAlias(node))
    return followAlias(builder, node.source, clampPlace(builder.source, node.range[0], node.range[1]))
  builder.size += 1
  const built = buildContent(builder, node, placeWhenEmpty)
  if (node.anchor !== undefined)
    builder.anchors.set(node.anchor, { node: built, size: builder.size - before })
  return built
}

function buildContent(
  builder: TreeBuilder,
  node: Exclude<ParsedNode, Alias.Parsed>,
  placeWhenEmpty: Place,
): DocumentNode {
  const [start, end] = node.range
  const place = trimPlace(clampPlace(builder.source, start, end))
  if (isSeq(node)) {
    const items = node.items.map((item) => buildNode(builder, item, place))
    return { kind: 'list', items, place }
  }
  if (isMap(node)) {
    return {
      kind: 'map',
      entries: buildEntries(builder, node.items),
      place,
    }
  }
  if (start === end) return emptyScalar(placeWhenEmpty)
  const written = builder.source.text.slice(start, end)
  const scalar: ScalarNode = { kind: 'scalar', value: readScalar(node, written), written, place }
  if (typeof scalar.value === 'string') reportControlCharacter(builder, scalar.value, place)
  return scalar
}

function readScalar(node: unknown, written: string): ScalarNode['value'] {
  const value = isScalar(node) ? node.value : written
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain || value === null ? value : written
}

function buildEntries(
  builder: TreeBuilder,
  pairs: readonly Pair<ParsedNode, ParsedNode | null>[],
): readonly MapEntry[] {
  const keys = new Set<string>()
  return pairs.flatMap(({ key: keyNode, value: valueNode }) => {
    const keyPlace = trimPlace(clampPlace(builder.source, keyNode.range[0], keyNode.range[1]))
    const value = buildNode(builder, valueNode, keyPlace)
    const key = readKey(builder, keyNode, keyPlace)
    if (key === null) return []
    if (keys.has(key)) {
      builder.problems.push(diagnose('duplicate-key', keyPlace, { key }))
      return []
    }
    keys.add(key)
    return [{ key, keyPlace, value }]
  })
}

/** The key's text, or null where it has none that may be used. */
function readKey(builder: TreeBuilder, node: ParsedNode, place: Place): string | null {
  if (!isScalar(node)) {
    builder.problems.push(diagnose('yaml-syntax', place, { problem: 'a key has to be text' }))
    return null
  }
  const key = typeof node.value === 'string' ? node.value : builder.source.text.slice(place.start, place.end)
  if (key === '<<') {
    builder.problems.push(diagnose('merge-key', place, {}))
    return null
  }
  if (treacherousKeys.has(key)) {
    builder.problems.push(diagnose('unknown-key', place, { key, nearest: null, allowed: [] }))
    return null
  }
  reportControlCharacter(builder, key, place)
  return key
}

function followAlias(builder: TreeBuilder, name: string, place: Place): DocumentNode {
  const anchored = builder.anchors.get(name)
  if (anchored === undefined) {
    builder.problems.push(diagnose('unknown-anchor', place, { anchor: name }))
    return emptyScalar(place)
  }
  const within = builder.aliased <= MOST_ALIASED_VALUES
  builder.aliased += anchored.size
  builder.size += anchored.size
  if (builder.aliased <= MOST_ALIASED_VALUES) return anchored.node
  if (within) {
    builder.problems.push(diagnose('too-many-aliases', place, { limit: MOST_ALIASED_VALUES }))
  }
  return emptyScalar(place)
}

function reportControlCharacter(builder: TreeBuilder, text: string, place: Place): void {
  const found = findControlCharacter(text)
  if (found === null) return
  const at = builder.source.text.slice(place.start, place.end).indexOf(found)
  const exact =
    at === -1 ? place : { ...place, start: place.start + at, end: place.start + at + found.length }
  const codePoint = found.codePointAt(0) ?? 0
  builder.problems.push(diagnose('control-character', exact, { codePoint }))
}

function emptyScalar(place: Place): ScalarNode {
  return { kind: 'scalar', value: null, written: '', place }
}

/** The library counts the line break after a block as a part of it. */
function trimPlace(place: Place): Place {
  const text = place.source.text.slice(place.start, place.end).trimEnd()
  return text === '' ? place : { ...place, end: place.start + text.length }
}

/** What can hide or reorder text: control characters but tab and newline, bidirectional overrides, half characters. */
const hidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u

function findControlCharacter(text: string): string | null {
  return hidden.exec(text)?.[0] ?? null
}
