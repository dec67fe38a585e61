import { countOf, listOf, upperFirst } from '../record/words.ts'
import { answerJson } from '../report/answer-json.ts'
import { harmless } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { type Severity, markdownNotation, textNotation } from './finding-kind.ts'
import { type Finding, describeFinding } from './finding.ts'
import { type ToolDescription, findingsSarif } from './findings-sarif.ts'
import type { FindingsList } from './findings-schema.ts'

/** What a check found, and in how much. */
export interface CheckReport {
  readonly findings: readonly Finding[]
  readonly profiles: number
  /** How many records are there. */
  readonly records: number
  /** Whether warnings and notes fail the check as well. */
  readonly strict: boolean
}

export const fails = ({ findings, strict }: CheckReport): boolean =>
  findings.some(({ severity }) => strict || severity === 'error')

/** How findings look on a terminal or in a log, and what wrote them. */
interface FormatOptions {
  readonly colour: boolean
  /** A path as people see it, by the one from the root of the repository. */
  readonly pathTo: (path: string) => string
  readonly tool: ToolDescription
}

/** Findings as people or other programs read them, by the name of the format. No line begins with text from a file. */
export const findingsFormats = {
  text: ({ findings }, options) =>
    harmless(findings.map((finding) => findingText(finding, options)).join('\n')),
  json: (report) => answerJson('check', findingsData(report)),
  github: ({ findings }) => findings.map(annotation).join(''),
  sarif: ({ findings }, { tool }) => findingsSarif(findings, tool),
  markdown: findingsMarkdown,
} satisfies Readonly<Record<string, (report: CheckReport, options: FormatOptions) => string>>

export type FindingsFormat = keyof typeof findingsFormats

/** What is different from severity to severity: its colour, and the command of GitHub's runner that makes an annotation. */
const severities = {
  error: { colour: '1;31', command: 'error' },
  warning: { colour: '1;33', command: 'warning' },
  note: { colour: '1;36', command: 'notice' },
} as const

const count = ({ findings }: CheckReport, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length

/** "Two errors and one note in four records of one profile." */
export function summarySentence(report: CheckReport): string {
  const found = (['error', 'warning', 'note'] as const)
    .filter((severity) => count(report, severity) > 0)
    .map((severity) => countOf(count(report, severity), severity))
  const where = `${countOf(report.records, 'record')} of ${countOf(report.profiles, 'profile')}`
  return upperFirst(`${found.length === 0 ? 'nothing to report' : listOf(found)} in ${where}.`)
}

const placeText = (path: string, line: number | null): string => path + (line === null ? '' : `:${line}`)

/** Where the profile asks for the record, unless it is the profile that is wrong. */
const askedAt = ({ path, profile }: Finding, pathTo = (file: string): string => file): string | null =>
  profile === null || profile.path === path
    ? null
    : placeText(makeVisible(pathTo(profile.path)), profile.line)

/** A few lines: what it is and where, why, and what to do. */
function findingText(finding: Finding, { colour, pathTo }: FormatOptions): string {
  const paint = (code: string, text: string): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)
  const { kind, severity, path, line } = finding
  const { why, advice } = describeFinding(finding, textNotation, pathTo)
  const asked = askedAt(finding, pathTo)
  const place = placeText(makeVisible(pathTo(path)), line)
  return [
    `${paint(severities[severity].colour, `${severity}[${kind}]`)} ${paint('1', place)}\n`,
    asked === null ? '' : `  ${paint('34', '-->')} ${asked}\n`,
    `  ${why}\n`,
    `  ${paint('34', '=')} ${advice}\n`,
  ].join('')
}

/** The findings for machines, with the words that people get. Paths are relative to the repository. */
const findingsData = (report: CheckReport): FindingsList => ({
  failed: fails(report),
  strict: report.strict,
  profiles: report.profiles,
  records: report.records,
  counts: { error: count(report, 'error'), warning: count(report, 'warning'), note: count(report, 'note') },
  findings: report.findings.map((finding) => {
    const { about, ...placed } = finding
    return { ...placed, ...describeFinding(finding, textNotation), about: { ...about } }
  }),
})

/**
 * A workflow command of GitHub Actions, which it shows beside the line. Nothing from a file can end a command or begin
 * another one.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function annotation(finding: Finding): string {
  const { kind, severity, path, line } = finding
  const { why, advice } = describeFinding(finding, textNotation)
  const asked = askedAt(finding)
  const properties = [
    `file=${escapeProperty(path)}`,
    ...(line === null ? [] : [`line=${line}`]),
    `title=${escapeProperty(kind)}`,
  ]
  const text = escapeData(`${why}; ${advice}${asked === null ? '' : `\n${asked}`}`)
  return `::${severities[severity].command} ${properties.join(',')}::${text}\n`
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** More would not be read, and a job summary has its limits. */
const MOST_ROWS = 200

/** The findings as a short Markdown document, such as the summary of a job. */
function findingsMarkdown(report: CheckReport): string {
  const rows = report.findings.slice(0, MOST_ROWS).map(tableRow)
  const rest = report.findings.length - rows.length
  return [
    '## Records and their profiles',
    '',
    summarySentence(report),
    ...(rows.length === 0
      ? []
      : ['', '| Finding | Where | Why | What to do |', '| --- | --- | --- | --- |', ...rows]),
    ...(rest === 0 ? [] : ['', `${rest} more are not shown.`]),
    '',
  ].join('\n')
}

function tableRow(finding: Finding): string {
  const { kind, severity, path, line } = finding
  const { why, advice } = describeFinding(finding, markdownNotation)
  return `| ${severity}: ${kind} | ${markdownNotation.code(placeText(path, line))} | ${why}. | ${advice}. |`
}
