import path from 'node:path'
import { hostname } from 'node:os'
import process from 'node:process'
import { lockName } from '../plan/own-folder.ts'
import { type FileOperations, createWhole, readIfPresent } from './file-operations.ts'
import { codeOf } from './files.ts'

/** A process that holds a lock, as the lock's file says. */
interface LockHolder {
  readonly pid: number
  readonly host: string
  /** Tells one holding of a lock from every other. */
  readonly key: string
}

/** The keys of this process. A lock with its number and another key was left by an earlier process of that number. */
const heldHere = new Set<string>()

// What takes long to load, and only a run that writes needs.
export const randomKey = (): string => process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')
export const keyPattern = '[0-9a-f]{12}'

function beginHolding(): LockHolder {
  const key = randomKey()
  heldHere.add(key)
  return { pid: process.pid, host: hostname(), key }
}

const endHolding = ({ key }: LockHolder): boolean => heldHere.delete(key)

const placeOf = ({ pid, host }: LockHolder): string =>
  `process ${pid} on ${host === hostname() ? 'this machine' : 'another machine'}`

/** Null when there is no lock, or none that says who holds it. */
async function holderOf(file: string, operations: FileOperations): Promise<LockHolder | null> {
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
function isAlive({ pid, host, key }: LockHolder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return heldHere.has(key)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Another run holds the lock. Nothing was written. */
export class BusyError extends Error {
  readonly code = 'EBUSY'
  /** Null when the lock does not say. */
  readonly holder: string | null

  constructor(holder: LockHolder | null) {
    super('another run is under way')
    this.holder = holder === null ? null : placeOf(holder)
  }
}

export const ownFolder = (root: string): string => path.join(root, '.madrigal')
const lockFile = (root: string): string => path.join(ownFolder(root), lockName)
const helperName = new RegExp(`^\\.lock\\.${keyPattern}\\.tmp$`)

/** Whether a name in our folder shows that a run holds the lock, is taking it, or was stopped then. */
export const isOfLock = (name: string): boolean => name === lockName || helperName.test(name)

/** Does something that no other run may do at the same time. */
export async function underLock<T>(
  root: string,
  operations: FileOperations,
  work: () => Promise<T>,
): Promise<T> {
  const own = beginHolding()
  try {
    await operations.makeFolder(ownFolder(root))
    const other = await claim(lockFile(root), own, operations)
    if (other !== 'mine') throw new BusyError(other)
    await removeHelpers(root, operations)
    return await work()
  } finally {
    endHolding(own)
    // A lock that stays is taken over by the next run.
    await release(root, own, operations).catch(() => undefined)
  }
}

/**
 * Makes a lock file ours, or answers who holds it. The file appears with its content at once. One that a dead process
 * left may be replaced only by the holder of a lock named after it, so that two who find it do not both take it.
 */
async function claim(
  file: string,
  own: LockHolder,
  operations: FileOperations,
): Promise<'mine' | LockHolder | null> {
  const helper = helperFile(file, randomKey())
  try {
    await createWhole(operations, helper, JSON.stringify(own))
    if (await isLinked(helper, file, operations)) return 'mine'
    const holder = await holderOf(file, operations)
    if (holder === null || isAlive(holder)) return holder
    const guard = helperFile(file, holder.key)
    const other = await claim(guard, own, operations)
    if (other !== 'mine') return other
    const now = await holderOf(file, operations)
    if (now?.key === holder.key) await operations.rename(helper, file)
    await operations.remove(guard)
    return now?.key === holder.key ? 'mine' : now
  } catch (error) {
    // Gone because another run has just ended: it removes the folder when that is empty, and what helps to lock.
    if (codeOf(error) === 'ENOENT') return null
    throw error
  } finally {
    await operations.remove(helper)
  }
}

const helperFile = (file: string, key: string): string => path.join(path.dirname(file), `.lock.${key}.tmp`)

async function isLinked(helper: string, file: string, operations: FileOperations): Promise<boolean> {
  try {
    await operations.link(helper, file)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/** Removes what runs left that stopped while they took the lock. Who still uses it finds that the lock is taken. */
async function removeHelpers(root: string, operations: FileOperations): Promise<void> {
  for (const found of await operations.names(ownFolder(root)))
    if (helperName.test(found)) await operations.remove(path.join(ownFolder(root), found))
}

/** A lock that a person removed may be somebody else's by now. */
async function release(root: string, own: LockHolder, operations: FileOperations): Promise<void> {
  const file = lockFile(root)
  if ((await holderOf(file, operations))?.key === own.key) await operations.remove(file)
  await operations.removeFolder(ownFolder(root))
}
