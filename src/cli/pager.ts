import { spawn } from 'node:child_process'
import process from 'node:process'
import type { Surroundings } from './invocation.ts'

interface Terminal {
  readonly rows?: number
  readonly write: (text: string) => unknown
}

/** Shows a text page by page where it is longer than the terminal: with `$PAGER` as a shell reads it, else with `less`. */
export async function showInPager(
  text: string,
  environment: Surroundings['environment'],
  terminal: Terminal,
): Promise<void> {
  const isShort = text.split('\n').length <= (terminal.rows ?? 0)
  const isPaged = !isShort && environment['PAGER'] !== '' && environment['TERM'] !== 'dumb'
  if (!(isPaged && (await runPager(text, environment)))) terminal.write(text)
}

/** Ctrl-C is for the pager, and who leaves it early has read enough. */
const leaveToPager = (): void => undefined

/** False where there is no such program. */
async function runPager(text: string, environment: Surroundings['environment']): Promise<boolean> {
  const own = environment['PAGER']
  const child = spawn(own ?? 'less', {
    shell: own !== undefined,
    stdio: ['pipe', 'inherit', 'inherit'],
    // As git has it: less ends by itself where the text is short after all, and passes colours on.
    env: { LESS: 'FRX', LV: '-c', ...environment },
  })
  process.on('SIGINT', leaveToPager)
  child.stdin?.on('error', leaveToPager).end(text)
  try {
    return await new Promise((resolve) => {
      child.on('error', () => resolve(false))
      // What a shell says where it does not know a program: 127, or 9009 on Windows.
      child.on('close', (code) => resolve(code !== 127 && code !== 9009))
    })
  } finally {
    process.off('SIGINT', leaveToPager)
  }
}
