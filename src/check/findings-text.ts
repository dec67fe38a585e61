import { countOf, listOf, upperFirst } from '../record/words.ts'
import type { Finding } from './finding.ts'
import type { Severity } from './finding-kind.ts'
import { harmless } from '../report/plain-text.ts'
import { makeVisible } from '../report/visible-text.ts'
import { type CheckReport, countBy } from './check-report.ts'
import { describeFinding } from './finding.ts'
import { textWording } from './wording.ts'

const colours: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', note: '1;36' }

/** How findings look on a terminal or in a log. */
export interface TextOptions {
  readonly colour: boolean
  /** A path as people see it, by the one from the root of the repository. */
  readonly pathTo: (path: string) => string
}

/** A few lines a finding: what it is and where, why, and what to do. No line begins with text from a file. */
export const findingsText = (report: CheckReport, options: TextOptions): string =>
  harmless(report.findings.map((finding) => `${findingLines(finding, options).join('\n')}\n`).join('\n'))

function findingLines(finding: Finding, { colour, pathTo }: TextOptions): readonly string[] {
  const paint = (code: string, text: string): string => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)
  const { kind, severity, path, line, profile } = finding
  const { why, advice } = describeFinding(finding, textWording, pathTo)
  const place = (file: string, at: number | null): string =>
    makeVisible(pathTo(file)) + (at === null ? '' : `:${at}`)
  const elsewhere =
    profile === null || profile.path === path
      ? []
      : [`  ${paint('34', '-->')} ${place(profile.path, profile.line)}`]
  return [
    `${paint(colours[severity], `${severity}[${kind}]`)} ${paint('1', place(path, line))}`,
    ...elsewhere,
    `  ${why}`,
    `  ${paint('34', '=')} ${advice}`,
  ]
}

/** "Two errors and one note in four records of one profile." */
export function summarySentence(report: CheckReport): string {
  const counts = countBy(report)
  const found = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    counts[severity] === 0 ? [] : [countOf(counts[severity], severity)],
  )
  const where = `${countOf(report.records, 'record')} of ${countOf(report.profiles, 'profile')}`
  return upperFirst(found.length === 0 ? `nothing to report in ${where}.` : `${listOf(found)} in ${where}.`)
}
