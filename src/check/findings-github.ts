import type { Finding } from './finding.ts'
import type { Severity } from './finding-kind.ts'
import type { CheckReport } from './check-report.ts'
import { makeVisible } from '../report/visible-text.ts'
import { describeFinding } from './finding.ts'
import { textWording } from './wording.ts'

/** The command of GitHub's runner that makes an annotation. */
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * A workflow command of GitHub Actions for each finding, which it shows beside the line. Nothing from a file can end a
 * command or begin another one.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const findingsGithub = ({ findings }: CheckReport): string => findings.map(annotation).join('')

function annotation(finding: Finding): string {
  const { kind, severity, path, line, profile } = finding
  const { why, advice } = describeFinding(finding, textWording)
  const asked =
    profile === null || profile.path === path
      ? ''
      : `\n${makeVisible(profile.path)}${lineSuffix(profile.line)}`
  const properties = [
    `file=${escapeProperty(path)}`,
    ...(line === null ? [] : [`line=${line}`]),
    `title=${escapeProperty(kind)}`,
  ]
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(`${why}; ${advice}${asked}`)}\n`
}

const lineSuffix = (line: number | null): string => (line === null ? '' : `:${line}`)

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
