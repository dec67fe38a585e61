import { type Diagnostic, type Result, fail, succeed } from './diagnostic.ts'

/** All the values, or everything that is wrong with any of them. */
export function joinResults<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const values = results.flatMap((result) => (result.ok ? [result.value] : []))
  return values.length === results.length ? succeed(values) : fail(...problemsIn(results))
}

export const problemsIn = (results: readonly Result<unknown>[]): readonly Diagnostic[] =>
  results.flatMap((result) => (result.ok ? [] : result.diagnostics))
