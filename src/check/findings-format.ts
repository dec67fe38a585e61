import { answerJson } from '../report/answer-json.ts'
import type { CheckReport } from './check-report.ts'
import { findingsGithub } from './findings-github.ts'
import { findingsData } from './findings-json.ts'
import { findingsMarkdown } from './findings-markdown.ts'
import { type ToolDescription, findingsSarif } from './findings-sarif.ts'
import { type TextOptions, findingsText } from './findings-text.ts'

interface FormatOptions {
  readonly text: TextOptions
  readonly tool: ToolDescription
}

/** Findings as people or other programs read them, by the name of the format. */
export const findingsFormats = {
  text: (report, { text }) => findingsText(report, text),
  json: (report) => answerJson('check', findingsData(report)),
  github: (report) => findingsGithub(report),
  sarif: (report, { tool }) => findingsSarif(report, tool),
  markdown: (report) => findingsMarkdown(report),
} satisfies Readonly<Record<string, (report: CheckReport, options: FormatOptions) => string>>

export type FindingsFormat = keyof typeof findingsFormats
