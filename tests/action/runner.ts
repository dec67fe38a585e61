import { spawn } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { inject } from 'vitest'
import { parse } from 'yaml'
import { type Contexts, holds, substitute } from './expressions.ts'
import { readLog } from './runner-log.ts'

interface Step {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly shell: string
  readonly run: string
  readonly env?: Readonly<Record<string, string>>
}

/** A composite action, as far as it is used here. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

/** A job that uses the action. */
export interface Job {
  /** The checkout of the repository that the job is about. */
  readonly workspace: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly eventName?: string
  readonly event?: object
  /** Where GitHub answers. */
  readonly api?: string
  /** What stands in for Madrigal. */
  readonly program?: string
}

const root = path.resolve(import.meta.dirname, '../..')
const shells: Readonly<Record<string, readonly string[]>> = {
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'],
}

export const readAction = async (): Promise<Action> =>
  parse(await readFile(path.join(root, 'action.yml'), 'utf8')) as Action

/** Runs the action's steps as the runner does, and tells what GitHub would then show. */
export async function runAction(job: Job) {
  const temporary = await realpath(await mkdtemp(path.join(tmpdir(), 'madrigal-runner-')))
  try {
    await layOut(temporary, job)
    return await runSteps(temporary, job)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The runner's folders: the action with Madrigal built in it, and one for temporary files. */
async function layOut(temporary: string, { event = {}, program }: Job): Promise<void> {
  await mkdir(path.join(temporary, 'action'))
  await mkdir(path.join(temporary, 'temp'))
  await cp(path.join(root, 'action'), path.join(temporary, 'action/action'), { recursive: true })
  await copyFile(path.join(root, 'package.json'), path.join(temporary, 'action/package.json'))
  if (program === undefined)
    await symlink(path.dirname(inject('program')), path.join(temporary, 'action/dist'), 'junction')
  else {
    await mkdir(path.join(temporary, 'action/dist'))
    await writeFile(path.join(temporary, 'action/dist/cli.js'), program)
  }
  await writeFile(path.join(temporary, 'event.json'), JSON.stringify(event))
}

async function runSteps(temporary: string, job: Job) {
  const action = await readAction()
  const inputs = inputsOf(action, job.inputs ?? {})
  const steps: Record<string, Contexts> = {}
  const contexts: Contexts = { inputs, steps }
  let [log, summary, failed] = ['', '', false]
  const ran: string[] = []
  for (const step of action.runs.steps) {
    if (failed || !holds(step.if ?? '${{ true }}', contexts)) continue
    const done = await runStep(temporary, job, step, contexts)
    ran.push(step.name)
    log += done.log
    summary += done.summary
    failed = done.code !== 0
    if (step.id !== undefined) steps[step.id] = { outputs: done.outputs }
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, substitute(value, contexts)]),
  )
  const [review, sarif] = await Promise.all([outputs['review'], outputs['sarif']].map(readIfNamed))
  return { ran, ...readLog(log), summary, failed, outputs, review, sarif }
}

/** The text of a file that an output names. */
const readIfNamed = async (file: string | undefined): Promise<string> => (file ? readFile(file, 'utf8') : '')

function inputsOf(action: Action, given: Readonly<Record<string, string>>): Contexts {
  for (const name of Object.keys(given))
    if (!(name in action.inputs)) throw new Error(`the action has no input ${name}`)
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  )
}

async function runStep(temporary: string, job: Job, step: Step, contexts: Contexts) {
  const shell = shells[step.shell]
  if (shell === undefined) throw new Error(`there is no shell ${step.shell}`)
  const file = (name: string): string => path.join(temporary, name)
  await writeFile(file('script'), substitute(step.run, contexts))
  await writeFile(file('output'), '')
  await writeFile(file('summary'), '')
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, substitute(value, contexts)])
  const { log, code } = await runShell([...shell, file('script')], job.workspace, {
    ...variables(temporary, job),
    ...Object.fromEntries(own),
  })
  return {
    log,
    code,
    outputs: readOutputs(await readFile(file('output'), 'utf8')),
    summary: await readFile(file('summary'), 'utf8'),
  }
}

const variables = (temporary: string, { workspace, eventName = 'push', api }: Job) => ({
  PATH: process.env['PATH'],
  HOME: inject('home'),
  ADR_DATE: '2026-11-23',
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION_PATH: path.join(temporary, 'action'),
  ...(api !== undefined && { GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: `${api}/graphql` }),
  GITHUB_EVENT_NAME: eventName,
  GITHUB_EVENT_PATH: path.join(temporary, 'event.json'),
  GITHUB_OUTPUT: path.join(temporary, 'output'),
  GITHUB_REPOSITORY: 'kitchen/breakfast',
  GITHUB_STEP_SUMMARY: path.join(temporary, 'summary'),
  GITHUB_WORKSPACE: workspace,
  RUNNER_TEMP: path.join(temporary, 'temp'),
})

function runShell(
  [command = '', ...options]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly log: string; readonly code: number | null }> {
  const child = spawn(command, options, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 19_000 })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ log, code }))
  })
}

/** `name=value` on a line, or `name<<word`, lines and the word again. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length - 1; at += 1) {
    const [, name = '', how = '', rest = ''] = /^([^=<]+)(<<|=)(.*)$/.exec(lines[at] ?? '') ?? []
    if (name === '') throw new Error(`the runner does not take this line for an output: ${lines[at]}`)
    const end = how === '=' ? at : lines.indexOf(rest, at + 1)
    if (end === -1) throw new Error(`nothing ends the output ${name}`)
    outputs[name] = how === '=' ? rest : lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
