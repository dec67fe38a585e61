import type { Command } from 'commander'
import path from 'node:path'
import { joinResults } from '../../diagnostics/join-results.ts'
import type { ExistingFiles, WantedDecision } from '../../plan/wanted-record.ts'
import { planAdoption } from '../../plan/plan-adoption.ts'
import { adoptionData, adoptionProblem } from '../../report/adoption-text.ts'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { displayPath, pathInside, readSource, readWhole } from '../../workspace/files.ts'
import { steadyTree } from '../../workspace/work-tree.ts'
import { verdictsOf } from '../../report/plan-report.ts'
import { answer } from '../answer.ts'
import { type ExitCode, Stop, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { placedDecisions } from '../placed-profile.ts'
import { refuse, stopUnwritten, valueToWrite } from '../problems.ts'
import { isRecordPath, repositoryMeant } from '../repository-meant.ts'
import { type PlanGround, type Planned, runPlan } from '../run-plan.ts'
import { generate } from './generate.ts'
import { type ActionOf, dryRunOption, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument(
      '[path...]',
      'a record, its name ends in .md, and profiles to read (default: the nearest adr-profile.yaml)',
    )
    .option('--as <decision>', 'which decision it is the record of, where the profile asks for several')
    .addOption(dryRunOption())
    .addOption(jsonOption('the plan'))
    .addHelpText(
      'after',
      examples([
        'madrigal adopt docs/adr/0003-choose-language.md',
        'madrigal adopt docs/adr/0003-choose-language.md --as python-vs-go/gateway',
        'madrigal adopt',
      ]),
    )
    .action(run(adopt))
}

export interface AdoptOptions {
  readonly as?: string
  readonly dryRun?: boolean
}

/** Takes records under care: one that somebody else wrote, or all whose base copy is missing. */
export async function adopt(
  invocation: Invocation,
  named: readonly string[],
  options: AdoptOptions,
): Promise<ExitCode> {
  const records = named.filter(isRecordPath)
  const profiles = named.filter((name) => !isRecordPath(name))
  const [record] = records
  if (records.length > 1) refuse(invocation, `found ${records.length} records, expected one at a time`)
  if (record !== undefined)
    return runPlan(
      invocation,
      profiles,
      options,
      (ground) => adoptionOf(invocation, ground, record, options),
      await repositoryMeant(invocation, named),
    )
  if (options.as !== undefined) refuse(invocation, '`--as` expects the path of a record beside it')
  return generate(invocation, profiles, { ...options, adopt: true })
}

async function adoptionOf(
  invocation: Invocation,
  ground: PlanGround,
  record: string,
  { as, dryRun = false }: AdoptOptions,
): Promise<Planned> {
  const { cwd, stderr } = invocation
  const { root, missing, date } = ground
  const decisions = valueToWrite(invocation, joinResults(ground.profiles.map(placedDecisions))).flat()
  const file = path.resolve(cwd, record)
  const name = displayPath(file, cwd)
  const inside = await pathInside(file, root)
  if (inside === null) stopUnwritten(invocation, [diagnoseFile('outside-repository', name, { path: name })])
  const tree = steadyTree({ root, missing })
  // Bytes that are no UTF-8 would not survive.
  const source = await readSource(file, name, tree)
  const text = valueToWrite(invocation, source.ok ? await readWhole(file, name, tree) : source)
  const request = { path: inside, text, ...(as !== undefined && { as }) }
  const adoption = planAdoption(
    decisions.map((decision) => decision.record),
    await withEvidence(invocation, ground, decisions),
    request,
    date,
  )
  if (adoption.ok) return { plan: adoption.plan, verdicts: verdictsOf(decisions) }
  answer(invocation, { data: () => adoptionData(adoption.problem, dryRun), text: () => '' })
  stderr.write(adoptionProblem(adoption.problem, name))
  throw new Stop(exitCode.wrongInput)
}

/** Any of the decisions may be the one that is meant. */
async function withEvidence(
  invocation: Invocation,
  { existing, evidenceOf }: PlanGround,
  decisions: readonly WantedDecision[],
): Promise<ExistingFiles> {
  const [evidence, evidenceData] = [new Map(existing.evidence), new Map(existing.evidenceData)]
  for (const { record } of decisions) {
    const known = valueToWrite(invocation, await evidenceOf(record.id))
    for (const [id, text] of known.evidence) evidence.set(id, text)
    for (const [id, text] of known.evidenceData) evidenceData.set(id, text)
  }
  return { ...existing, evidence, evidenceData }
}
