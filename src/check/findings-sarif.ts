import { type Finding, type FindingKind, describeFinding, findingKinds, kinds } from './finding.ts'
import { textNotation } from './finding-kind.ts'
import { jsonText } from '../report/answer-json.ts'

/** What a log says of the program that wrote it. */
export interface ToolDescription {
  readonly version: string
  /** The address of the source, if it has one. */
  readonly homepage?: string
}

/**
 * The findings in the Static Analysis Results Interchange Format, version 2.1.0, for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function findingsSarif(findings: readonly Finding[], { version, homepage }: ToolDescription): string {
  const driver = {
    name: 'Madrigal',
    semanticVersion: version,
    ...(homepage !== undefined && { informationUri: homepage }),
    rules: findingKinds.map((kind) => rule(kind, homepage)),
  }
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    results: findings.map(result),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return jsonText(log)
}

const rule = (kind: FindingKind, homepage: string | undefined): object => ({
  id: kind,
  shortDescription: { text: kinds[kind].rule },
  help: { text: `See docs/checking.md about \`${kind}\`.` },
  ...(homepage !== undefined && {
    helpUri: `${homepage.replace(/#.*$|\/$/, '')}/blob/main/docs/checking.md#findings`,
  }),
  defaultConfiguration: { level: kinds[kind].severity },
})

function result(finding: Finding): object {
  const { kind, severity, path, line, profile } = finding
  const { why, advice } = describeFinding(finding, textNotation)
  const id = 'id' in finding.about ? finding.about.id : ''
  return {
    ruleId: kind,
    ruleIndex: findingKinds.indexOf(kind),
    level: severity,
    message: { text: withoutLinks(`${why}; ${advice}.`) },
    locations: [locationOf(path, line)],
    ...(profile !== null &&
      profile.path !== path && { relatedLocations: [locationOf(profile.path, profile.line)] }),
    partialFingerprints: { 'recordAndKind/v1': [kind, path, ...(id === '' ? [] : [id])].join(' ') },
  }
}

/** What looks like a link would be one. */
const withoutLinks = (text: string): string => text.replaceAll('](', '] (')

const locationOf = (path: string, line: number | null): object => ({
  physicalLocation: {
    artifactLocation: {
      uri: path.split('/').map(encodeURIComponent).join('/'),
      uriBaseId: '%SRCROOT%',
    },
    ...(line !== null && { region: { startLine: line } }),
  },
})
