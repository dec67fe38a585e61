import type { Diagnostic, Result, SourceText } from '../diagnostics/diagnostic.ts'
import { diagnose, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 1024 * 1024

/**
 * Turn the bytes of a file into text.
 *
 * @param bytes UTF-8, with or without a byte order mark, of 1 MiB at most
 * @param name the name that messages show
 * @returns the text, or what is wrong with the bytes: too many, another encoding, not UTF-8, a NUL
 */
export function decodeText(bytes: Uint8Array, name: string): Result<SourceText> {
  if (bytes.length > LARGEST_FILE) {
    return fail(diagnoseFile('file-too-large', name, { bytes: bytes.length, limit: LARGEST_FILE }))
  }
  const encoding = detectOtherEncoding(bytes)
  if (encoding !== null) return fail(diagnoseFile('wrong-encoding', name, { encoding }))
  const text = decodeStrictly(bytes)
  if (text === null) return fail(describeInvalidByte(bytes, name))
  const source = { name, text }
  const nul = text.indexOf('\0')
  if (nul === -1) return succeed(source)
  return fail(diagnose('nul-byte', { source, start: nul, end: nul + 1 }, {}))
}

function detectOtherEncoding(bytes: Uint8Array): 'UTF-16' | 'UTF-32' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32'
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16'
  return first === 0xfe && second === 0xff ? 'UTF-16' : null
}

/** Null where the bytes are no UTF-8. Of a part of a text, a character that has begun at its end is left out. */
function decodeStrictly(bytes: Uint8Array, isPart = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: isPart }).decode(bytes, { stream: isPart })
  } catch {
    return null
  }
}

function describeInvalidByte(bytes: Uint8Array, name: string): Diagnostic {
  const valid = measureValidPrefix(bytes)
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, valid)).length
  const source = { name, text: new TextDecoder('utf-8').decode(bytes) }
  return diagnose('invalid-utf-8', { source, start, end: start + 1 }, { byte: bytes[valid] ?? 0 })
}

/** How many bytes are whole characters: bisection finds the longest part that decodes, since validity only ends once. */
function measureValidPrefix(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length + 1
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1
    if (decodeStrictly(bytes.subarray(0, middle), true) === null) invalid = middle
    else valid = middle
  }
  return new TextEncoder().encode(decodeStrictly(bytes.subarray(0, valid), true) ?? '').length
}
