/** Whether a text is like a pattern, in which `*` stands for any text. Takes one pass, whatever the text is. */
export function isLike(pattern: string, text: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return text === pattern
  if (!text.startsWith(start) || text.length < start.length + end.length || !text.endsWith(end)) return false
  const limit = text.length - end.length
  let at = start.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found === -1 || found + piece.length > limit) return false
    at = found + piece.length
  }
  return true
}

/** Whether the last parts of a path are like those of a pattern: `workflows/*.yml` fits `.github/workflows/ci.yml`. */
function isPathLike(pattern: string, path: string): boolean {
  if (!pattern.includes('/')) return isLike(pattern, path.slice(path.lastIndexOf('/') + 1))
  const wanted = pattern.split('/')
  const parts = path.split('/').slice(-wanted.length)
  return parts.length === wanted.length && wanted.every((part, index) => isLike(part, parts[index] ?? ''))
}

/** Finds, among many paths, those that are like any of a pattern's; most patterns are plain names. */
export function pathsLike(patterns: readonly string[], paths: readonly string[]): readonly string[] {
  const names = new Set(patterns.filter((pattern) => !/[*/]/.test(pattern)))
  const others = patterns.filter((pattern) => !names.has(pattern))
  return paths.filter(
    (path) =>
      names.has(path.slice(path.lastIndexOf('/') + 1)) || others.some((pattern) => isPathLike(pattern, path)),
  )
}
