import { fileNameOf } from '../document/file-path.ts'

/** Tells whether a text is like a pattern, in which `*` stands for any text. Takes one pass, whatever the text is. */
export function likeness(pattern: string): (text: string) => boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return (text) => text === pattern
  return (text) => {
    if (!text.startsWith(start) || text.length < start.length + end.length || !text.endsWith(end))
      return false
    const limit = text.length - end.length
    let at = start.length
    for (const piece of rest) {
      const found = text.indexOf(piece, at)
      if (found === -1 || found + piece.length > limit) return false
      at = found + piece.length
    }
    return true
  }
}

/** Tells whether the last parts of a path are like those of a pattern: `workflows/*.yml` fits `.github/workflows/ci.yml`. */
function pathLikeness(pattern: string): (path: string, name: string) => boolean {
  const wanted = pattern.split('/').map(likeness)
  const isName = wanted.at(-1) ?? likeness('')
  return (path, name) => {
    if (!isName(name) || wanted.length === 1) return isName(name)
    const parts = path.split('/').slice(-wanted.length)
    return parts.length === wanted.length && wanted.every((isPart, index) => isPart(parts[index] ?? ''))
  }
}

/** Finds, among many paths, those that are like one of the patterns; most patterns are plain names. */
export function pathsLike(patterns: readonly string[], paths: readonly string[]): readonly string[] {
  const names = new Set(patterns.filter((pattern) => !/[*/]/.test(pattern)))
  const others = [...new Set(patterns)].filter((pattern) => !names.has(pattern)).map(pathLikeness)
  return paths.filter((path) => {
    const name = fileNameOf(path)
    return names.has(name) || others.some((isLike) => isLike(path, name))
  })
}
