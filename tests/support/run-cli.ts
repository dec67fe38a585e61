import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { expect, inject } from 'vitest'
import { runProgram } from '../../src/cli/program.ts'
import { today } from '../../src/workspace/clock.ts'
import type { Files, Folder } from './git-folder.ts'

/** What a run of the program leaves for its caller to see. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

/** What is expected of a run: nothing said and exit code 0, unless stated. Files are compared when they are given. */
interface Expected extends Partial<Outcome> {
  readonly files?: Files
}

type Environment = Readonly<Record<string, string | undefined>>

type Runner = (options: readonly string[], cwd: string, environment: Environment) => Promise<Outcome>

/** One run of the program, with a bare environment and nothing to read. */
class Run {
  readonly #runner: Runner
  readonly #folder: Folder
  readonly #options: readonly string[]
  #environment: Environment = { PATH: process.env['PATH'], HOME: inject('home') }
  #below = '.'

  constructor(runner: Runner, folder: Folder, options: readonly string[]) {
    this.#runner = runner
    this.#folder = folder
    this.#options = options
  }

  /** With these variables as well; undefined takes one away. */
  with(variables: Environment): this {
    this.#environment = { ...this.#environment, ...variables }
    return this
  }

  /** In a folder below. */
  in(below: string): this {
    this.#below = below
    return this
  }

  /** What it gives, whatever that is. */
  outcome(): Promise<Outcome> {
    return this.#runner(this.#options, path.join(this.#folder.path, this.#below), this.#environment)
  }

  /** Compares everything, exactly. */
  async gives({ stdout = '', stderr = '', code = 0, files }: Expected): Promise<void> {
    expect(await this.outcome()).toEqual({ stdout, stderr, code })
    if (files !== undefined) expect(await this.#folder.files()).toEqual(files)
  }
}

/** The program as a process, as people run it. */
export const madrigal = (folder: Folder, ...options: readonly string[]): Run =>
  new Run(spawnProgram, folder, options)

/** The program in this process: the same but for `cli.ts`, without the third of a second that a start takes. */
export const inProcess = (folder: Folder, ...options: readonly string[]): Run =>
  new Run(callProgram, folder, options)

const spawnProgram: Runner = (options, cwd, environment) => {
  const child = spawn(process.execPath, [inject('program'), ...options], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 19_000,
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ stdout, stderr, code }))
  })
}

const callProgram: Runner = async (options, cwd, environment) => {
  let [stdout, stderr] = ['', '']
  const code = await runProgram(
    {
      arguments: options,
      cwd,
      environment,
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      today,
    },
    '0.0.0',
  )
  return { stdout, stderr, code }
}

/** A text of whole lines. */
export const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')
