import type { Finding } from './finding.ts'
import { type CheckReport, countBy, fails } from './check-report.ts'
import { describeFinding } from './finding.ts'
import type { FindingsList } from './findings-schema.ts'
import { textWording } from './wording.ts'

/** The findings for machines, with the words that people get. Paths are relative to the repository. */
export function findingsData(report: CheckReport): FindingsList {
  const { findings, profiles, records, strict } = report
  return {
    failed: fails(report),
    strict,
    profiles,
    records,
    counts: countBy(report),
    findings: findings.map(findingData),
  }
}

function findingData(finding: Finding): FindingsList['findings'][number] {
  const { kind, severity, path, line, profile, about } = finding
  return {
    kind,
    severity,
    path,
    line,
    profile,
    ...describeFinding(finding, textWording),
    about: { ...about },
  }
}
