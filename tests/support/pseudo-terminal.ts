import process from 'node:process'
import { type IPty, spawn } from '@lydell/node-pty'
import { inject } from 'vitest'
import type { Folder } from './git-folder.ts'
import { type Screen, type ScreenSize, screenOf, sequences } from './terminal-screen.ts'

export const keys = {
  up: '\u001B[A',
  down: '\u001B[B',
  space: ' ',
  enter: '\r',
  backspace: '\u007F',
  controlC: '\u0003',
} as const

interface Setting extends Partial<ScreenSize> {
  /** The value of `TERM`. */
  readonly name?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Long enough for a machine with much else to do: only a test that fails waits so long. */
const PATIENCE = 30_000

/** The end of what a prompt shows when it has begun to listen: a key pressed earlier would not be its own. */
const listening = /enter answers|> \S*$|:$|expected [^:]*$/

/** The program with a person at a real terminal. Declare it with `await using`: it is ended with the test. */
export class PseudoTerminal implements AsyncDisposable {
  readonly #size: ScreenSize
  readonly #process: IPty
  readonly #ended: Promise<void>
  #output = ''
  #code: number | null = null
  /** How much of the output had been there when a key was pressed last. */
  #seen = 0
  /** Looks at what is new. */
  #look = (): void => undefined

  constructor(folder: Folder, options: readonly string[], setting: Setting = {}) {
    const { columns = 80, rows = 40, name = 'xterm-256color', environment = {} } = setting
    this.#size = { columns, rows }
    this.#process = spawn(process.execPath, [inject('program'), ...options], {
      name,
      cols: columns,
      rows,
      cwd: folder.path,
      env: { ...bareEnvironment(), ...environment },
    })
    this.#process.onData((text) => {
      this.#output += text
      this.#look()
    })
    this.#ended = new Promise((resolve) => {
      this.#process.onExit(({ exitCode, signal = 0 }) => {
        this.#code = signal === 0 ? exitCode : 128 + signal
        this.#look()
        resolve()
      })
    })
  }

  /** Everything that was written, escape sequences included. */
  get output(): string {
    return this.#output
  }

  /** Whether the cursor is to be seen. */
  get showsCursor(): boolean {
    return this.#output.lastIndexOf('\u001B[?25h') >= this.#output.lastIndexOf('\u001B[?25l')
  }

  get screen(): Screen {
    return screenOf(this.#output, this.#size)
  }

  /** All that stands on the screen, in one line: where lines are broken is for other tests. */
  get text(): string {
    return inOneLine(this.screen.lines.join('\n'))
  }

  /** Waits until a text has been shown since a key was pressed last, with a prompt below it, and presses keys. */
  async at(text: string, ...pressed: readonly string[]): Promise<void> {
    await this.#until(text, () => {
      const fresh = inOneLine(this.#output.slice(this.#seen).replace(sequences, ' '))
      const place = fresh.indexOf(text)
      return place !== -1 && listening.test(fresh.slice(place))
    })
    this.press(...pressed)
  }

  /** Presses keys where a prompt is known to listen. */
  press(...pressed: readonly string[]): void {
    this.#seen = this.#output.length
    this.#process.write(pressed.join(''))
  }

  /** Waits for the end, and gives the exit code. */
  async end(): Promise<number | null> {
    await this.#until('the end', () => this.#code !== null)
    return this.#code
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#code === null) this.#process.kill()
    await this.#ended
  }

  #until(wanted: string, isThere: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = (finish: () => void): void => {
        clearTimeout(timer)
        this.#look = () => undefined
        finish()
      }
      const fail = (why: string): void =>
        give(() => reject(new Error(`${why} waiting for ${wanted}:\n${this.screen.lines.join('\n')}`)))
      const timer = setTimeout(() => fail('too long'), PATIENCE)
      this.#look = () => {
        if (isThere()) give(resolve)
        else if (this.#code !== null) fail(`ended with exit code ${this.#code}`)
      }
      this.#look()
    })
  }
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Windows starts no program without the folder of its own. */
const bareEnvironment = (): Readonly<Record<string, string | undefined>> => ({
  PATH: process.env['PATH'],
  HOME: inject('home'),
  ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }),
})
