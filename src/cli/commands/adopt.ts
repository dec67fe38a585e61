import path from 'node:path'
import type { Plan } from '../../plan/plan-changes.ts'
import { planAdoption } from '../../plan/plan-adoption.ts'
import { adoptionJson, adoptionProblem } from '../../report/adoption-text.ts'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { displayPath, pathInside, readSource, readWhole } from '../../workspace/files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { reportNothingWritten } from '../report-diagnostics.ts'
import { type PlanGround, runPlan } from '../run-plan.ts'
import { generate } from './generate.ts'

export interface AdoptOptions {
  readonly as?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Takes records under care: one that somebody else wrote, or all whose base copy is missing. */
export function adopt(
  invocation: Invocation,
  named: readonly string[],
  options: AdoptOptions,
): Promise<ExitCode> | ExitCode {
  const records = named.filter((name) => name.endsWith('.md'))
  const profiles = named.filter((name) => !name.endsWith('.md'))
  const [record] = records
  if (records.length > 1)
    return misused(invocation, `found ${records.length} records, expected one at a time`)
  if (record !== undefined)
    return runPlan(invocation, profiles, options, (ground) => adoptionOf(invocation, ground, record, options))
  if (options.as !== undefined) return misused(invocation, '`--as` expects the path of a record beside it')
  return generate(invocation, profiles, { ...options, adopt: true })
}

function misused({ stderr }: Invocation, message: string): ExitCode {
  stderr.write(`error: ${message}\n`)
  return exitCode.wrongInput
}

async function adoptionOf(
  invocation: Invocation,
  { root, wanted, existing, date }: PlanGround,
  record: string,
  { as, dryRun = false, json }: AdoptOptions,
): Promise<Plan | ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const file = path.resolve(cwd, record)
  const name = displayPath(file, cwd)
  const inside = await pathInside(file, root)
  if (inside === null)
    return reportNothingWritten(invocation, [diagnoseFile('outside-repository', name, { path: name })])
  // Bytes that are no UTF-8 would not survive.
  const source = await readSource(file, name)
  const text = source.ok ? await readWhole(file, name) : source
  if (!text.ok) return reportNothingWritten(invocation, text.diagnostics)
  const request = { path: inside, text: text.value, ...(as !== undefined && { as }) }
  const adoption = planAdoption(wanted, existing, request, date)
  if (adoption.ok) return adoption.plan
  if (json) stdout.write(adoptionJson(adoption.problem, dryRun))
  stderr.write(adoptionProblem(adoption.problem, name))
  return exitCode.wrongInput
}
