/** Where an offset lies; lines and columns start at 1, a column counts code points. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

export function locateOffset(text: string, offset: number): LineColumn {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: countLineBreaks(before) + 1, column: countCodePoints(before.slice(lineStart)) + 1 }
}

export function countCodePoints(text: string): number {
  return Array.from(text).length
}

function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
