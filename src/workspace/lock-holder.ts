import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import process from 'node:process'
import { type FileOperations, readIfPresent } from './file-operations.ts'
import { codeOf } from './files.ts'

/** A process that holds a lock, as the lock's file says. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  /** Tells one holding of a lock from every other. */
  readonly key: string
}

/** The keys of this process. A lock with its number and another key was left by an earlier process of that number. */
const heldHere = new Set<string>()

export const randomKey = (): string => randomBytes(6).toString('hex')
export const keyPattern = '[0-9a-f]{12}'

export function beginHolding(): LockHolder {
  const key = randomKey()
  heldHere.add(key)
  return { pid: process.pid, host: hostname(), key }
}

export const endHolding = ({ key }: LockHolder): boolean => heldHere.delete(key)

export const placeOf = ({ pid, host }: LockHolder): string =>
  `process ${pid} on ${host === hostname() ? 'this machine' : 'another machine'}`

/** Null when there is no lock, or none that says who holds it. */
export async function holderOf(file: string, operations: FileOperations): Promise<LockHolder | null> {
  const bytes = await readIfPresent(operations, file)
  const found = bytes === null ? null : parseJson(bytes.toString())
  if (typeof found !== 'object' || found === null) return null
  const { pid, host, key }: Partial<Record<keyof LockHolder, unknown>> = found
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null
  if (typeof host !== 'string' || typeof key !== 'string') return null
  return new RegExp(`^${keyPattern}$`).test(key) ? { pid, host, key } : null
}

/** Null for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Nobody can tell from here whether a process of another machine lives, so it counts as alive. */
export function isAlive({ pid, host, key }: LockHolder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return heldHere.has(key)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
