import type { Diagnostic } from './diagnostic.ts'

/** As many as anybody reads; a text that is wrong everywhere is soon told. */
export const MOST_DIAGNOSTICS = 200

/** Put diagnostics into the order of the text, each once, and the first of too many. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics
    .toSorted((left, right) => rankDiagnostic(left) - rankDiagnostic(right))
    .filter((diagnostic) => {
      const { code, place } = diagnostic
      const key = JSON.stringify([code, place?.start, place?.end, diagnostic.arguments])
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MOST_DIAGNOSTICS)
}

/** What is missing comes after what is misspelled at the same place, since that explains it. */
function rankDiagnostic({ code, place }: Diagnostic): number {
  return (place?.start ?? -1) + (code === 'missing-key' ? 0.5 : 0)
}
