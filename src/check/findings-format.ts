import type { CheckReport } from './check-report.ts'
import { findingsGithub } from './findings-github.ts'
import { findingsJson } from './findings-json.ts'
import { findingsMarkdown } from './findings-markdown.ts'
import { type ToolDescription, findingsSarif } from './findings-sarif.ts'
import { type TextOptions, findingsText } from './findings-text.ts'

export type FindingsFormat = 'text' | 'json' | 'github' | 'sarif' | 'markdown'

/** Findings as people or other programs read them. */
export function formatFindings(
  report: CheckReport,
  format: FindingsFormat,
  { text, tool }: { readonly text: TextOptions; readonly tool: ToolDescription },
): string {
  switch (format) {
    case 'text':
      return findingsText(report, text)
    case 'json':
      return findingsJson(report)
    case 'github':
      return findingsGithub(report)
    case 'sarif':
      return findingsSarif(report, tool)
    case 'markdown':
      return findingsMarkdown(report)
  }
}
