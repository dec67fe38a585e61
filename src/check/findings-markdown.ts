import type { Finding } from './finding.ts'
import type { CheckReport } from './check-report.ts'
import { describeFinding } from './finding.ts'
import { summarySentence } from './findings-text.ts'
import { markdownWording } from './wording.ts'

/** More would not be read, and a job summary has its limits. */
const MOST_ROWS = 200

/** The findings as a short Markdown document, such as the summary of a job. */
export function findingsMarkdown(report: CheckReport): string {
  const shown = report.findings.slice(0, MOST_ROWS)
  const rest = report.findings.length - shown.length
  return [
    '## Records and their profiles',
    '',
    summarySentence(report),
    ...(shown.length === 0
      ? []
      : ['', '| Finding | Where | Why | What to do |', '| --- | --- | --- | --- |', ...shown.map(row)]),
    ...(rest === 0 ? [] : ['', `${rest} more are not shown.`]),
    '',
  ].join('\n')
}

function row(finding: Finding): string {
  const { kind, severity, path, line } = finding
  const { why, advice } = describeFinding(finding, markdownWording)
  const place = markdownWording.code(path + (line === null ? '' : `:${line}`))
  return `| ${severity}: ${kind} | ${place} | ${why}. | ${advice}. |`
}
