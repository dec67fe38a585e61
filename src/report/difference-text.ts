import { createTwoFilesPatch } from 'diff'

interface TextChange {
  readonly path: string
  /** Where the file gets another name. */
  readonly oldPath?: string
  readonly before: string
  readonly after: string
}

/** What a change does to a file, in the unified form of diff; empty when it does nothing. A file without text is new. */
export function differenceText({ path, oldPath = path, before, after }: TextChange): string {
  if (before === after) return ''
  const old = before === '' ? '/dev/null' : `a/${oldPath}`
  const patch = createTwoFilesPatch(old, `b/${path}`, before, after, '', '', { context: 2 })
  // The first line is a rule of equal signs, which no other tool of this kind prints.
  return `${patch.split('\n').slice(1).join('\n')}\n`
}
