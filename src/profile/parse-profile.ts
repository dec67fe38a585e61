import * as z from 'zod/mini'
import { type Diagnostic, type Result, type SourceText, fail, succeed } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { checkIds } from '../document/schema.ts'
import { validate } from '../document/validate.ts'
import type { Component, DecisionRequest, Profile } from './profile.ts'
import {
  type CriteriaRequest,
  type PackOutlines,
  checkDecisions,
  checkPins,
  listCriteria,
  withDecisionForm,
} from './read-decisions.ts'
import { checkFactNames, collectFacts, readFacts, settleFacts, withFactsPlace } from './read-facts.ts'
import { buildProfileSchema, criteriaName } from './schema.ts'

/** The one component of a profile that names none. */
const WHOLE_PROJECT = 'project'

const schema = buildProfileSchema({ criteria: criteriaName, driver: z.string(), facts: z.unknown() })

type WrittenProfile = z.infer<typeof schema>

/**
 * Answer the packs that a profile asks for, so that they can be fetched before it is parsed.
 *
 * @param source the YAML text of the profile
 * @returns each `criteria` as written, with its place; nothing where the text cannot be read
 */
export function requestedCriteria(source: SourceText): readonly CriteriaRequest[] {
  const document = readYaml(source)
  return document.ok ? listCriteria(document.value.root) : []
}

/**
 * Read a profile against the packs it asks for.
 *
 * @param source the YAML text, with the name that messages show
 * @param packs the packs by `criteria` as the profile writes it; see `requestedCriteria`
 * @param knownPacks ids to suggest where a pack is missing
 * @returns the profile with the state of every fact of every component, or every problem with its place; throws nothing
 * @see docs/profile.md for the format
 */
export function parseProfile(
  source: SourceText,
  packs: PackOutlines,
  knownPacks: readonly string[] = [],
): Result<Profile> {
  const document = readYaml(source)
  if (!document.ok) return document
  const { root } = document.value
  // By another pack than the one that is meant, the rest may be wrong or right.
  const pins = checkPins(root, packs)
  if (pins.length > 0) return fail(...pins)
  const written = validate(document.value, schema)
  const readings = readAllFacts(root, packs)
  const problems: readonly Diagnostic[] = [
    ...(written.ok ? [] : written.diagnostics).map((problem) =>
      withFactsPlace(readings.catalogue, withDecisionForm(root, problem)),
    ),
    ...checkIds(findChild(root, 'components'), 1),
    ...checkDecisions(root, packs, knownPacks),
    ...checkFactNames(itemsOf(findChild(root, 'read-from-repository')), readings.catalogue),
    ...readings.catalogue.problems,
    ...readings.project.problems,
    ...readings.components.flatMap(({ reading }) => reading.problems),
  ]
  if (!written.ok || problems.length > 0) return fail(...sortDiagnostics(problems))
  return succeed(buildProfile(written.value, readings))
}

type FactReadings = ReturnType<typeof readAllFacts>

function readAllFacts(root: DocumentNode, packs: PackOutlines) {
  const catalogue = collectFacts(listCriteria(root), packs)
  return {
    catalogue,
    project: readFacts(findChild(root, 'facts'), catalogue),
    components: entriesOf(findChild(root, 'components')).map(({ key, value }) => ({
      id: key,
      node: value,
      reading: readFacts(findChild(value, 'facts'), catalogue),
    })),
  }
}

function buildProfile(written: WrittenProfile, readings: FactReadings): Profile {
  const project = written.project.trim()
  const divided = readings.components.length > 0
  const summary = optionalText(written.summary)
  const sourcesOlderThan = written.check?.['sources-older-than']
  const whole: Component = {
    id: WHOLE_PROJECT,
    name: project,
    ...summary,
    ...settleFacts(readings.catalogue, new Map(), readings.project.states),
    inherited: new Set(),
  }
  return {
    project,
    ...summary,
    deciders: listNames(written.deciders),
    consulted: listNames(written.consulted),
    informed: listNames(written.informed),
    decisions: written.decisions.map((decision) => buildDecision(decision, written['revisit-by'])),
    readFromRepository: written['read-from-repository'] ?? [],
    record: written.record ?? {},
    ...(sourcesOlderThan !== undefined && { sourcesOlderThan }),
    ...(readings.catalogue.apart.size > 0 && { apart: new Set(readings.catalogue.apart.keys()) }),
    divided,
    components: divided ? buildComponents(readings) : [whole],
  }
}

function buildDecision(
  written: WrittenProfile['decisions'][number],
  revisitAllBy: string | undefined,
): DecisionRequest {
  const { 'dominant-constraint': dominantConstraint, 'revisit-by': ownRevisitBy, ...request } = written
  const revisitBy = ownRevisitBy ?? revisitAllBy
  return {
    ...request,
    ...(dominantConstraint !== undefined && { dominantConstraint }),
    ...(revisitBy !== undefined && { revisitBy }),
  }
}

function buildComponents({ catalogue, project, components }: FactReadings): readonly Component[] {
  return components.map(({ id, node, reading }) => ({
    id,
    name: textOf(findChild(node, 'name'))?.trim() ?? id,
    ...optionalText(textOf(findChild(node, 'summary'))),
    ...settleFacts(catalogue, project.states, reading.states),
  }))
}

function optionalText(summary: string | undefined): { readonly summary?: string } {
  return summary === undefined ? {} : { summary: summary.trim() }
}

function listNames(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return []
  return (typeof names === 'string' ? [names] : names).map((person) => person.trim())
}
