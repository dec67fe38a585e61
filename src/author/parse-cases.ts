import type * as z from 'zod/mini'
import { checkReference } from '../criteria/check-references.ts'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, type SourceText, fail, succeed } from '../diagnostics/diagnostic.ts'
import { missingKey } from '../document/describe-value.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { checkIds } from '../document/schema.ts'
import { validate } from '../document/validate.ts'
import type { FactState } from '../profile/fact.ts'
import type { Component, Profile } from '../profile/profile.ts'
import { type FactCatalogue, readFacts, settleFacts } from '../profile/read-facts.ts'
import { buildCasesSchema } from './cases-schema.ts'
import type { Expected, PackCase } from './pack-cases.ts'

type States = ReadonlyMap<string, FactState>
type Written = z.infer<ReturnType<typeof buildCasesSchema>>

/** What a part of the file is read with. */
interface Reading {
  readonly pack: Pack
  readonly catalogue: FactCatalogue
  readonly problems: Diagnostic[]
}

/**
 * Read the cases that stand beside a pack.
 *
 * @param source the YAML text, with the name that messages show
 * @param pack the pack that they are about
 * @returns the cases, a mirror as one for each of its options; or every problem with its place
 */
export function parseCases(source: SourceText, pack: Pack): Result<readonly PackCase[]> {
  const document = readYaml(source)
  if (!document.ok) return document
  const { root } = document.value
  const written = validate(document.value, buildCasesSchema(pack.options.map(({ id }) => id)))
  const catalogue: FactCatalogue = {
    facts: new Map(pack.facts.map((fact) => [fact.id, fact])),
    replaced: new Map(pack.replaced.map((old) => [old.id, old])),
    apart: new Map(),
    former: new Map(),
    complete: true,
    problems: [],
  }
  const reading = { pack, catalogue, problems: [...(written.ok ? [] : written.diagnostics)] }
  const plain = statesAt(reading, root, 'plain')
  const cases = [
    ...itemsOf(findChild(root, 'cases')).map((node, index) =>
      readCase(reading, plain, node, written.ok ? written.value.cases?.[index] : undefined),
    ),
    ...itemsOf(findChild(root, 'mirrors')).flatMap((node, index) =>
      readMirror(reading, plain, node, written.ok ? written.value.mirrors?.[index] : undefined),
    ),
  ]
  return reading.problems.length > 0 ? fail(...sortDiagnostics(reading.problems)) : succeed(cases)
}

function statesAt({ catalogue, problems }: Reading, node: DocumentNode, key: string): States {
  const { states, problems: found } = readFacts(findChild(node, key), catalogue)
  problems.push(...found)
  return states
}

/** The place of the name of a case, or of the case. */
function placeOf(node: DocumentNode) {
  const { source, start } = (findChild(node, 'name') ?? node).place
  return locateOffset(source.text, start)
}

function readCase(
  reading: Reading,
  plain: States,
  node: DocumentNode,
  written: NonNullable<Written['cases']>[number] | undefined,
): PackCase {
  const { catalogue, problems } = reading
  const components = findChild(node, 'components')
  problems.push(...checkIds(components, 1), ...checkExpected(reading.pack, node))
  const project = new Map([...plain, ...statesAt(reading, node, 'facts')])
  const parts = entriesOf(components).map(({ key, value }) => ({
    id: key,
    states: statesAt(reading, value, 'facts'),
  }))
  const dominant = written?.['dominant-constraint']
  return {
    name: written?.name ?? '',
    ...placeOf(node),
    ...profilesOf(catalogue, written?.name ?? '', project, parts),
    ...(dominant !== undefined && { dominantConstraint: dominant }),
    expected: (written?.expect ?? { kind: 'no-option' }) satisfies Expected,
  }
}

function readMirror(
  reading: Reading,
  plain: States,
  node: DocumentNode,
  written: NonNullable<Written['mirrors']>[number] | undefined,
): readonly PackCase[] {
  const options = reading.pack.options.map(({ id }) => id)
  const sides = entriesOf(node).filter(({ key }) => options.includes(key))
  if (node.kind === 'map' && sides.length < 2)
    reading.problems.push(missingKey(node, options.find((id) => sides.every(({ key }) => key !== id)) ?? ''))
  return sides.map(({ key, value, keyPlace }) => {
    const { states, problems } = readFacts(value, reading.catalogue)
    reading.problems.push(...problems)
    const name = `${written?.name ?? ''} (\`${key}\`)`
    return {
      name,
      ...locateOffset(keyPlace.source.text, keyPlace.start),
      ...profilesOf(reading.catalogue, name, new Map([...plain, ...states]), []),
      expected: {
        kind: 'chosen',
        option: key,
        ...(written !== undefined && { confidence: written.confidence }),
      },
    }
  })
}

/** What a case names exists. */
function checkExpected(pack: Pack, node: DocumentNode): readonly Diagnostic[] {
  const expected = findChild(node, 'expect')
  const one = (key: string, from = expected): readonly DocumentNode[] => {
    const found = findChild(from, key)
    return found === undefined ? [] : [found]
  }
  const many = (key: string): readonly DocumentNode[] => itemsOf(findChild(expected, key))
  const components = entriesOf(findChild(node, 'components')).map(({ key }) => key)
  const assigned = entriesOf(findChild(expected, 'assignment'))
  const options = [...one('option'), ...many('options'), ...assigned.map(({ value }) => value)]
  const drivers = [...many('drivers'), ...one('dominant-constraint', node)]
  const rules = [...pack.criteria, ...pack.vetoes, ...pack.watch]
  return [
    ...options.flatMap((option) => checkReference('option', option, idsOf(pack.options))),
    ...drivers.flatMap((driver) => checkReference('driver', driver, idsOf(pack.drivers))),
    ...[...many('holds'), ...many('holds-not')].flatMap((rule) => checkReference('rule', rule, idsOf(rules))),
    ...assigned.flatMap(({ key, keyPlace }) =>
      checkReference('component', { kind: 'scalar', value: key, written: key, place: keyPlace }, components),
    ),
  ]
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)

interface Part {
  readonly id: string
  readonly states: States
}

/** A profile of the given facts; and the same cut into two parts, where it has none of its own. */
function profilesOf(
  catalogue: FactCatalogue,
  name: string,
  project: States,
  parts: readonly Part[],
): Pick<PackCase, 'profile' | 'cut'> {
  const partOf = ({ id, states }: Part): Component => ({
    id,
    name: id,
    ...settleFacts(catalogue, project, states),
  })
  const whole: Component = {
    id: 'project',
    name,
    ...settleFacts(catalogue, new Map(), project),
    inherited: new Set(),
  }
  if (parts.length > 0) return { profile: profileOf(name, true, parts.map(partOf)) }
  const halves = ['one', 'two'].map((id) => partOf({ id, states: new Map() }))
  return { profile: profileOf(name, false, [whole]), cut: profileOf(name, true, halves) }
}

const profileOf = (project: string, divided: boolean, components: readonly Component[]): Profile => ({
  project,
  deciders: [],
  consulted: [],
  informed: [],
  decisions: [],
  readFromRepository: [],
  record: {},
  divided,
  components,
})
