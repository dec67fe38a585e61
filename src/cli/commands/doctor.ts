import process from 'node:process'
import type { Command } from 'commander'
import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts'
import { questionsFor } from '../../report/asked-question.ts'
import { describeDiagnostic } from '../../report/diagnostic-message.ts'
import { type DoctorReport, doctorText } from '../../report/doctor-report.ts'
import { plainDecision } from '../../report/plain-verdict.ts'
import { askGit } from '../../workspace/git.ts'
import { displayPath } from '../../workspace/files.ts'
import { readRecords } from '../../workspace/record-texts.ts'
import { type Repository, findRepository } from '../../workspace/repository.ts'
import { ownManifest } from '../../workspace/shipped.ts'
import { steadyTree } from '../../workspace/work-tree.ts'
import { isInterrupted } from '../../workspace/write-files.ts'
import { answer } from '../answer.ts'
import { checkRepository } from '../check-repository.ts'
import { profilesMeant } from '../meant-profiles.ts'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { nearestRecordHome } from '../nearest-record-home.ts'
import { housesIn } from '../own-houses.ts'
import { type JudgedProfile, judgeProfile } from '../read-profile.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .addOption(jsonOption('it'))
    .addHelpText('after', examples(['madrigal doctor', 'madrigal doctor --json']))
    .action(run(doctor))
}

/** Says what the program sees where it runs, what is wrong there, and what comes next. Writes no file. */
export async function doctor(invocation: Invocation): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  const repository = await findRepository(cwd)
  const files = await profilesMeant([], cwd, repository, true)
  const judged = await Promise.all(
    (files.ok ? files.value : []).map(async (file) => ({
      file,
      result: await judgeProfile(file, cwd, repository),
    })),
  )
  const records = await recordsIn(invocation, repository)
  const rules = await housesIn(repository, cwd)
  const interrupted = await isInterrupted(repository.root)
  const isSound = judged.length > 0 && judged.every(({ result }) => result.ok) && records.ok
  const findings = isSound ? (await checkRepository(invocation, [], {}, repository)).findings : null
  const unwritten = findings?.filter(({ kind }) => kind === 'record-missing').length ?? 0
  const sight = {
    program: (await ownManifest()).version,
    node: process.versions.node,
    git: await askGit(cwd, '--version').then(
      (said) => said.trim(),
      () => null,
    ),
    repository: repository.missing === null ? repository.root : null,
    records: records.ok ? records.value : null,
    profiles: judged.map(({ file, result }) => profileOf(displayPath(file, cwd), result)),
    houses: rules.houses,
    interrupted,
    findings: findings?.length ?? null,
  }
  const sound = judged.flatMap(({ result }) => (result.ok ? [result.value] : []))
  const report = {
    ...sight,
    problems: [...problemsOf(sight, repository, records), ...rules.problems],
    next: nextStep(sight, sound, unwritten),
  }
  answer(invocation, { data: () => report, text: () => doctorText(report, widthOf(stdout)) })
  return exitCode.done
}

type Sight = Omit<DoctorReport, 'problems' | 'next'>
type Records = Result<NonNullable<DoctorReport['records']>>

async function recordsIn(invocation: Invocation, repository: Repository): Promise<Records> {
  const home = await nearestRecordHome(invocation, repository, undefined, 'directory')
  if (!home.ok) return home
  const { directory, reason, template } = home.value
  const { texts } = await readRecords(repository.root, directory, steadyTree(repository))
  return texts.ok ? { ok: true, value: { directory, reason, template, count: texts.value.size } } : texts
}

function profileOf(file: string, result: Result<JudgedProfile>): DoctorReport['profiles'][number] {
  if (!result.ok) return { file, criteria: [], verdicts: [], problems: result.diagnostics.length }
  const evaluations = result.value.decisions.map(({ evaluation }) => evaluation)
  return {
    file,
    criteria: evaluations.map(
      ({ pack: { id, version, house } }) =>
        `${id} ${version}${house === undefined ? '' : ` with the rules of ${house.title}`}`,
    ),
    verdicts: evaluations.map(plainDecision),
    problems: 0,
  }
}

function problemsOf({ profiles, interrupted }: Sight, { missing }: Repository, records: Records): string[] {
  const broken = profiles.filter(({ problems }) => problems > 0)
  return [
    ...(missing === null
      ? []
      : [`${missing}; records are kept in this folder, and nothing can be read from git`]),
    ...(records.ok ? [] : records.diagnostics.map(sentenceOf)),
    ...broken.map(({ file }) => `${file} cannot be used: \`madrigal evaluate ${file}\` says why`),
    ...(interrupted ? ['a run is under way or was interrupted: the next one that writes finishes it'] : []),
  ]
}

function sentenceOf(diagnostic: Diagnostic): string {
  const { sentence, help } = describeDiagnostic(diagnostic)
  return help === null ? sentence : `${sentence}; ${help}`
}

/** `unwritten` are records that there are not yet. */
function nextStep(
  { profiles, houses, findings }: Sight,
  judged: readonly JudgedProfile[],
  unwritten: number,
): string {
  const broken = houses.find(({ title }) => title === null)
  if (broken !== undefined) return `mend ${broken.file}`
  if (profiles.length === 0) return '`madrigal init` makes a profile from what the repository says'
  if (profiles.some(({ problems }) => problems > 0)) return 'mend the profile'
  if ((findings ?? 0) > unwritten)
    return '`madrigal check` says what does not follow from the profile any more'
  const open = judged.some(({ decisions }) =>
    decisions.some(({ evaluation }) => questionsFor(evaluation).length > 0),
  )
  if (open) return '`madrigal ask` asks what could still change a verdict'
  return unwritten > 0
    ? '`madrigal generate` writes the record'
    : 'nothing: every record follows from its profile'
}
