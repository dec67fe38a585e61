import type { Invocation } from './invocation.ts'

/** Fewer are done before anybody wonders. */
const LEAST = 50
const STEP = 10

/** Says on a terminal how many of many things are done; nothing elsewhere, and nothing in the end. */
export function progressOf({ stderr }: Invocation, things: string, count: number): (done: number) => void {
  if (!stderr.isTTY || count < LEAST) return () => {}
  return (done) => {
    if (done === count) stderr.write('\r\u001B[K')
    else if (done % STEP === 0) stderr.write(`\r${done} of ${count} ${things}`)
  }
}
