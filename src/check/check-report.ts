import type { Finding } from './finding.ts'
import type { Severity } from './finding-kind.ts'

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

export const countBy = ({ findings }: CheckReport): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}
