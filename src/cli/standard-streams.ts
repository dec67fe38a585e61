import { fstatSync, writeSync } from 'node:fs'
import process from 'node:process'
import type { Output } from './invocation.ts'

/** What a process is given to read from and write to. */
export interface StandardStreams {
  readonly stdout: Output
  readonly stderr: Output
  /** Somebody sits at a terminal, reads what is written, and can answer. */
  readonly isAttended: boolean
}

export const standardStreams = (): StandardStreams => ({
  stdout: outputTo(1),
  stderr: outputTo(2),
  isAttended: [1, 2, 0].every(isTerminal),
})

/**
 * Standard output or standard error. To make a stream of one takes Node a tenth of a bare start. So there is none where that is no
 * terminal, as long as a file or a pipe takes at once what is written.
 */
function outputTo(descriptor: 1 | 2): Output {
  if (isTerminal(descriptor)) return streamOf(descriptor)
  let stream: NodeJS.WriteStream | undefined
  return {
    write: (text) => {
      const bytes = Buffer.from(text)
      const written = stream === undefined ? writeNow(descriptor, bytes) : 0
      if (written < bytes.length) (stream ??= streamOf(descriptor)).write(bytes.subarray(written))
    },
  }
}

/** How many of the bytes could be written. The rest is for a stream, which waits, or tells what is wrong. */
function writeNow(descriptor: number, bytes: Buffer): number {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } catch {}
  return written
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
  const stream = descriptor === 1 ? process.stdout : process.stderr
  // A reader that stops early, such as `head`, is no failure. A full disk is one, and none of ours.
  return stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    if (descriptor === 1) process.stderr.write(`error: cannot print: ${code ?? message}\n`)
    process.exit(2)
  })
}

/** What asks for terminals takes long to load. Files and pipes are no devices; Windows does not always tell. */
function isTerminal(descriptor: number): boolean {
  try {
    const mayBe = process.platform === 'win32' || fstatSync(descriptor).isCharacterDevice()
    return mayBe && process.getBuiltinModule('node:tty').isatty(descriptor)
  } catch {
    return false
  }
}
